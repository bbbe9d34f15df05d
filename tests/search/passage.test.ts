import fc from "fast-check";
import { expect, test } from "vitest";
import { passageOf } from "#search/passage.ts";

const shown = (text: string, words: readonly string[], longest?: number) =>
  passageOf(text, words, longest)
    .map((run) => (run.marked ? `[${run.text}]` : run.text))
    .join("");

const story = [
  "The harbour was quiet on Monday.",
  "Nobody had seen the ferry since the storm of the week before, and few expected to.",
  "The captain said that the ferry would sail again.",
  "Tickets cost what they did last year.",
].join(" ");

test("a passage is where most of the words stand together, from the beginning of its sentence", () => {
  expect(shown(story, ["captain", "ferry"], 60)).toBe(
    "… The [captain] said that the [ferry] would sail again. Tickets …",
  );
});

test("without any of the words it is the beginning", () => {
  expect(shown(story, ["zeppelin"], 40)).toBe("The harbour was quiet on Monday. Nobody …");
  expect(shown("", ["zeppelin"])).toBe("");
});

test("a short text is its own passage, with blanks made single", () => {
  expect(shown("A  ferry\n\nsails", ["ferry"])).toBe("A [ferry] sails");
});

test("a passage is never much longer than it should be, and marks a word when there is one", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", ".", "東", "। "), maxLength: 400 });
  fc.assert(
    fc.property(text, (printed) => {
      const runs = passageOf(printed, ["ab"], 50);
      expect(runs.map((run) => run.text).join("").length).toBeLessThanOrEqual(55);
      if (/(?<![ab])ab(?![ab東])/u.test(printed)) expect(runs.some(({ marked }) => marked)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test("a marked word is near enough to the beginning to be seen in two lines of a telephone", () => {
  const before = (text: string, word: string) => passageOf(text, [word])[0]?.text.length ?? 0;
  const words = "an account of what the port had been before the winter and after it ".repeat(6);
  expect(before(`${words}ferry ${words}`, "ferry")).toBeLessThanOrEqual(62);
  expect(before(`${"港町の冬の朝".repeat(30)}連絡${"港町の冬の朝".repeat(30)}`, "連絡")).toBeLessThanOrEqual(22);
});
