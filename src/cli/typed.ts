/** What was typed after the command's name. */
export type Typed = {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
};
