import { ByteReader, ByteWriter } from "./bytes.ts";
import { sharedBytes } from "./dictionary.ts";
import { fileOf } from "./hash.ts";
import type { Inverted } from "./invert.ts";
import { seal, unseal } from "./seal.ts";

/** Words shorter than this are not corrected: too many are one letter apart. */
const shortestCorrected = 4;
/** From here on, two letters may be wrong. */
const shortestTwice = 8;
const fileBytes = 2_200;

/** A word that may have been meant. */
export type Spelling = {
  readonly word: string;
  /** How many documents hold it, as a power of two. */
  readonly commonness: number;
};

/** How many letters may be wrong. Numbers are never corrected, and neither is what has no letters of its own. */
export function editsAllowed(word: string): 0 | 1 | 2 {
  const length = Array.from(word).length;
  if (length < shortestCorrected || /\p{N}/u.test(word)) return 0;
  return length < shortestTwice ? 1 : 2;
}

/**
 * One wrong letter, or two neighbours that changed places, leaves one half of a word whole, when the halves leave at least one
 * letter between them. So each word stands in two files: by its first and by its last half.
 */
function halfLength(letters: number): number {
  return Math.floor((letters - 1) / 2);
}

/** The files, out of so many, in which all words are that may have been meant. */
export function spellingFilesOf(word: string, files: number): readonly number[] {
  const letters = Array.from(word);
  const edits = editsAllowed(word);
  const numbers = new Set<number>();
  for (let length = letters.length - edits; length <= letters.length + edits; length += 1)
    for (const file of filesOfHalves(letters, halfLength(length), files)) numbers.add(file);
  return [...numbers];
}

function filesOfHalves(letters: readonly string[], half: number, files: number): readonly number[] {
  const halves = [`<${letters.slice(0, half).join("")}`, `>${letters.slice(letters.length - half).join("")}`];
  return halves.map((key) => fileOf(key, files));
}

/** A file: how many words; each one's bytes shared with the one before, further bytes, and its commonness. */
export function* writeSpellings({ words, starts }: Inverted, order: readonly number[]): Generator<Uint8Array> {
  const spelled = order.filter((term) => {
    const word = words[term] ?? "";
    return word.length >= shortestCorrected - 1 && !/\p{N}/u.test(word);
  });
  const letters = spelled.reduce((sum, term) => sum + (words[term]?.length ?? 0), 0);
  const files = Math.max(1, Math.ceil((2 * letters) / fileBytes));
  const inFile: number[][] = Array.from({ length: files }, () => []);
  for (const term of spelled) {
    const signs = Array.from(words[term] ?? "");
    for (const file of new Set(filesOfHalves(signs, halfLength(signs.length), files))) inFile[file]?.push(term);
  }
  const encoder = new TextEncoder();
  const writer = new ByteWriter();
  for (const terms of inFile) {
    writer.number(terms.length);
    let before = new Uint8Array();
    for (const term of terms) {
      const bytes = encoder.encode(words[term] ?? "");
      const shared = sharedBytes(before, bytes);
      writer.number(shared);
      writer.number(bytes.length - shared);
      writer.bytes(bytes.subarray(shared));
      writer.number(31 - Math.clz32((starts[term + 1] ?? 0) - (starts[term] ?? 0)));
      before = bytes;
    }
    yield seal(writer.take());
  }
}

/** Throws a RangeError for bytes that are no such file. */
export function readSpellings(sealed: Uint8Array): readonly Spelling[] {
  const reader = new ByteReader(unseal(sealed));
  const decoder = new TextDecoder();
  const spellings: Spelling[] = [];
  let before = new Uint8Array();
  for (let left = reader.number(); left > 0; left -= 1) {
    const shared = reader.number();
    const rest = reader.bytes(reader.number());
    const letters = new Uint8Array(shared + rest.length);
    letters.set(before.subarray(0, shared));
    letters.set(rest, shared);
    before = letters;
    spellings.push({ word: decoder.decode(letters), commonness: reader.number() });
  }
  return spellings;
}

/** Likeliest first: fewest edits, then the same first letter, then the commonest. */
export function nearest(word: string, spellings: readonly Spelling[], most: number): readonly Correction[] {
  const letters = Array.from(word);
  const edits = editsAllowed(word);
  const found = new Map<string, Correction & { readonly rank: number }>();
  for (const { word: candidate, commonness } of spellings) {
    if (candidate === word || found.has(candidate) || Math.abs(candidate.length - word.length) > 2 * edits) continue;
    const signs = Array.from(candidate);
    const distance = editDistance(letters, signs, edits);
    if (distance > edits) continue;
    const rank = distance * 100 + (signs[0] === letters[0] ? 0 : 3) - commonness;
    found.set(candidate, { word: candidate, edits: distance, rank });
  }
  return [...found.values()]
    .sort((one, other) => one.rank - other.rank || (one.word < other.word ? -1 : 1))
    .filter(({ edits: distance }, _at, all) => distance === all[0]?.edits)
    .slice(0, most);
}

export type Correction = { readonly word: string; readonly edits: number };

/** Optimal string alignment: letters put in, left out, changed, or two neighbours that changed places. More than `most` is Infinity. */
export function editDistance(one: readonly string[], other: readonly string[], most: number): number {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let last: number[] = [];
  let before = Array.from({ length: other.length + 1 }, (_none, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (before[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (before[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        cost = Math.min(cost, (last[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return Infinity;
    last = before;
    before = current;
  }
  const distance = before[other.length] ?? 0;
  return distance > most ? Infinity : distance;
}
