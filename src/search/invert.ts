import { markOf } from "./postings.ts";
import { type FieldName, fieldNames, fields, saturation } from "./rank.ts";
import { wordsOf } from "./words.ts";

/** All words of all documents, and which hold which. */
export type Inverted = {
  /** Documents. */
  readonly count: number;
  readonly words: readonly string[];
  /** By word, how it was printed first (in small letters), when that is not how it is folded. */
  readonly printed: ReadonlyMap<number, string>;
  /** The postings of word w are [starts[w], starts[w + 1]) of documents and marks. */
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly marks: Uint8Array;
  /** The words of all fields, one document after the other; field f ends where ends[f + 1] says. */
  readonly terms: Uint32Array;
  readonly ends: Uint32Array;
};

type Fields = Readonly<Record<FieldName, string>>;

/** So many documents are read, or counted, between two rests. */
const documentsAtATime = 100;

/** Inverts documents in one go. */
export function invert(documents: readonly { readonly fields: Fields }[]): Inverted {
  const work = inverting(documents);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** All words of all fields as numbers, in typed arrays: millions of them fit. Yields where the work may rest. */
export function* inverting(documents: readonly { readonly fields: Fields }[]): Generator<undefined, Inverted> {
  const collected = yield* collect(documents);
  const { terms, ends, words } = collected;
  const starts = startsOf(terms, ends, words.length);
  const total = starts[words.length] ?? 0;
  const postingDocuments = new Uint32Array(total);
  const marks = new Uint8Array(total);
  const next = starts.slice();
  const averages = averageLengths(ends, documents.length);
  const frequency = new Float64Array(words.length);
  const inHeadline = new Int32Array(words.length).fill(-1);
  const touched: number[] = [];
  for (let document = 0; document < documents.length; document += 1) {
    if (document % documentsAtATime === 0) yield;
    touched.length = 0;
    for (const [field, name] of fieldNames.entries()) {
      const from = ends[document * fieldNames.length + field] ?? 0;
      const to = ends[document * fieldNames.length + field + 1] ?? 0;
      const { weight, length } = fields[name];
      const share = weight / (1 - length + (length * (to - from)) / (averages[field] || 1));
      for (let at = from; at < to; at += 1) {
        const term = terms[at] ?? 0;
        if (frequency[term] === 0) touched.push(term);
        frequency[term] = (frequency[term] ?? 0) + share;
        if (name === "headline") inHeadline[term] = document;
      }
    }
    for (const term of touched) {
      const weighted = frequency[term] ?? 0;
      const at = next[term] ?? 0;
      next[term] = at + 1;
      postingDocuments[at] = document;
      marks[at] = markOf(weighted / (weighted + saturation), inHeadline[term] === document);
      frequency[term] = 0;
    }
  }
  return { ...collected, count: documents.length, starts, documents: postingDocuments, marks };
}

function* collect(
  documents: readonly { readonly fields: Fields }[],
): Generator<undefined, Pick<Inverted, "words" | "printed" | "terms" | "ends">> {
  const numbers = new Map<string, number>();
  const printed = new Map<number, string>();
  let terms = new Uint32Array(1 << 16);
  const ends = new Uint32Array(documents.length * fieldNames.length + 1);
  let length = 0;
  for (const [document, { fields: texts }] of documents.entries()) {
    if (document % documentsAtATime === 0) yield;
    for (const [field, name] of fieldNames.entries()) {
      const text = texts[name];
      for (const { folded, from, to } of wordsOf(text)) {
        let number = numbers.get(folded);
        if (number === undefined) {
          number = numbers.size;
          numbers.set(folded, number);
          const small = text.slice(from, to).toLowerCase();
          if (small !== folded) printed.set(number, small.replace(/['’ʼ]s$/u, ""));
        }
        if (length === terms.length) {
          const larger = new Uint32Array(terms.length * 2);
          larger.set(terms);
          terms = larger;
        }
        terms[length] = number;
        length += 1;
      }
      ends[document * fieldNames.length + field + 1] = length;
    }
  }
  return { terms: terms.subarray(0, length), ends, words: [...numbers.keys()], printed };
}

/** Where the postings of each word begin, and of one more behind the last. */
function startsOf(terms: Uint32Array, ends: Uint32Array, words: number): Uint32Array {
  const starts = new Uint32Array(words + 1);
  const last = new Int32Array(words).fill(-1);
  const step = fieldNames.length;
  for (let document = 0; document * step + step < ends.length; document += 1) {
    const to = ends[document * step + step] ?? 0;
    for (let at = ends[document * step] ?? 0; at < to; at += 1) {
      const term = terms[at] ?? 0;
      if (last[term] === document) continue;
      last[term] = document;
      starts[term + 1] = (starts[term + 1] ?? 0) + 1;
    }
  }
  for (let term = 1; term <= words; term += 1) starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0);
  return starts;
}

function averageLengths(ends: Uint32Array, count: number): number[] {
  const sums = fieldNames.map(() => 0);
  for (let at = 0; at + 1 < ends.length; at += 1) {
    const field = at % fieldNames.length;
    sums[field] = (sums[field] ?? 0) + (ends[at + 1] ?? 0) - (ends[at] ?? 0);
  }
  return sums.map((sum) => sum / Math.max(1, count));
}
