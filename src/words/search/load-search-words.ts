import type { Language } from "#domain/language.ts";
import { type SentencesLike, type SpokenLike, wordsOf } from "../words.ts";
import { searchInEnglish } from "./english.ts";

export type SearchCatalogue = SentencesLike<typeof searchInEnglish>;

/** The words of the search page. */
export type SearchWords = SpokenLike<typeof searchInEnglish>;

const catalogues: Readonly<Record<string, () => Promise<SearchCatalogue>>> = {
  en: async () => searchInEnglish,
  ar: async () => (await import("./arabic.ts")).searchInArabic,
  az: async () => (await import("./azerbaijani.ts")).searchInAzerbaijani,
  bn: async () => (await import("./bengali.ts")).searchInBengali,
  es: async () => (await import("./spanish.ts")).searchInSpanish,
  fr: async () => (await import("./french.ts")).searchInFrench,
  tr: async () => (await import("./turkish.ts")).searchInTurkish,
  ur: async () => (await import("./urdu.ts")).searchInUrdu,
};

/** As loadWords, for the words that only the search page needs. */
export async function loadSearchWords(language: Language, digits: string): Promise<SearchWords> {
  const load = catalogues[language.split("-")[0] ?? ""];
  return load ? wordsOf(await load(), language, digits) : wordsOf(searchInEnglish, "en" as Language, digits);
}
