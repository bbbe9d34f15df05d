/** The version of the index's files. */
export const indexVersion = 1;

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

/** Days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}
