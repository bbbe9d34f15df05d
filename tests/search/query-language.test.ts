import fc from "fast-check";
import { expect, test } from "vitest";
import { parseQuery, withFilter, withoutRange } from "#search/query-language.ts";

/** Each clause in one line: its kind, a minus when it is excluded, and what it asks for. */
const understood = (text: string) =>
  parseQuery(text).map((clause) => {
    const minus = clause.isExcluded ? "-" : "";
    switch (clause.kind) {
      case "word":
      case "phrase":
        return `${minus}${clause.isHeadline ? "headline " : ""}${clause.kind} ${clause.words.join("+")}`;
      case "facet":
        return `${minus}${clause.facet} ${clause.text}`;
      case "date":
        return `${minus}${clause.first ?? ""}..${clause.last ?? ""}`;
    }
  });

test("words, phrases, exclusions and fields are told apart", () => {
  expect(understood('ferry "winter boat" -captain section:world place:"New York" headline:sinks -topic:trade')).toEqual(
    [
      "word ferry",
      "phrase winter+boat",
      "-word captain",
      "section world",
      "place New York",
      "headline word sinks",
      "-topic trade",
    ],
  );
});

test("dates are years, months or days; before excludes what it names, after and on include it", () => {
  expect(understood("before:2025 after:2024-02 on:2025-05-28 on:2024-02 after:٢٠٢٥ on:28.5.2025")).toEqual([
    "..2024-12-31",
    "2024-02-01..",
    "2025-05-28..2025-05-28",
    "2024-02-01..2024-02-29",
    "2025-01-01..",
    "word on+28+5+2025",
  ]);
});

test("what does not parse is searched as words", () => {
  expect(understood('on:2025-02-30 colour:red section: http://x.org - -- \'quote F-16 "" "')).toEqual([
    "word on+2025+02+30",
    "word colour+red",
    "word section",
    "word http+x+org",
    "word quote",
    "word f16",
  ]);
});

test("curly and angular quotes hold a phrase as straight ones do, and one that is open is none", () => {
  expect(understood("“winter boat” «новый мост» „am Hafen“")).toEqual([
    "phrase winter+boat",
    "phrase новыи+мост",
    "phrase am+hafen",
  ]);
  expect(understood('"winter boat')).toEqual(["word winter", "word boat"]);
});

test("a clause removed by its range leaves a query without it", () => {
  const text = 'ferry  section:world "winter boat"';
  const [ferry, section, phrase] = parseQuery(text);
  expect(withoutRange(text, section!.range)).toBe('ferry "winter boat"');
  expect(withoutRange(text, ferry!.range)).toBe('section:world "winter boat"');
  expect(withoutRange(text, phrase!.range)).toBe("ferry  section:world");
});

test("a filter that is written is understood as it was meant", () => {
  for (const value of ["world", "New York", "شہر نو", "a:b"]) {
    expect(understood(withFilter("ferry ", "place", value))).toEqual([`place ${value}`, "word ferry"]);
  }
});

test("a last word is the beginning of one until something follows it", () => {
  const isOpen = (text: string) => parseQuery(text).at(-1)?.isPrefix;
  expect(["fer", "F-", "U.", "ferry b"].map(isOpen)).toEqual([true, true, true, true]);
  expect(["fer ", "fer,", '"fer"', "fer?"].map(isOpen)).toEqual([false, false, false, false]);
});

test("any text at all is taken apart, in order and without overlap", () => {
  const sign = fc.constantFrom(
    ..."ab -:\"“”«'\u202e\u0000\ud800ا東.&2",
    "on:",
    "section:",
    "headline:",
    "before:2025 ",
  );
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 80 }), (text) => {
      let end = 0;
      for (const { range, words, kind } of parseQuery(text)) {
        expect(range.from).toBeGreaterThanOrEqual(end);
        expect(range.to).toBeGreaterThan(range.from);
        if (kind === "word" || kind === "phrase") expect(words.length).toBeGreaterThan(0);
        end = range.to;
      }
    }),
    { numRuns: 2_000 },
  );
});
