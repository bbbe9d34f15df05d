import { wordsLoader } from "../words.ts";
import { embedsInEnglish } from "./english.ts";

/** As loadWords, for the words that only embeds need. */
export const loadEmbedWords = wordsLoader<typeof embedsInEnglish>({
  en: async () => embedsInEnglish,
  ar: async () => (await import("./arabic.ts")).embedsInArabic,
  az: async () => (await import("./azerbaijani.ts")).embedsInAzerbaijani,
  bn: async () => (await import("./bengali.ts")).embedsInBengali,
  es: async () => (await import("./spanish.ts")).embedsInSpanish,
  fr: async () => (await import("./french.ts")).embedsInFrench,
  tr: async () => (await import("./turkish.ts")).embedsInTurkish,
  ur: async () => (await import("./urdu.ts")).embedsInUrdu,
});
