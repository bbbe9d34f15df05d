import { ByteReader } from "./bytes.ts";

/** One word of a shard: how many documents hold it, and where its postings lie. */
export type Entry = { readonly word: string; readonly documents: number; readonly from: number; readonly to: number };

export type Shard = { readonly entries: readonly Entry[]; readonly bytes: Uint8Array };

/** Throws a RangeError for bytes that are no whole shard of an index of so many documents. */
export function readShard(bytes: Uint8Array, documentCount: number): Shard {
  const reader = new ByteReader(bytes);
  const decoder = new TextDecoder();
  const heads: { word: string; documents: number; length: number }[] = [];
  let before = new Uint8Array();
  for (let left = reader.number(); left > 0; left -= 1) {
    const shared = reader.number();
    const further = reader.bytes(reader.number());
    if (shared > before.length) throw new RangeError("more letters shared than the word before has");
    const letters = new Uint8Array(shared + further.length);
    letters.set(before.subarray(0, shared));
    letters.set(further, shared);
    heads.push({ word: decoder.decode(letters), documents: reader.number(), length: reader.number() });
    before = letters;
  }
  let at = reader.position;
  const entries = heads.map(({ word, documents, length }): Entry => {
    at += length;
    return { word, documents, from: at - length, to: at };
  });
  if (at !== bytes.length) throw new RangeError("more or fewer postings than the words have");
  const shard = { entries, bytes };
  for (const entry of entries) {
    eachPosting(shard, entry, (document) => {
      if (document >= documentCount) throw new RangeError("a posting of a document that is not there");
    });
  }
  return shard;
}

/** Calls back with every document that holds the word, ascending, and the impact (1 to 255) of the word in it. */
export function eachPosting(
  { bytes }: Shard,
  { from, to, documents }: Entry,
  visit: (document: number, impact: number) => void,
): void {
  const reader = new ByteReader(bytes.subarray(from, to));
  let document = -1;
  for (let left = documents; left > 0; left -= 1) {
    document += reader.number() + 1;
    visit(document, reader.byte());
  }
}
