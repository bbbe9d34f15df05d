import { describe, expect, test } from "vitest";
import type { Language } from "#domain/language.ts";
import { arabic } from "#words/arabic.ts";
import { azerbaijani } from "#words/azerbaijani.ts";
import { bengali } from "#words/bengali.ts";
import { embedsInArabic } from "#words/embeds/arabic.ts";
import { embedsInAzerbaijani } from "#words/embeds/azerbaijani.ts";
import { embedsInBengali } from "#words/embeds/bengali.ts";
import type { EmbedCatalogue } from "#words/embeds/english.ts";
import { embedsInEnglish } from "#words/embeds/english.ts";
import { embedsInFrench } from "#words/embeds/french.ts";
import { embedsInSpanish } from "#words/embeds/spanish.ts";
import { embedsInTurkish } from "#words/embeds/turkish.ts";
import { embedsInUrdu } from "#words/embeds/urdu.ts";
import { english } from "#words/english.ts";
import { french } from "#words/french.ts";
import { guideInArabic } from "#words/guide/arabic.ts";
import { guideInAzerbaijani } from "#words/guide/azerbaijani.ts";
import { guideInBengali } from "#words/guide/bengali.ts";
import type { GuideCatalogue } from "#words/guide/english.ts";
import { guideInEnglish } from "#words/guide/english.ts";
import { guideInFrench } from "#words/guide/french.ts";
import { guideInSpanish } from "#words/guide/spanish.ts";
import { guideInTurkish } from "#words/guide/turkish.ts";
import { guideInUrdu } from "#words/guide/urdu.ts";
import { loadWords, spokenLanguages } from "#words/load-words.ts";
import { searchInArabic } from "#words/search/arabic.ts";
import { searchInAzerbaijani } from "#words/search/azerbaijani.ts";
import { searchInBengali } from "#words/search/bengali.ts";
import type { SearchCatalogue } from "#words/search/english.ts";
import { searchInEnglish } from "#words/search/english.ts";
import { searchInFrench } from "#words/search/french.ts";
import { loadSearchWords } from "#words/search/load-search-words.ts";
import { searchInSpanish } from "#words/search/spanish.ts";
import { searchInTurkish } from "#words/search/turkish.ts";
import { searchInUrdu } from "#words/search/urdu.ts";
import { spanish } from "#words/spanish.ts";
import { toolsInArabic } from "#words/tools/arabic.ts";
import { toolsInAzerbaijani } from "#words/tools/azerbaijani.ts";
import { toolsInBengali } from "#words/tools/bengali.ts";
import type { ToolCatalogue } from "#words/tools/english.ts";
import { toolsInEnglish } from "#words/tools/english.ts";
import { toolsInFrench } from "#words/tools/french.ts";
import { toolsInSpanish } from "#words/tools/spanish.ts";
import { toolsInTurkish } from "#words/tools/turkish.ts";
import { toolsInUrdu } from "#words/tools/urdu.ts";
import { turkish } from "#words/turkish.ts";
import { urdu } from "#words/urdu.ts";
import { waysInArabic } from "#words/ways/arabic.ts";
import { waysInAzerbaijani } from "#words/ways/azerbaijani.ts";
import { waysInBengali } from "#words/ways/bengali.ts";
import type { WayCatalogue } from "#words/ways/english.ts";
import { waysInEnglish } from "#words/ways/english.ts";
import { waysInFrench } from "#words/ways/french.ts";
import { waysInSpanish } from "#words/ways/spanish.ts";
import { waysInTurkish } from "#words/ways/turkish.ts";
import { waysInUrdu } from "#words/ways/urdu.ts";
import { type Catalogue, type Forms, wordsOf } from "#words/words.ts";

const ofPages: Readonly<Record<string, Catalogue>> = {
  en: english,
  ar: arabic,
  az: azerbaijani,
  bn: bengali,
  es: spanish,
  fr: french,
  tr: turkish,
  ur: urdu,
};

const ofGuide: Readonly<Record<string, GuideCatalogue>> = {
  en: guideInEnglish,
  ar: guideInArabic,
  az: guideInAzerbaijani,
  bn: guideInBengali,
  es: guideInSpanish,
  fr: guideInFrench,
  tr: guideInTurkish,
  ur: guideInUrdu,
};

const ofEmbeds: Readonly<Record<string, EmbedCatalogue>> = {
  en: embedsInEnglish,
  ar: embedsInArabic,
  az: embedsInAzerbaijani,
  bn: embedsInBengali,
  es: embedsInSpanish,
  fr: embedsInFrench,
  tr: embedsInTurkish,
  ur: embedsInUrdu,
};

const ofTools: Readonly<Record<string, ToolCatalogue>> = {
  en: toolsInEnglish,
  ar: toolsInArabic,
  az: toolsInAzerbaijani,
  bn: toolsInBengali,
  es: toolsInSpanish,
  fr: toolsInFrench,
  tr: toolsInTurkish,
  ur: toolsInUrdu,
};

const ofSearch: Readonly<Record<string, SearchCatalogue>> = {
  en: searchInEnglish,
  ar: searchInArabic,
  az: searchInAzerbaijani,
  bn: searchInBengali,
  es: searchInSpanish,
  fr: searchInFrench,
  tr: searchInTurkish,
  ur: searchInUrdu,
};

const ofWays: Readonly<Record<string, WayCatalogue>> = {
  en: waysInEnglish,
  ar: waysInArabic,
  az: waysInAzerbaijani,
  bn: waysInBengali,
  es: waysInSpanish,
  fr: waysInFrench,
  tr: waysInTurkish,
  ur: waysInUrdu,
};

type Texts = Readonly<Record<string, string>>;
type AnyCatalogue = {
  readonly plain: Texts;
  readonly filled: Texts;
  readonly counted: Readonly<Record<string, Forms>>;
};
type Compared = {
  readonly language: string;
  readonly of: string;
  readonly it: AnyCatalogue;
  readonly english: AnyCatalogue;
};
const compared = (of: string, catalogues: Readonly<Record<string, AnyCatalogue>>): Compared[] =>
  Object.entries(catalogues).map(([language, it]) => ({ language, of, it, english: catalogues["en"]! }));

const blanks = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/gu))].sort();

test("the interface speaks eight languages", () => {
  expect([...spokenLanguages].sort()).toEqual(Object.keys(ofPages).sort());
  expect(Object.keys(ofTools).sort()).toEqual(Object.keys(ofPages).sort());
  expect(Object.keys(ofGuide).sort()).toEqual(Object.keys(ofPages).sort());
  expect(Object.keys(ofWays).sort()).toEqual(Object.keys(ofPages).sort());
  expect(Object.keys(ofEmbeds).sort()).toEqual(Object.keys(ofPages).sort());
  expect(Object.keys(ofSearch).sort()).toEqual(Object.keys(ofPages).sort());
});

describe.each([
  ...compared("pages", ofPages),
  ...compared("tools", ofTools),
  ...compared("embeds", ofEmbeds),
  ...compared("the guide", ofGuide),
  ...compared("search", ofSearch),
  ...compared("ways", ofWays),
])("the words of $of in $language", ({ language, it: catalogue, english }) => {
  test("leave no sentence empty and none in English", () => {
    for (const [key, sentence] of Object.entries(catalogue.plain)) {
      expect(sentence.trim(), key).not.toBe("");
      const isLong = english.plain[key]!.length > 25;
      if (language !== "en" && isLong) expect(sentence, key).not.toBe(english.plain[key]);
    }
  });

  test("fill in the same names and texts as the English ones", () => {
    for (const [key, sentence] of Object.entries(catalogue.filled))
      expect(blanks(sentence), key).toEqual(blanks(english.filled[key]!));
  });

  test("have a form for every plural category of the language, and no other", () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, forms] of Object.entries(catalogue.counted))
      expect(Object.keys(forms).sort(), key).toEqual([...categories].sort());
  });

  test("fill in the same names where something is counted; the number may be a word in forms for few", () => {
    for (const [key, forms] of Object.entries(catalogue.counted)) {
      const expected = blanks(english.counted[key]!.other);
      for (const [category, form] of Object.entries(forms)) {
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
  expect((await loadSearchWords("ur" as Language, "arabext")).count("results", 12)).toContain("۱۲");
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
