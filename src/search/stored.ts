import { indexVersion } from "./index-files.ts";
import { sealJson, unsealJson } from "./seal.ts";

/** Results that are drawn together lie together: a screen of them takes few files, each a small one. */
export const documentsPerChunk = 16;

export function chunkOf(document: number): number {
  return Math.floor(document / documentsPerChunk);
}

/** What results show of the documents, by chunk. */
export function* writeStored(stored: readonly unknown[]): Generator<string> {
  for (let at = 0; at < stored.length; at += documentsPerChunk)
    yield sealJson(indexVersion, { stored: stored.slice(at, at + documentsPerChunk) });
}

/** Throws a RangeError when there are more or fewer than belong in the chunk. */
export function readStored(bytes: Uint8Array, chunk: number, documentCount: number): readonly unknown[] {
  const { stored } = unsealJson(bytes);
  const expected = Math.min(documentsPerChunk, documentCount - chunk * documentsPerChunk);
  if (!Array.isArray(stored) || stored.length !== expected) throw new RangeError("no whole chunk");
  return stored;
}
