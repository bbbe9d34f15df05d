import type { Language } from "#domain/language.ts";
import { type SentencesLike, type SpokenLike, wordsOf } from "../words.ts";
import { embedsInEnglish } from "./english.ts";

export type EmbedCatalogue = SentencesLike<typeof embedsInEnglish>;

/** The words of embeds and of the page that makes them. */
export type EmbedWords = SpokenLike<typeof embedsInEnglish>;

const catalogues: Readonly<Record<string, () => Promise<EmbedCatalogue>>> = {
  en: async () => embedsInEnglish,
  ar: async () => (await import("./arabic.ts")).embedsInArabic,
  az: async () => (await import("./azerbaijani.ts")).embedsInAzerbaijani,
  bn: async () => (await import("./bengali.ts")).embedsInBengali,
  es: async () => (await import("./spanish.ts")).embedsInSpanish,
  fr: async () => (await import("./french.ts")).embedsInFrench,
  tr: async () => (await import("./turkish.ts")).embedsInTurkish,
  ur: async () => (await import("./urdu.ts")).embedsInUrdu,
};

/** As loadWords, for the words that only embeds need. */
export async function loadEmbedWords(language: Language, digits: string): Promise<EmbedWords> {
  const [spoken = "en"] = language.split("-");
  const load = catalogues[spoken];
  return load ? wordsOf(await load(), language, digits) : wordsOf(embedsInEnglish, "en" as Language, digits);
}
