import type { Run } from "./protocol.ts";
import { wordsOf } from "./words.ts";

/** Splits a text at the words that a search found (folded, as in its results). The runs joined are the text. */
export function highlight(text: string, words: readonly string[]): readonly Run[] {
  const wanted = new Set(words);
  const runs: Run[] = [];
  let at = 0;
  for (const { folded, from, to } of wordsOf(text)) {
    if (!wanted.has(folded) || to <= at) continue;
    const start = Math.max(from, at);
    if (start > at) runs.push({ text: text.slice(at, start), marked: false });
    const last = runs.at(-1);
    // Neighbouring pairs of letters overlap: one mark for the whole run.
    if (last?.marked && start === at) runs[runs.length - 1] = { text: last.text + text.slice(start, to), marked: true };
    else runs.push({ text: text.slice(start, to), marked: true });
    at = to;
  }
  if (at < text.length) runs.push({ text: text.slice(at), marked: false });
  return runs;
}
