import type { Desk } from "./desk.ts";

/** The world outside the reader, handed in. */
export type Outside = {
  /** The site's root, absolute, ending in "/". */
  readonly root: string;
  readonly fetchText: (base: string, path: string) => Promise<string>;
  readonly hireDesk: () => Promise<Desk>;
  readonly now: () => number;
};
