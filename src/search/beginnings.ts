import { ByteReader, ByteWriter } from "./bytes.ts";
import { fileOf } from "./hash.ts";
import type { Inverted } from "./invert.ts";
import { seal, unseal } from "./seal.ts";

/** All beginnings of so many letters have their commonest words, and an answer, of their own. */
export const shortBeginning = 2;
/** So many words at most are kept of a beginning. */
export const mostCompletions = 8;
/** As many hits as fill a screen. */
export const answeredHits = 20;
const fileBytes = 1_500;

export type CompletedWord = { readonly word: string; readonly printed: string; readonly documents: number };

export type Beginning = {
  /** The commonest words that begin so, commonest first. */
  readonly words: readonly CompletedWord[];
  /** What a search for the beginning alone finds, newest first: for short ones, so that a first letter costs one small file. */
  readonly answer?: { readonly total: number; readonly newest: readonly number[] };
};

/** `wide` are longer beginnings of very many words. Gives the files, numbered from 0 in order. */
export function writeBeginnings(
  inverted: Inverted,
  order: readonly number[],
  wide: readonly string[],
): readonly Uint8Array[] {
  const byBeginning = termsByBeginning(inverted, order, wide);
  const answerOf = openAnswerer(inverted);
  const entries = [...byBeginning].map(([beginning, terms]) => {
    const commonest = terms.toSorted((one, other) => spread(inverted, other) - spread(inverted, one) || one - other);
    const words = commonest.slice(0, mostCompletions);
    const exact = terms.find((term) => inverted.words[term] === beginning);
    const isShort = Array.from(beginning).length <= shortBeginning;
    const sought = exact === undefined || words.includes(exact) ? words : [exact, ...words];
    return { beginning, words, answer: isShort ? answerOf(sought) : undefined };
  });
  const bytes = entries.reduce(
    (sum, { words, answer }) => sum + 9 * words.length + 4 * (answer?.newest.length ?? 0) + 6,
    0,
  );
  const files = Math.max(1, Math.ceil(bytes / fileBytes));
  const inFile: (typeof entries)[] = Array.from({ length: files }, () => []);
  for (const entry of entries) inFile[beginningFileOf(entry.beginning, files)]?.push(entry);
  return inFile.map((own) => seal(encoded(own, inverted)));
}

/** All that begin with the same letter lie together, because they are asked for one after the other. */
export function beginningFileOf(beginning: string, files: number): number {
  const [first = ""] = Array.from(beginning);
  return fileOf(first, files);
}

type Answer = NonNullable<Beginning["answer"]>;
type Entry = { readonly beginning: string; readonly words: readonly number[]; readonly answer: Answer | undefined };

function encoded(entries: readonly Entry[], inverted: Inverted): Uint8Array {
  const writer = new ByteWriter();
  const encoder = new TextEncoder();
  const text = (value: string) => {
    const bytes = encoder.encode(value);
    writer.number(bytes.length);
    writer.bytes(bytes);
  };
  writer.number(entries.length);
  for (const { beginning, words, answer } of entries) {
    text(beginning);
    writer.number(words.length);
    for (const term of words) {
      const word = inverted.words[term] ?? "";
      const printed = inverted.printed.get(term);
      text(word.slice(beginning.length));
      writer.number(spread(inverted, term) * 2 + (printed === undefined ? 0 : 1));
      if (printed !== undefined) text(printed);
    }
    writer.byte(answer ? 1 : 0);
    if (!answer) continue;
    writer.number(answer.total);
    writer.number(answer.newest.length);
    for (const document of answer.newest) writer.number(document);
  }
  return writer.take();
}

/** By beginning. Throws a RangeError for bytes that are no such file. */
export function readBeginnings(sealed: Uint8Array): ReadonlyMap<string, Beginning> {
  const reader = new ByteReader(unseal(sealed));
  const decoder = new TextDecoder();
  const text = () => decoder.decode(reader.bytes(reader.number()));
  const times = <Value>(read: () => Value) => Array.from({ length: reader.number() }, read);
  return new Map(
    times(() => {
      const beginning = text();
      const words = times((): CompletedWord => {
        const word = beginning + text();
        const flagged = reader.number();
        return { word, printed: flagged & 1 ? text() : word, documents: flagged >>> 1 };
      });
      if (reader.byte() === 0) return [beginning, { words }];
      const total = reader.number();
      return [beginning, { words, answer: { total, newest: times(() => reader.number()) } }];
    }),
  );
}

function termsByBeginning(
  { words }: Inverted,
  order: readonly number[],
  wide: readonly string[],
): Map<string, number[]> {
  const found = new Map<string, number[]>(wide.map((beginning) => [beginning, []]));
  for (const term of order) {
    const word = words[term] ?? "";
    // Two UTF-16 units for each letter are enough of the word to hold them.
    const letters = Array.from(word.slice(0, 2 * shortBeginning));
    for (let length = 1; length <= Math.min(shortBeginning, letters.length); length += 1) {
      const beginning = letters.slice(0, length).join("");
      const terms = found.get(beginning);
      if (terms) terms.push(term);
      else found.set(beginning, [term]);
    }
    if (wide.length === 0) continue;
    for (let length = shortBeginning + 1; length <= word.length; length += 1)
      found.get(word.slice(0, length))?.push(term);
  }
  return new Map([...found].filter(([, terms]) => terms.length > 0));
}

function openAnswerer({ count, starts, documents }: Inverted): (terms: readonly number[]) => Answer {
  const reachedBy = new Uint32Array(count);
  let asked = 0;
  return (terms) => {
    asked += 1;
    let total = 0;
    for (const term of terms) {
      const to = starts[term + 1] ?? 0;
      for (let at = starts[term] ?? 0; at < to; at += 1) {
        const document = documents[at] ?? 0;
        if (reachedBy[document] === asked) continue;
        reachedBy[document] = asked;
        total += 1;
      }
    }
    const newest: number[] = [];
    for (let document = 0; document < count && newest.length < answeredHits; document += 1)
      if (reachedBy[document] === asked) newest.push(document);
    return { total, newest };
  };
}

function spread({ starts }: Inverted, term: number): number {
  return (starts[term + 1] ?? 0) - (starts[term] ?? 0);
}
