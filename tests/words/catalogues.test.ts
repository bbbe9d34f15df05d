import { describe, expect, test } from "vitest";
import type { Language } from "#domain/language.ts";
import { arabic } from "#words/arabic.ts";
import { azerbaijani } from "#words/azerbaijani.ts";
import { bengali } from "#words/bengali.ts";
import { english } from "#words/english.ts";
import { french } from "#words/french.ts";
import { loadWords, spokenLanguages } from "#words/load-words.ts";
import { spanish } from "#words/spanish.ts";
import { turkish } from "#words/turkish.ts";
import { urdu } from "#words/urdu.ts";
import { type Catalogue, type Forms, wordsOf } from "#words/words.ts";

const catalogues: Readonly<Record<string, Catalogue>> = {
  en: english,
  ar: arabic,
  az: azerbaijani,
  bn: bengali,
  es: spanish,
  fr: french,
  tr: turkish,
  ur: urdu,
};

const blanks = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/gu))].sort();
const pairs = <Value>(part: Readonly<Record<string, Value>>) => Object.entries(part);

test("the interface speaks eight languages", () => {
  expect([...spokenLanguages].sort()).toEqual(Object.keys(catalogues).sort());
});

describe.each(Object.entries(catalogues))("the words in %s", (language, catalogue) => {
  test("leave no sentence empty and none in English", () => {
    for (const [key, sentence] of pairs(catalogue.plain)) {
      expect(sentence.trim(), key).not.toBe("");
      const isLong = english.plain[key as keyof typeof english.plain].length > 25;
      if (language !== "en" && isLong) expect(sentence, key).not.toBe(english.plain[key as keyof typeof english.plain]);
    }
  });

  test("fill in the same names and texts as the English ones", () => {
    for (const [key, sentence] of pairs(catalogue.filled))
      expect(blanks(sentence), key).toEqual(blanks(english.filled[key as keyof typeof english.filled]));
  });

  test("have a form for every plural category of the language, and no other", () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, forms] of pairs<Forms>(catalogue.counted))
      expect(Object.keys(forms).sort(), key).toEqual([...categories].sort());
  });

  test("fill in the same names where something is counted; the number may be a word in forms for few", () => {
    for (const [key, forms] of pairs<Forms>(catalogue.counted)) {
      const expected = blanks(english.counted[key as keyof typeof english.counted].other);
      for (const [category, form] of pairs<string>(forms as Readonly<Record<string, string>>)) {
        const isWord = ["zero", "one", "two"].includes(category);
        const wanted = isWord && !form.includes("{count}") ? expected.filter((blank) => blank !== "{count}") : expected;
        expect(blanks(form), `${key} ${category}`).toEqual(wanted);
      }
    }
  });
});

test("Arabic counts in six ways", async () => {
  const { count } = await loadWords("ar" as Language, "latn");
  expect([0, 1, 2, 3, 11, 100].map((number) => count("articles", number))).toEqual([
    "لا مقالات",
    "مقال واحد",
    "مقالان",
    "3 مقالات",
    "11 مقالًا",
    "100 مقال",
  ]);
});

test("numbers are written in the digits that the newsroom has chosen", async () => {
  expect((await loadWords("bn" as Language, "beng")).count("articles", 12)).toBe("১২টি লেখা");
  expect((await loadWords("ur" as Language, "arabext")).count("results", 12)).toContain("۱۲");
  expect((await loadWords("en" as Language, "latn")).count("articles", 1_234)).toBe("1,234 articles");
});

test("names are listed as the language lists them", async () => {
  expect((await loadWords("en" as Language, "latn")).list(["a", "b", "c"])).toBe("a, b and c");
  expect((await loadWords("fr" as Language, "latn")).list(["a", "b", "c"])).toBe("a, b et c");
});

test("a language that nobody has written is spoken to in English; a country’s variety in its language", async () => {
  expect((await loadWords("xh" as Language, "latn")).plain.search).toBe("Search");
  expect((await loadWords("fr-CA" as Language, "latn")).plain.search).toBe("Rechercher");
});

test("what is filled in may hold braces of its own", () => {
  const { fill } = wordsOf(english, "en" as Language, "latn");
  expect(fill("searchTitle", { query: "{query} {page}" })).toBe("Search: {query} {page}");
});
