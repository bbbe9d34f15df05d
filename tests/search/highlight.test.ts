import fc from "fast-check";
import { expect, test } from "vitest";
import { highlight } from "#search/highlight.ts";
import { wordsOf } from "#search/words.ts";

const marked = (text: string, words: readonly string[]) =>
  highlight(text, words)
    .filter((run) => run.marked)
    .map((run) => run.text);

test("the words that were found are marked as the text prints them", () => {
  expect(highlight("Leaders met in Laçın, and left Laçın.", ["lacin"])).toEqual([
    { text: "Leaders met in ", marked: false },
    { text: "Laçın", marked: true },
    { text: ", and left ", marked: false },
    { text: "Laçın", marked: true },
    { text: ".", marked: false },
  ]);
});

test("a word inside a longer one is not marked", () => {
  expect(marked("The reporters report.", ["report"])).toEqual(["report"]);
});

test("neighbouring pairs of letters get one mark", () => {
  expect(marked("在東京都内", ["東京", "京都"])).toEqual(["東京都"]);
});

test("two words that only a blank parts get a mark each", () => {
  expect(marked("New York", ["new", "york"])).toEqual(["New", "York"]);
});

test("nothing is marked when nothing was found, and an empty text has no runs", () => {
  expect(highlight("A bridge", [])).toEqual([{ text: "A bridge", marked: false }]);
  expect(highlight("", ["bridge"])).toEqual([]);
});

test("the runs joined are the text, none is empty, and marks alternate, whatever the text and the words", () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
      fc.constantFrom("東", "京", "ก", "ا", " ", "’"),
    ),
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, fc.array(fc.nat(20)), (printed, picks) => {
      const words = wordsOf(printed);
      const wanted = picks.flatMap((pick) => words[pick % Math.max(1, words.length)]?.folded ?? []);
      const runs = highlight(printed, wanted);
      expect(runs.map((run) => run.text).join("")).toBe(printed);
      expect(runs.every((run) => run.text !== "")).toBe(true);
      for (const [at, run] of runs.entries()) if (!run.marked) expect(runs[at + 1]?.marked ?? true).toBe(true);
      if (wanted.length > 0) expect(runs.some((run) => run.marked)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
