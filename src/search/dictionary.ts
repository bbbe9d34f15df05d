import { BitReader, BitWriter } from "./bits.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import type { Inverted } from "./invert.ts";
import { type PostingList, readPostings, writePostings } from "./postings.ts";
import { seal, unseal } from "./seal.ts";

/** A word in at most so many documents has its postings in the dictionary itself. About nine of ten words do. */
export const mostInlined = 16;
/** A list longer than this is parted: its best first, the others in a file of their own, which a search may do without. */
const longestWhole = 2_048;
const bestOfLong = 512;

const blockBytes = 1_600;
const packBytes = 2_048;

/** Where the postings of a word lie. */
type Place =
  | { readonly kind: "inline"; readonly postings: PostingList }
  | {
      readonly kind: "file";
      readonly pack: number;
      readonly from: number;
      readonly to: number;
      /** The file of the others of a long list, and its length. */
      readonly further?: { readonly number: number; readonly bytes: number };
    };

/** A word of the dictionary. */
export type Entry = {
  readonly word: string;
  /** As documents print it, in small letters. */
  readonly printed: string;
  /** How many hold it. */
  readonly documents: number;
  readonly place: Place;
};

export type DictionaryFile =
  | { readonly kind: "block"; readonly first: string; readonly last: string; readonly bytes: Uint8Array }
  | { readonly kind: "postings" | "further"; readonly bytes: Uint8Array };

/**
 * The dictionary in blocks, and the postings that lie outside of it, each kind numbered from 0 in order.
 *
 * A block: how many words; the pack that its first long list lies in, and where; the number of its first further file.
 * Each word: bytes shared with the one before, further bytes; twice the documents, and one more when it is printed
 * otherwise than it is folded, then as it is printed; for a long list twice its bytes, and one more when it begins the next
 * pack; for a parted one the bytes of its further file. Then the postings of all others in one row of bits.
 */
export function* writeDictionary(inverted: Inverted, order: readonly number[]): Generator<DictionaryFile> {
  const { words, printed, starts, count } = inverted;
  const encoder = new TextEncoder();
  const heads = new ByteWriter();
  const inlined = new BitWriter();
  const pack = new ByteWriter();
  const list = new BitWriter();
  let block:
    | { words: number; first: string; before: Uint8Array; pack: number; offset: number; further: number }
    | undefined;
  let packs = 0;
  let furthers = 0;
  const finished = (begun: NonNullable<typeof block>, last: string): DictionaryFile => {
    const writer = new ByteWriter();
    for (const number of [begun.words, begun.pack, begun.offset, begun.further]) writer.number(number);
    writer.bytes(heads.take());
    writer.bytes(inlined.take());
    return { kind: "block", first: begun.first, last, bytes: seal(writer.take()) };
  };
  for (const term of order) {
    const word = words[term] ?? "";
    const letters = encoder.encode(word);
    block ??= { words: 0, first: word, before: new Uint8Array(), pack: packs, offset: pack.length, further: furthers };
    const shared = sharedBytes(block.before, letters);
    heads.number(shared);
    heads.number(letters.length - shared);
    heads.bytes(letters.subarray(shared));
    const documents = (starts[term + 1] ?? 0) - (starts[term] ?? 0);
    const spelling = printed.get(term);
    heads.number(documents * 2 + (spelling === undefined ? 0 : 1));
    if (spelling !== undefined) {
      const bytes = encoder.encode(spelling);
      heads.number(bytes.length);
      heads.bytes(bytes);
    }
    const postings = postingsOf(inverted, term);
    if (documents <= mostInlined) writePostings(inlined, postings, count);
    else {
      const [best, others] = documents > longestWhole ? parted(postings) : [postings];
      writePostings(list, best, count);
      const bytes = list.take();
      const isNext = pack.length > 0 && pack.length + bytes.length > packBytes;
      if (isNext) {
        yield { kind: "postings", bytes: seal(pack.take()) };
        packs += 1;
      }
      pack.bytes(bytes);
      heads.number(bytes.length * 2 + (isNext ? 1 : 0));
      if (others) {
        writePostings(list, others, count);
        const further = seal(list.take());
        heads.number(further.length);
        yield { kind: "further", bytes: further };
        furthers += 1;
      }
    }
    block.before = letters;
    block.words += 1;
    if (heads.length + inlined.length >= blockBytes) {
      yield finished(block, word);
      block = undefined;
    }
  }
  if (block) yield finished(block, words[order.at(-1) ?? 0] ?? "");
  if (pack.length > 0) yield { kind: "postings", bytes: seal(pack.take()) };
}

/** Throws a RangeError for bytes that are no whole block of an index of so many documents. */
export function readBlock(sealed: Uint8Array, documentCount: number): readonly Entry[] {
  const bytes = unseal(sealed);
  const reader = new ByteReader(bytes);
  const decoder = new TextDecoder();
  const words = reader.number();
  let pack = reader.number();
  let offset = reader.number();
  let further = reader.number();
  let before = new Uint8Array();
  const heads: (Omit<Entry, "place"> & { readonly place?: Place })[] = [];
  for (let left = words; left > 0; left -= 1) {
    const shared = reader.number();
    const rest = reader.bytes(reader.number());
    const letters = new Uint8Array(shared + rest.length);
    letters.set(before.subarray(0, shared));
    letters.set(rest, shared);
    before = letters;
    const word = decoder.decode(letters);
    const flagged = reader.number();
    const documents = flagged >>> 1;
    const printed = flagged & 1 ? decoder.decode(reader.bytes(reader.number())) : word;
    if (documents <= mostInlined) {
      heads.push({ word, printed, documents });
      continue;
    }
    const length = reader.number();
    if (length & 1) {
      pack += 1;
      offset = 0;
    }
    const place: Place = { kind: "file", pack, from: offset, to: offset + (length >>> 1) };
    offset = place.to;
    if (documents <= longestWhole) heads.push({ word, printed, documents, place });
    else {
      heads.push({
        word,
        printed,
        documents,
        place: { ...place, further: { number: further, bytes: reader.number() } },
      });
      further += 1;
    }
  }
  const inlined = new BitReader(bytes.subarray(reader.position));
  return heads.map(
    ({ place, ...head }): Entry => ({
      ...head,
      place: place ?? { kind: "inline", postings: readPostings(inlined, head.documents, documentCount) },
    }),
  );
}

/** Throws a RangeError when the pack is not the one that holds the entry's postings. */
export function readPacked(pack: Uint8Array, { documents, place }: Entry, documentCount: number): PostingList {
  if (place.kind === "inline") return place.postings;
  const count = documents > longestWhole ? bestOfLong : documents;
  return readPostings(new BitReader(pack.subarray(place.from, place.to)), count, documentCount);
}

/** The postings of a long list that are not among its best. */
export function readFurther(sealed: Uint8Array, documents: number, documentCount: number): PostingList {
  return readPostings(new BitReader(unseal(sealed)), documents - bestOfLong, documentCount);
}

function postingsOf({ starts, documents, marks }: Inverted, term: number): PostingList {
  const from = starts[term] ?? 0;
  const to = starts[term + 1] ?? 0;
  return { documents: documents.subarray(from, to), marks: marks.subarray(from, to) };
}

/** The best by impact, of equal ones the newest, and the others. */
function parted({ documents, marks }: PostingList): readonly [PostingList, PostingList] {
  const levels = new Uint32Array(32);
  for (const mark of marks) levels[mark & 31] = (levels[mark & 31] ?? 0) + 1;
  let least = 31;
  let room = bestOfLong;
  while (least > 0 && (levels[least] ?? 0) <= room) {
    room -= levels[least] ?? 0;
    least -= 1;
  }
  const isBest = (at: number) => {
    const level = (marks[at] ?? 0) & 31;
    if (level !== least) return level > least;
    room -= 1;
    return room >= 0;
  };
  const best: number[] = [];
  const others: number[] = [];
  for (let at = 0; at < documents.length; at += 1) (isBest(at) ? best : others).push(at);
  return [picked({ documents, marks }, best), picked({ documents, marks }, others)];
}

function picked({ documents, marks }: PostingList, places: readonly number[]): PostingList {
  return {
    documents: Uint32Array.from(places, (at) => documents[at] ?? 0),
    marks: Uint8Array.from(places, (at) => marks[at] ?? 0),
  };
}

export function sharedBytes(one: Uint8Array, other: Uint8Array): number {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  return shared;
}
