import { BitReader, BitWriter } from "./bits.ts";
import type { Inverted } from "./invert.ts";
import { gapWidth, readGaps, writeGaps } from "./postings.ts";
import { seal, unseal } from "./seal.ts";

/** A pair in more documents than this has a file of its own. */
const longestListed = 1_024;
const fileBytes = 2_600;
const hashes = 2 ** 32;

/** FNV-1a over UTF-16 units, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Of two words in order, from their own hashes. The last mixing is murmur3's. */
export function pairHash(one: number, other: number): number {
  let hash = Math.imul(one ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(other, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Which of the files, all hashes spread over them in order, holds a hash. */
export function fileOfHash(hash: number, files: number): number {
  return Math.floor((hash / hashes) * files);
}

export type PairFile =
  | { readonly kind: "pairs"; readonly bytes: Uint8Array }
  | { readonly kind: "pair"; readonly hash: number; readonly bytes: Uint8Array };

/** So many files that each stays small. */
function filesFor(keys: Float64Array, documentCount: number): number {
  let pairs = 0;
  for (let at = 0; at < keys.length; at += 1)
    if (at === 0 || hashOfKey(keys[at] ?? 0) !== hashOfKey(keys[at - 1] ?? 0)) pairs += 1;
  const hashBits = 33.5 - Math.log2(Math.max(1, pairs));
  const gapBits = 1.5 + Math.log2(Math.max(1, (documentCount * pairs) / Math.max(1, keys.length)));
  return Math.max(1, Math.ceil((pairs * (hashBits + 2) + keys.length * gapBits) / 8 / fileBytes));
}

/**
 * Which documents have which two words side by side in one of their fields, by the pair's hash. Two pairs with one hash share
 * a list: a phrase also asks for the words themselves, so that hardly ever shows.
 *
 * A file is one row of bits: how many pairs; of each the gap of its hash from the one before, its documents in gamma code,
 * and the gaps between those. The lists of very common pairs lie in files of their own.
 */
export function* writePairs(inverted: Inverted): Generator<PairFile> {
  const keys = pairKeys(inverted);
  const { count } = inverted;
  const files = filesFor(keys, count);
  const writer = new BitWriter();
  const single = new BitWriter();
  let at = 0;
  for (let file = 0; file < files; file += 1) {
    const end = endOfFile(file, files);
    const lists: { hash: number; from: number; to: number }[] = [];
    while (at < keys.length && hashOfKey(keys[at] ?? 0) < end) {
      const hash = hashOfKey(keys[at] ?? 0);
      const from = at;
      while (at < keys.length && hashOfKey(keys[at] ?? 0) === hash) at += 1;
      lists.push({ hash, from, to: at });
    }
    writer.gamma(lists.length + 1);
    const width = gapWidth(lists.length, hashes / files);
    let last = endOfFile(file - 1, files) - 1;
    for (const { hash, from, to } of lists) {
      writer.rice(hash - last - 1, width);
      last = hash;
      const documents = documentsIn(keys.subarray(from, to));
      writer.gamma(documents.length);
      if (documents.length <= longestListed) writeGaps(writer, documents, count);
      else {
        writeGaps(single, documents, count);
        yield { kind: "pair", hash, bytes: seal(single.take()) };
      }
    }
    yield { kind: "pairs", bytes: seal(writer.take()) };
  }
}

/** The documents with a pair; their number alone, when they lie in a file of their own. */
export type PairList = { readonly count: number; readonly documents?: Uint32Array };

/** By hash. Throws a RangeError for bytes that are no such file of an index of so many documents. */
export function readPairs(
  sealed: Uint8Array,
  file: number,
  files: number,
  documentCount: number,
): ReadonlyMap<number, PairList> {
  const reader = new BitReader(unseal(sealed));
  const lists = new Map<number, PairList>();
  const pairs = reader.gamma() - 1;
  const width = gapWidth(pairs, hashes / files);
  let hash = endOfFile(file - 1, files) - 1;
  for (let left = pairs; left > 0; left -= 1) {
    hash += reader.rice(width) + 1;
    const count = reader.gamma();
    lists.set(hash, count <= longestListed ? { count, documents: readGaps(reader, count, documentCount) } : { count });
  }
  return lists;
}

export function readPair(sealed: Uint8Array, count: number, documentCount: number): Uint32Array {
  return readGaps(new BitReader(unseal(sealed)), count, documentCount);
}

/** The first hash that a file does not hold any more. */
function endOfFile(file: number, files: number): number {
  return Math.ceil(((file + 1) * hashes) / files);
}

/** Hash and document as one number: 32 bits and up to 21 below them are exact in a double. */
const documentRoom = 2 ** 21;

function hashOfKey(key: number): number {
  return Math.floor(key / documentRoom);
}

function documentsIn(keys: Float64Array): Uint32Array {
  return Uint32Array.from(keys, (key) => key % documentRoom);
}

/** Every pair of every document once, in order. */
function pairKeys({ words, terms, ends, count }: Inverted): Float64Array {
  const hashed = Uint32Array.from(words, hashOf);
  const keys = new Float64Array(terms.length);
  let length = 0;
  const fields = ends.length - 1;
  for (let field = 0; field < fields; field += 1) {
    const document = Math.floor((field * count) / fields);
    const end = ends[field + 1] ?? 0;
    for (let at = ends[field] ?? 0; at + 1 < end; at += 1) {
      const hash = pairHash(hashed[terms[at] ?? 0] ?? 0, hashed[terms[at + 1] ?? 0] ?? 0);
      keys[length] = hash * documentRoom + document;
      length += 1;
    }
  }
  const sorted = keys.subarray(0, length).sort();
  let kept = 0;
  for (let at = 0; at < length; at += 1) {
    const key = sorted[at] ?? 0;
    if (kept > 0 && sorted[kept - 1] === key) continue;
    sorted[kept] = key;
    kept += 1;
  }
  return sorted.subarray(0, kept);
}
