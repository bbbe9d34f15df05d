import { wordsOf } from "./words.ts";

const fieldNames = ["headline", "lead", "body"] as const;
export type FieldName = (typeof fieldNames)[number];

/** BM25F (Zaragoza and others, TREC 2004): a field's weight, and how much its length counts. */
const weights: Readonly<Record<FieldName, { readonly weight: number; readonly length: number }>> = {
  headline: { weight: 6, length: 0.4 },
  lead: { weight: 2.5, length: 0.6 },
  body: { weight: 1, length: 0.75 },
};

/** Low, because news is short: a second mention says little more than the first. */
const saturation = 1.4;

/** Which documents hold which word, and how much it says of them. The postings of word w are [starts[w], starts[w + 1]). */
export type Postings = {
  readonly words: readonly string[];
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  /** BM25F without the word's rarity, 1 to 255 for 0 to 1. */
  readonly impacts: Uint8Array;
};

/** All words of all fields as numbers, one field after the other, in typed arrays: millions of them fit. */
type Occurrences = { readonly terms: Uint32Array; readonly ends: Uint32Array; readonly words: readonly string[] };

export function invert(documents: readonly Readonly<Record<FieldName, string>>[]): Postings {
  const { terms, ends, words } = collect(documents);
  const averages = averageLengths(ends, documents.length);
  const documentFrequency = new Uint32Array(words.length + 1);
  const lastDocument = new Int32Array(words.length).fill(-1);
  forEachDocument(ends, documents.length, (document, from, to) => {
    for (let at = from; at < to; at += 1) {
      const term = terms[at] ?? 0;
      if (lastDocument[term] === document) continue;
      lastDocument[term] = document;
      documentFrequency[term + 1] = (documentFrequency[term + 1] ?? 0) + 1;
    }
  });
  for (let term = 1; term < documentFrequency.length; term += 1) {
    documentFrequency[term] = (documentFrequency[term] ?? 0) + (documentFrequency[term - 1] ?? 0);
  }
  const starts = documentFrequency;
  const total = starts[words.length] ?? 0;
  const postingDocuments = new Uint32Array(total);
  const impacts = new Uint8Array(total);
  const next = starts.slice();
  const weight = new Float64Array(words.length);
  for (let document = 0; document < documents.length; document += 1) {
    const touched: number[] = [];
    for (const [field, name] of fieldNames.entries()) {
      const from = ends[document * 3 + field] ?? 0;
      const to = ends[document * 3 + field + 1] ?? 0;
      const { weight: fieldWeight, length } = weights[name];
      const share = fieldWeight / (1 - length + (length * (to - from)) / (averages[field] || 1));
      for (let at = from; at < to; at += 1) {
        const term = terms[at] ?? 0;
        if (weight[term] === 0) touched.push(term);
        weight[term] = (weight[term] ?? 0) + share;
      }
    }
    for (const term of touched) {
      const frequency = weight[term] ?? 0;
      const at = next[term] ?? 0;
      next[term] = at + 1;
      postingDocuments[at] = document;
      impacts[at] = Math.max(1, Math.round((255 * frequency) / (frequency + saturation)));
      weight[term] = 0;
    }
  }
  return { words, starts, documents: postingDocuments, impacts };
}

function collect(documents: readonly Readonly<Record<FieldName, string>>[]): Occurrences {
  const numbers = new Map<string, number>();
  let terms = new Uint32Array(1 << 16);
  const ends = new Uint32Array(documents.length * 3 + 1);
  let length = 0;
  for (const [document, fields] of documents.entries()) {
    for (const [field, name] of fieldNames.entries()) {
      for (const { folded } of wordsOf(fields[name])) {
        let number = numbers.get(folded);
        if (number === undefined) {
          number = numbers.size;
          numbers.set(folded, number);
        }
        if (length === terms.length) {
          const larger = new Uint32Array(terms.length * 2);
          larger.set(terms);
          terms = larger;
        }
        terms[length] = number;
        length += 1;
      }
      ends[document * 3 + field + 1] = length;
    }
  }
  return { terms, ends, words: [...numbers.keys()] };
}

function averageLengths(ends: Uint32Array, count: number): number[] {
  const sums = fieldNames.map(() => 0);
  for (let at = 0; at < count * 3; at += 1) sums[at % 3] = (sums[at % 3] ?? 0) + (ends[at + 1] ?? 0) - (ends[at] ?? 0);
  return sums.map((sum) => sum / Math.max(1, count));
}

function forEachDocument(
  ends: Uint32Array,
  count: number,
  visit: (document: number, from: number, to: number) => void,
): void {
  for (let document = 0; document < count; document += 1)
    visit(document, ends[document * 3] ?? 0, ends[document * 3 + 3] ?? 0);
}
