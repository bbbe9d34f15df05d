import { wordsLoader } from "../words.ts";
import { guideInEnglish } from "./english.ts";

/** What partners are told, in the language of the newsroom; English where nobody has written it. */
export const loadGuideWords = wordsLoader<typeof guideInEnglish>({
  en: async () => guideInEnglish,
  ar: async () => (await import("./arabic.ts")).guideInArabic,
  az: async () => (await import("./azerbaijani.ts")).guideInAzerbaijani,
  bn: async () => (await import("./bengali.ts")).guideInBengali,
  es: async () => (await import("./spanish.ts")).guideInSpanish,
  fr: async () => (await import("./french.ts")).guideInFrench,
  tr: async () => (await import("./turkish.ts")).guideInTurkish,
  ur: async () => (await import("./urdu.ts")).guideInUrdu,
});
