import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, wordsOf } from "#search/words.ts";

const folded = (text: string) => wordsOf(text).map((word) => word.folded);

test("a word is a run of letters, digits and their marks", () => {
  expect(folded("Three leaders, 15 ministers – and one bridge.")).toEqual([
    "three",
    "leaders",
    "15",
    "ministers",
    "and",
    "one",
    "bridge",
  ]);
});

test("an apostrophe stays inside a word, and the genitive is left off", () => {
  expect(folded("O’Brien doesn't doubt Pakistan’s and the players' word")).toEqual([
    "obrien",
    "doesnt",
    "doubt",
    "pakistan",
    "and",
    "the",
    "players",
    "word",
  ]);
});

test("abbreviations, names with an ampersand and type numbers are one word, in capitals and in small letters", () => {
  const printed = "AT&T of the U.S. at 9 a.m., J.K. Rowling, two F-16s and one MiG-29";
  expect(folded(printed)).toEqual([
    "att",
    "of",
    "the",
    "us",
    "at",
    "9",
    "am",
    "jk",
    "rowling",
    "two",
    "f16s",
    "and",
    "one",
    "mig",
    "29",
  ]);
  expect(folded(printed.toLowerCase())).toEqual(folded(printed));
});

test("what only looks like an abbreviation or a type number is taken apart", () => {
  expect(folded("I.Aliyev")).toEqual(["i", "aliyev"]);
  expect(folded("the mid-1990s, Marks&Spencer, U.S.Army")).toEqual([
    "the",
    "mid",
    "1990s",
    "marks",
    "spencer",
    "us",
    "army",
  ]);
});

test("Turkish and Azerbaijani forms of i are one letter, and ə is e", () => {
  expect(["İstanbul", "Istanbul", "ıstanbul", "istanbul"].map(fold)).toEqual(Array(4).fill("istanbul"));
  expect(fold("XANKƏNDİ")).toBe(fold("xankəndi"));
  expect(fold("Xankəndi")).toBe("xankendi");
});

test("accents and ligatures of European letters do not count", () => {
  expect(["Łódź", "São", "Straße", "Ærø", "Þór", "ﬁre", "ΟΔΟΣ"].map(fold)).toEqual([
    "lodz",
    "sao",
    "strasse",
    "aero",
    "thor",
    "fire",
    "οδοσ",
  ]);
});

test("Arabic and Urdu forms of a letter, vowel marks, hamza, madda and the tatweel do not count", () => {
  for (const [one, other] of [
    ["پاكستان", "پاکستان"],
    ["علي", "علی"],
    ["مُحَمَّد", "محمد"],
    ["أحمد", "احمد"],
    ["آذربائیجان", "اذربايیجان"],
    ["مدرسة", "مدرسه"],
    ["ســــلام", "سلام"],
    ["ۀ", "ه"],
  ] as const) {
    expect(fold(one), `${one} and ${other}`).toBe(fold(other));
  }
});

test("a joiner inside a Persian or Bengali word does not end it", () => {
  expect(folded("می\u200cخواهم")).toEqual([fold("میخواهم")]);
  expect(folded("র\u200d্যাব")).toEqual([fold("র্যাব")]);
});

test("a soft hyphen inside a word does not end it", () => {
  expect(folded("inter\u00adnational")).toEqual(["international"]);
});

test("Bengali vowel signs and the nukta make letters of their own, however they are encoded", () => {
  expect(fold("কি")).not.toBe(fold("কা"));
  expect(fold("\u09dc")).toBe(fold("\u09a1\u09bc"));
  expect(fold("\u09a1")).not.toBe(fold("\u09dc"));
});

test("digits of every script are the same digits", () => {
  expect(["٢٠٢٥", "۲۰۲۵", "২০২৫", "２０２５", "२०२५"].map(fold)).toEqual(Array(5).fill("2025"));
});

test("Chinese, Japanese and Thai text gives every pair of neighbouring letters, each where it stands", () => {
  const text = "東京都の2人";
  expect(wordsOf(text).map(({ folded: word, from, to }) => [word, text.slice(from, to)])).toEqual([
    ["東京", "東京"],
    ["京都", "京都"],
    ["都の", "都の"],
    ["2", "2"],
    ["人", "人"],
  ]);
  expect(folded("ข่าว")).toEqual(["ข่า", "าว"]);
});

test("a Japanese letter is the same in one code point, with a mark, or with a variation selector", () => {
  expect(folded("か\u3099くせい")).toEqual(folded("がくせい"));
  expect(folded("葛\u{e0100}城市")).toEqual(folded("葛城市"));
});

test("a word stands where it says, in order, and its folding is the folding of what stands there", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      let last = 0;
      for (const { folded: word, from, to } of wordsOf(text)) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
        expect(fold(text.slice(from, to))).toBe(word);
        last = from;
      }
    }),
    { numRuns: 500 },
  );
});

test("a folded word folds to itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (text) => {
      for (const { folded: word } of wordsOf(text)) expect(fold(word)).toBe(word);
    }),
    { numRuns: 1_000 },
  );
});

test("capitals and small letters give the same words", () => {
  const printable = fc.string({
    unit: fc.constantFrom(..."aBcİıIiÉéΣσΩЖжəƏß&.-'’ 12·F"),
    maxLength: 40,
  });
  fc.assert(
    fc.property(printable, (text) => {
      expect(folded(text.toLowerCase())).toEqual(folded(text));
    }),
    { numRuns: 2_000 },
  );
});
