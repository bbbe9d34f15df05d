import { BitReader, BitWriter } from "./bits.ts";
import { hashOf, mixed } from "./hash.ts";
import type { Inverted } from "./invert.ts";
import { gapWidth, readGaps, writeGaps } from "./postings.ts";
import { fieldNames } from "./rank.ts";
import { seal, unseal } from "./seal.ts";

/** A pair in more documents than this has a file of its own. */
const longestListed = 1_024;
const fileBytes = 2_600;
const hashBits = 30;
const hashes = 2 ** hashBits;
/** Hash, document and place are one number for sorting: a double holds 53 bits of one exactly. */
const keyBits = 53;
const mostPlaceBits = 5;

/** Of two words in order, from their own hashes: 30 bits. */
export function pairHash(one: number, other: number): number {
  return mixed(Math.imul(one ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(other, 0xc2b2ae35)) >>> (32 - hashBits);
}

/** Which of the files, all hashes spread over them in order, holds a pair's. */
export function fileOfPair(hash: number, files: number): number {
  return Math.floor((hash / hashes) * files);
}

/**
 * Where in a document a pair stands is kept by its place among the words, modulo this: enough to tell whether two pairs follow on
 * each other. Editions of more than a quarter of a million documents leave less room for it.
 */
export function placesIn(documentCount: number): number {
  return 2 ** placeBits(documentCount) - 1;
}

function placeBits(documentCount: number): number {
  return Math.min(mostPlaceBits, keyBits - hashBits - documentBits(documentCount));
}

function documentBits(documentCount: number): number {
  return Math.ceil(Math.log2(Math.max(2, documentCount)));
}

export type PairFile =
  | { readonly kind: "pairs"; readonly bytes: Uint8Array }
  | { readonly kind: "pair"; readonly hash: number; readonly bytes: Uint8Array };

/**
 * Which documents have which two words side by side in one of their fields, by the pair's hash. Two pairs with one hash share
 * a list: a phrase also asks for the words themselves, so that hardly ever shows.
 *
 * A file is one row of bits: how many pairs; of each the gap of its hash from the one before, its documents in gamma code,
 * the gaps between those, and the place in each. The lists of very common pairs lie in files of their own.
 */
export function* writePairs(inverted: Inverted): Generator<PairFile> {
  const { count } = inverted;
  const keys = openKeys(count);
  const sorted = pairKeys(inverted, keys);
  const files = filesFor(sorted, keys, count);
  const writer = new BitWriter();
  const single = new BitWriter();
  let at = 0;
  for (let file = 0; file < files; file += 1) {
    const end = endOfFile(file, files);
    const lists: { readonly hash: number; readonly keys: Float64Array }[] = [];
    while (at < sorted.length && keys.hashOf(sorted[at] ?? 0) < end) {
      const from = at;
      const hash = keys.hashOf(sorted[at] ?? 0);
      while (at < sorted.length && keys.hashOf(sorted[at] ?? 0) === hash) at += 1;
      lists.push({ hash, keys: sorted.subarray(from, at) });
    }
    writer.gamma(lists.length + 1);
    const width = gapWidth(lists.length, hashes / files);
    let last = endOfFile(file - 1, files) - 1;
    for (const { hash, keys: own } of lists) {
      writer.rice(hash - last - 1, width);
      last = hash;
      writer.gamma(own.length);
      if (own.length <= longestListed) writeList(writer, own, keys, count);
      else {
        writeList(single, own, keys, count);
        yield { kind: "pair", hash, bytes: seal(single.take()) };
      }
    }
    yield { kind: "pairs", bytes: seal(writer.take()) };
  }
}

/** So many files that each stays small. */
function filesFor(sorted: Float64Array, { hashOf: hashOfKey }: Keys, documentCount: number): number {
  let pairs = 0;
  for (let at = 0; at < sorted.length; at += 1)
    if (at === 0 || hashOfKey(sorted[at] ?? 0) !== hashOfKey(sorted[at - 1] ?? 0)) pairs += 1;
  const pairBits = hashBits + 3.5 - Math.log2(Math.max(1, pairs));
  const gapBits = 1.5 + Math.log2(Math.max(1, (documentCount * pairs) / Math.max(1, sorted.length)));
  const bits = pairs * pairBits + sorted.length * (gapBits + placeBits(documentCount));
  return Math.max(1, Math.ceil(bits / 8 / fileBytes));
}

function writeList(writer: BitWriter, own: Float64Array, { documentOf, placeOf }: Keys, documentCount: number): void {
  writeGaps(writer, own.map(documentOf), documentCount);
  for (const key of own) writer.bits(placeOf(key), placeBits(documentCount));
}

/** The documents with a pair, and its place in each: `placesIn` when it stands there more than once. */
export type PairPlaces = { readonly documents: Uint32Array; readonly places: Uint8Array };

/** How many documents have a pair; without the rest when that lies in a file of its own. */
export type PairList = { readonly count: number; readonly found?: PairPlaces };

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
    lists.set(hash, count <= longestListed ? { count, found: readList(reader, count, documentCount) } : { count });
  }
  return lists;
}

export function readPair(sealed: Uint8Array, count: number, documentCount: number): PairPlaces {
  return readList(new BitReader(unseal(sealed)), count, documentCount);
}

function readList(reader: BitReader, count: number, documentCount: number): PairPlaces {
  const documents = readGaps(reader, count, documentCount);
  const width = placeBits(documentCount);
  return { documents, places: Uint8Array.from(documents, () => reader.bits(width)) };
}

/** The first hash that a file does not hold any more. */
function endOfFile(file: number, files: number): number {
  return Math.ceil(((file + 1) * hashes) / files);
}

/** Hash, document and place as one number. */
type Keys = {
  readonly keyOf: (hash: number, document: number, place: number) => number;
  readonly hashOf: (key: number) => number;
  readonly documentOf: (key: number) => number;
  readonly placeOf: (key: number) => number;
};

function openKeys(documentCount: number): Keys {
  const placeRoom = 2 ** placeBits(documentCount);
  const documentRoom = 2 ** documentBits(documentCount);
  return {
    keyOf: (hash, document, place) => (hash * documentRoom + document) * placeRoom + place,
    hashOf: (key) => Math.floor(key / (documentRoom * placeRoom)),
    documentOf: (key) => Math.floor(key / placeRoom) % documentRoom,
    placeOf: (key) => key % placeRoom,
  };
}

/** Every pair of every document once, in order. */
function pairKeys(
  { words, terms, ends, count }: Inverted,
  { keyOf, documentOf, hashOf: hashOfKey }: Keys,
): Float64Array {
  const hashed = Uint32Array.from(words, hashOf);
  const keys = new Float64Array(terms.length);
  const places = placesIn(count);
  let length = 0;
  const step = fieldNames.length;
  for (let document = 0; document < count; document += 1) {
    for (let field = 0; field < step; field += 1) {
      const from = ends[document * step + field] ?? 0;
      const to = ends[document * step + field + 1] ?? 0;
      if (field === leadField && isRepeated(terms, from, to, ends[document * step + step] ?? 0)) continue;
      for (let at = from; at + 1 < to; at += 1) {
        const hash = pairHash(hashed[terms[at] ?? 0] ?? 0, hashed[terms[at + 1] ?? 0] ?? 0);
        keys[length] = keyOf(hash, document, at % places);
        length += 1;
      }
    }
  }
  const sorted = keys.subarray(0, length).sort();
  let kept = 0;
  for (let at = 0; at < length; at += 1) {
    const key = sorted[at] ?? 0;
    const before = sorted[kept - 1] ?? -1;
    const isKnown = kept > 0 && hashOfKey(key) === hashOfKey(before) && documentOf(key) === documentOf(before);
    if (isKnown) sorted[kept - 1] = keyOf(hashOfKey(key), documentOf(key), places);
    else {
      sorted[kept] = key;
      kept += 1;
    }
  }
  return sorted.subarray(0, kept);
}

const leadField = fieldNames.indexOf("lead");
/** A dateline may stand before the lead in the body. */
const mostBefore = 24;

/** Whether the words of a lead are those that the body behind it begins with: then its pairs stand there once, not twice. */
function isRepeated(terms: Uint32Array, from: number, to: number, end: number): boolean {
  for (let start = to; start <= to + mostBefore && start + to - from <= end; start += 1) {
    let at = 0;
    while (at < to - from && terms[from + at] === terms[start + at]) at += 1;
    if (at === to - from) return true;
  }
  return false;
}
