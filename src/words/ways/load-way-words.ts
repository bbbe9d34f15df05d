import type { Language } from "#domain/language.ts";
import { type SentencesLike, type SpokenLike, wordsOf } from "../words.ts";
import type { waysInEnglish } from "./english.ts";

export type WayCatalogue = SentencesLike<typeof waysInEnglish>;
export type WayWords = SpokenLike<typeof waysInEnglish>;

const english = async () => (await import("./english.ts")).waysInEnglish;
const catalogues: Readonly<Record<string, () => Promise<WayCatalogue>>> = {
  en: english,
  ar: async () => (await import("./arabic.ts")).waysInArabic,
  az: async () => (await import("./azerbaijani.ts")).waysInAzerbaijani,
  bn: async () => (await import("./bengali.ts")).waysInBengali,
  es: async () => (await import("./spanish.ts")).waysInSpanish,
  fr: async () => (await import("./french.ts")).waysInFrench,
  tr: async () => (await import("./turkish.ts")).waysInTurkish,
  ur: async () => (await import("./urdu.ts")).waysInUrdu,
};

/** What further ways of reading say in the language of an edition; English where nobody has written them. */
export async function loadWayWords(language: Language, digits: string): Promise<WayWords> {
  const load = catalogues[language.split("-")[0] ?? ""];
  return load ? wordsOf(await load(), language, digits) : wordsOf(await english(), "en" as Language, digits);
}
