import type { EditionFile } from "#edition/edition-file.ts";

export type Files = ReadonlyMap<string, string | Uint8Array>;

/** Milliseconds of work before what else was asked for gets its turn. */
const longestWork = 25;

/** Makes files one after the other, resting where they say that it may be done: pages that are asked for meanwhile get theirs. */
export async function madeWithRests(files: Iterable<EditionFile | undefined>, now: () => number): Promise<Files> {
  const made = new Map<string, string | Uint8Array>();
  let since = now();
  for (const file of files) {
    if (file) made.set(file.path, file.content);
    if (now() - since < longestWork) continue;
    await new Promise((rested) => setTimeout(rested));
    since = now();
  }
  return made;
}
