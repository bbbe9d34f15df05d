import { SearchProblem } from "./protocol.ts";

/** The version of the index's files. */
export const indexVersion = 1;

/** The beginnings of words that have a list of completions of their own have at most so many letters. */
export const longestPrefix = 2;

/** Results that are drawn together lie together. */
export const documentsPerChunk = 32;

export type Root = {
  readonly version: number;
  /** Documents. */
  readonly count: number;
  /** In the name of every other file, so that a file never changes under its name. */
  readonly stamp: string;
  /** The first word of each shard, in order. */
  readonly shards: readonly string[];
};

/** Names of the index's files. */
export const indexFiles = {
  root: "root.json",
  shard: (stamp: string, number: number) => `${stamp}-words-${number}.bin`,
  prefixes: (stamp: string) => `${stamp}-prefixes.json`,
  columns: (stamp: string) => `${stamp}-columns.bin`,
  stored: (stamp: string, chunk: number) => `${stamp}-stored-${chunk}.json`,
} as const;

/** By each beginning of one or two letters, the commonest words that begin so. */
export type Prefixes = ReadonlyMap<string, readonly string[]>;

/** Throws SearchProblem for another version's root, a RangeError for what is none. */
export function readRoot(bytes: Uint8Array): Root {
  const root: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (typeof root !== "object" || root === null || !("version" in root)) throw new RangeError("no root");
  if (root.version !== indexVersion)
    throw new SearchProblem("This search index was printed by another version. Reload the page.");
  const { count, stamp, shards } = root as Partial<Record<keyof Root, unknown>>;
  if (!Number.isInteger(count) || typeof stamp !== "string" || !isTexts(shards)) throw new RangeError("no whole root");
  return root as Root;
}

/** Throws a RangeError for what are no completions. */
export function readPrefixes(bytes: Uint8Array): Prefixes {
  const completions: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (typeof completions !== "object" || completions === null || !Object.values(completions).every(isTexts))
    throw new RangeError("no completions");
  return new Map(Object.entries(completions as Record<string, string[]>));
}

/** What results show of the documents of a chunk. Throws a RangeError when there are more or fewer than belong in it. */
export function readChunk(bytes: Uint8Array, chunk: number, documentCount: number): readonly unknown[] {
  const stored: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const expected = Math.min(documentsPerChunk, documentCount - chunk * documentsPerChunk);
  if (!Array.isArray(stored) || stored.length !== expected) throw new RangeError("no whole chunk");
  return stored;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

/** Days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}
