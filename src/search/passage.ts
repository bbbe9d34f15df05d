import { highlight } from "./highlight.ts";
import type { Run } from "./protocol.ts";
import { isUnspaced, wordsOf } from "./words.ts";

/** About two lines of a result where there is room. */
const longestPassage = 180;
/** So much stands before the first marked word that it is within two lines on a telephone too; letters of some scripts are wide. */
const mostBefore = 60;
const mostWideBefore = 20;

/**
 * The passage of a text that says most of the wanted words (folded), marked: it begins with a sentence where one begins near
 * enough. The beginning of the text when it has none of them.
 */
export function passageOf(text: string, words: readonly string[], longest = longestPassage): readonly Run[] {
  const plain = text.replace(/\s+/gu, " ").trim();
  const wanted = new Set(words);
  const hits = wordsOf(plain).filter(({ folded }) => wanted.has(folded));
  let best = { start: 0, worth: 0 };
  for (const [at, { from }] of hits.entries()) {
    const seen = new Map<string, number>();
    for (let next = at; next < hits.length; next += 1) {
      const { folded = "", to = 0 } = hits[next] ?? {};
      if (to > from + longest * 0.8) break;
      seen.set(folded, (seen.get(folded) ?? 0) + 1);
    }
    // A further word is worth more than the same one again.
    const worth =
      seen.size +
      0.1 *
        Math.min(
          3,
          [...seen.values()].reduce((sum, times) => sum + times - 1, 0),
        );
    if (worth > best.worth) best = { start: from, worth };
  }
  const before = isUnspaced(plain.slice(Math.max(0, best.start - mostBefore), best.start))
    ? mostWideBefore
    : mostBefore;
  const start = beginningBefore(plain, best.start, Math.min(before, longest / 2));
  const end = endAt(plain, start + longest);
  const shown = `${start > 0 ? "… " : ""}${plain.slice(start, end).trim()}${end < plain.length ? " …" : ""}`;
  return highlight(shown, words);
}

/** Where the sentence of a place begins, or a word when that is too far before it. */
function beginningBefore(text: string, place: number, farthest: number): number {
  const from = Math.max(0, Math.floor(place - farthest));
  if (from === 0) return 0;
  const before = text.slice(from, place);
  const end = /[.!?…؟।۔。]\s?(?=[^\s.!?…؟।۔。][^.!?…؟।۔。]*$)/u.exec(before);
  if (end) return from + end.index + end[0].length;
  const blank = before.indexOf(" ", Math.floor(before.length / 2));
  return blank < 0 ? place : from + blank + 1;
}

/** Not inside a word, when there is a blank to end at. */
function endAt(text: string, end: number): number {
  if (end >= text.length) return text.length;
  const blank = text.lastIndexOf(" ", end);
  return blank > end - 30 ? blank : end;
}
