import type { PrintedFacets } from "./facets.ts";
import { type FacetName, SearchProblem } from "./protocol.ts";
import { unsealJson } from "./seal.ts";

/** The version of the index's files. */
export const indexVersion = 4;

/** What is loaded before anything else, and the only file that changes under its name. */
export type Root = {
  /** In the name of every other file, so that a file never changes under its name. */
  readonly stamp: string;
  /** Documents. */
  readonly count: number;
  /** What the first word of each block of the dictionary begins with, enough of it to tell it from the word before. */
  readonly blocks: readonly string[];
  /** Into how many files word pairs, spellings and beginnings are spread. */
  readonly pairFiles: number;
  readonly spellingFiles: number;
  readonly beginningFiles: number;
  /** Beginnings that have completions of their own, besides all of one and two letters: those of very many words. */
  readonly wideBeginnings: readonly string[];
  /** The newest document's day, and how many days older the documents at even steps through all are, the oldest last. */
  readonly newest: number;
  readonly ages: readonly number[];
  /** Those that any document has. */
  readonly facets: readonly FacetName[];
  /** With their values, where these are few; otherwise they have a file of their own. */
  readonly values?: PrintedFacets;
};

/** Names of the index's files. */
export const indexFiles = {
  root: "root.json",
  words: (stamp: string, block: number) => `${stamp}-words-${block}.bin`,
  postings: (stamp: string, pack: number) => `${stamp}-postings-${pack}.bin`,
  further: (stamp: string, number: number) => `${stamp}-further-${number}.bin`,
  beginnings: (stamp: string, number: number) => `${stamp}-beginnings-${number}.bin`,
  spellings: (stamp: string, number: number) => `${stamp}-spellings-${number}.bin`,
  pairs: (stamp: string, number: number) => `${stamp}-pairs-${number}.bin`,
  pair: (stamp: string, hash: number) => `${stamp}-pair-${hash.toString(16)}.bin`,
  days: (stamp: string) => `${stamp}-days.bin`,
  facets: (stamp: string) => `${stamp}-facets.json`,
  facetLists: (stamp: string, facet: string, number: number) => `${stamp}-${facet}-${number}.bin`,
  stored: (stamp: string, chunk: number) => `${stamp}-stored-${chunk}.json`,
} as const;

/** Throws SearchProblem for another version's root, a RangeError for what is none. */
export function readRoot(bytes: Uint8Array): Root {
  const root = unsealJson(bytes);
  if (root.version !== indexVersion)
    throw new SearchProblem("other-version", "This search index was printed by another version. Reload the page.");
  return root as unknown as Root;
}

/** Days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}
