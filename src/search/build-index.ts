import { ByteWriter } from "./bytes.ts";
import { dayNumber, documentsPerChunk, indexFiles, indexVersion, longestPrefix, type Root } from "./index-files.ts";
import { type FieldName, invert, type Postings } from "./invert.ts";

export type SearchDocument = {
  readonly fields: Readonly<Record<FieldName, string>>;
  /** By facet, the document's values: { section: ["world"] }. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** "2025-05-28" */
  readonly day: string;
  /** JSON that is given back with a hit. */
  readonly stored: unknown;
};

export type IndexFile = { readonly name: string; readonly content: string | Uint8Array };

const shardBytes = 16_384;
const completionsPerPrefix = 8;

/**
 * Prints the index of documents, given newest first: equal scores and lists by date keep that order.
 * Same documents, same bytes.
 *
 * - root.json: statistics, and the first word of each shard
 * - words: shards of a sorted, front-coded dictionary with postings (document deltas, and the BM25F impact in 8 bits)
 * - prefixes: the commonest words that begin with each one or two letters
 * - columns: days as runs, and the documents of each facet value
 * - stored: what results show, 32 documents a file
 */
export function* buildIndex(documents: readonly SearchDocument[]): Generator<IndexFile> {
  const postings = invert(documents.map(({ fields }) => fields));
  const order = [...postings.words.keys()].sort((one, other) =>
    compare(postings.words[one] ?? "", postings.words[other] ?? ""),
  );
  const shards = [...printShards(postings, order)];
  const columns = printColumns(documents);
  const chunks = [...printChunks(documents)];
  const prefixes = printPrefixes(postings, order);
  const stamp = stampOf([
    ...shards.map(({ bytes }) => bytes),
    columns,
    new TextEncoder().encode(chunks.join() + prefixes),
  ]);
  for (const [number, { bytes }] of shards.entries()) yield { name: indexFiles.shard(stamp, number), content: bytes };
  for (const [number, chunk] of chunks.entries()) yield { name: indexFiles.stored(stamp, number), content: chunk };
  yield { name: indexFiles.prefixes(stamp), content: prefixes };
  yield { name: indexFiles.columns(stamp), content: columns };
  const root: Root = {
    version: indexVersion,
    count: documents.length,
    stamp,
    shards: shards.map(({ first }) => first),
  };
  yield { name: indexFiles.root, content: JSON.stringify(root) };
}

/** Each word: letters shared with the one before, further letters, documents, bytes of postings; then all postings. */
function* printShards(postings: Postings, order: readonly number[]): Generator<{ first: string; bytes: Uint8Array }> {
  const encoder = new TextEncoder();
  const head = new ByteWriter();
  const body = new ByteWriter();
  let first: string | undefined;
  let before = new Uint8Array();
  let words = 0;
  const flush = () => {
    const count = new ByteWriter();
    count.number(words);
    count.bytes(head.take());
    count.bytes(body.take());
    words = 0;
    before = new Uint8Array();
    return count.take();
  };
  for (const term of order) {
    const word = postings.words[term] ?? "";
    const letters = encoder.encode(word);
    first ??= word;
    let shared = 0;
    while (shared < before.length && before[shared] === letters[shared]) shared += 1;
    const start = postings.starts[term] ?? 0;
    const end = postings.starts[term + 1] ?? start;
    const bodyBefore = body.length;
    let last = -1;
    for (let at = start; at < end; at += 1) {
      const document = postings.documents[at] ?? 0;
      body.number(document - last - 1);
      body.byte(postings.impacts[at] ?? 0);
      last = document;
    }
    head.number(shared);
    head.number(letters.length - shared);
    head.bytes(letters.subarray(shared));
    head.number(end - start);
    head.number(body.length - bodyBefore);
    before = letters;
    words += 1;
    if (head.length + body.length >= shardBytes) {
      yield { first, bytes: flush() };
      first = undefined;
    }
  }
  if (first !== undefined) yield { first, bytes: flush() };
}

function printPrefixes(postings: Postings, order: readonly number[]): string {
  const byPrefix = new Map<string, number[]>();
  for (const term of order) {
    // Two UTF-16 units for each letter are enough of the word to hold them.
    const letters = Array.from((postings.words[term] ?? "").slice(0, 2 * longestPrefix));
    for (let length = 1; length <= Math.min(longestPrefix, letters.length); length += 1) {
      const prefix = letters.slice(0, length).join("");
      const terms = byPrefix.get(prefix);
      if (terms) terms.push(term);
      else byPrefix.set(prefix, [term]);
    }
  }
  const documentsOf = (term: number) => (postings.starts[term + 1] ?? 0) - (postings.starts[term] ?? 0);
  const completions = [...byPrefix].map(([prefix, terms]) => {
    const commonest = terms
      .sort((one, other) => documentsOf(other) - documentsOf(one) || one - other)
      .slice(0, completionsPerPrefix);
    return [prefix, commonest.map((term) => postings.words[term])];
  });
  return JSON.stringify(Object.fromEntries(completions));
}

function printColumns(documents: readonly SearchDocument[]): Uint8Array {
  const writer = new ByteWriter();
  const encoder = new TextEncoder();
  const runs: { day: number; length: number }[] = [];
  for (const { day } of documents) {
    const number = dayNumber(day);
    const last = runs.at(-1);
    if (last?.day === number) last.length += 1;
    else runs.push({ day: number, length: 1 });
  }
  writer.number(runs.length);
  // Days before 1970 would be negative: counted from the year 0.
  for (const { day, length } of runs) {
    writer.number(day + 719_528);
    writer.number(length);
  }
  const facets = new Map<string, Map<string, number[]>>();
  for (const [at, document] of documents.entries()) {
    for (const [facet, values] of Object.entries(document.facets)) {
      const byValue = facets.get(facet) ?? new Map<string, number[]>();
      facets.set(facet, byValue);
      for (const value of new Set(values)) {
        const ids = byValue.get(value);
        if (ids) ids.push(at);
        else byValue.set(value, [at]);
      }
    }
  }
  const text = (value: string) => {
    const bytes = encoder.encode(value);
    writer.number(bytes.length);
    writer.bytes(bytes);
  };
  writer.number(facets.size);
  for (const [facet, byValue] of [...facets].sort(([one], [other]) => compare(one, other))) {
    text(facet);
    writer.number(byValue.size);
    for (const [value, ids] of [...byValue].sort(([one], [other]) => compare(one, other))) {
      text(value);
      writer.number(ids.length);
      let last = -1;
      for (const id of ids) {
        writer.number(id - last - 1);
        last = id;
      }
    }
  }
  return writer.take();
}

function* printChunks(documents: readonly SearchDocument[]): Generator<string> {
  for (let at = 0; at < documents.length; at += documentsPerChunk) {
    yield JSON.stringify(documents.slice(at, at + documentsPerChunk).map(({ stored }) => stored));
  }
}

/** FNV-1a over all files, twice with different starts: 64 bits, enough to tell two editions of an index apart. */
function stampOf(files: readonly Uint8Array[]): string {
  let one = 0x811c9dc5;
  let other = 0x9747b28c;
  for (const bytes of files) {
    for (const byte of bytes) {
      one = Math.imul(one ^ byte, 0x01000193);
      other = Math.imul(other ^ byte, 0x01000193) + 1;
    }
  }
  return (one >>> 0).toString(16).padStart(8, "0") + (other >>> 0).toString(16).padStart(8, "0");
}

/** By UTF-16 units: the same order on every machine, and the one that open-index.ts looks words up in. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
