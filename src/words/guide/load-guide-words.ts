import type { Language } from "#domain/language.ts";
import { type SentencesLike, type SpokenLike, wordsOf } from "../words.ts";
import { guideInEnglish } from "./english.ts";

export type GuideCatalogue = SentencesLike<typeof guideInEnglish>;
export type GuideWords = SpokenLike<typeof guideInEnglish>;

const catalogues: Readonly<Record<string, () => Promise<GuideCatalogue>>> = {
  en: async () => guideInEnglish,
  ar: async () => (await import("./arabic.ts")).guideInArabic,
  az: async () => (await import("./azerbaijani.ts")).guideInAzerbaijani,
  bn: async () => (await import("./bengali.ts")).guideInBengali,
  es: async () => (await import("./spanish.ts")).guideInSpanish,
  fr: async () => (await import("./french.ts")).guideInFrench,
  tr: async () => (await import("./turkish.ts")).guideInTurkish,
  ur: async () => (await import("./urdu.ts")).guideInUrdu,
};

/** What partners are told, in the language of the newsroom; English where nobody has written it. */
export async function loadGuideWords(language: Language, digits: string): Promise<GuideWords> {
  const load = catalogues[language.split("-")[0] ?? ""];
  return load ? wordsOf(await load(), language, digits) : wordsOf(guideInEnglish, "en" as Language, digits);
}
