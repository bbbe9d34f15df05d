import type { BitReader, BitWriter } from "./bits.ts";

/** Documents that hold a word, ascending, and by each what the word says of it. */
export type PostingList = {
  readonly documents: Uint32Array;
  /** The BM25F impact in the five lowest bits, from 0 for 1/32 to 31 for 1; bit five when the headline has the word. */
  readonly marks: Uint8Array;
};

const impactLevels = 32;
const impactMask = impactLevels - 1;
const headlineMark = impactLevels;
const markWidth = 6;

/** From an impact of 0 to 1. */
export function markOf(impact: number, isInHeadline: boolean): number {
  const level = Math.min(impactMask, Math.max(0, Math.round(impact * impactLevels) - 1));
  return isInHeadline ? level | headlineMark : level;
}

export function impactOf(mark: number): number {
  return ((mark & impactMask) + 1) / impactLevels;
}

export function isInHeadline(mark: number): boolean {
  return (mark & headlineMark) !== 0;
}

/** What is best for the gaps between so many numbers below an end. */
export function gapWidth(count: number, end: number): number {
  return Math.max(0, Math.floor(Math.log2((0.69 * end) / Math.max(1, count))));
}

export function writeGaps(writer: BitWriter, ascending: ArrayLike<number>, end: number): void {
  const width = gapWidth(ascending.length, end);
  let last = -1;
  for (let at = 0; at < ascending.length; at += 1) {
    const number = ascending[at] ?? 0;
    writer.rice(number - last - 1, width);
    last = number;
  }
}

/** Throws a RangeError for a number that is not below the end. */
export function readGaps(reader: BitReader, count: number, end: number): Uint32Array {
  if (count > end) throw new RangeError("more numbers than there can be");
  const width = gapWidth(count, end);
  const ascending = new Uint32Array(count);
  let last = -1;
  for (let at = 0; at < count; at += 1) {
    last += reader.rice(width) + 1;
    ascending[at] = last;
  }
  if (last >= end) throw new RangeError("a number that is too large");
  return ascending;
}

export function writePostings(writer: BitWriter, { documents, marks }: PostingList, documentCount: number): void {
  writeGaps(writer, documents, documentCount);
  for (const mark of marks) writer.bits(mark, markWidth);
}

export function readPostings(reader: BitReader, count: number, documentCount: number): PostingList {
  const documents = readGaps(reader, count, documentCount);
  const marks = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) marks[at] = reader.bits(markWidth);
  return { documents, marks };
}

/** Two lists of different documents as one. */
export function mergePostings(one: PostingList, other: PostingList): PostingList {
  const documents = new Uint32Array(one.documents.length + other.documents.length);
  const marks = new Uint8Array(documents.length);
  let left = 0;
  let right = 0;
  for (let at = 0; at < documents.length; at += 1) {
    const isLeft = (one.documents[left] ?? Infinity) < (other.documents[right] ?? Infinity);
    documents[at] = (isLeft ? one.documents[left] : other.documents[right]) ?? 0;
    marks[at] = (isLeft ? one.marks[left] : other.marks[right]) ?? 0;
    if (isLeft) left += 1;
    else right += 1;
  }
  return { documents, marks };
}
