import { wordsLoader } from "../words.ts";
import type { toolsInEnglish } from "./english.ts";

/** What the reader's tools say in the language of an edition; English where nobody has written them. */
export const loadToolWords = wordsLoader<typeof toolsInEnglish>({
  en: async () => (await import("./english.ts")).toolsInEnglish,
  ar: async () => (await import("./arabic.ts")).toolsInArabic,
  az: async () => (await import("./azerbaijani.ts")).toolsInAzerbaijani,
  bn: async () => (await import("./bengali.ts")).toolsInBengali,
  es: async () => (await import("./spanish.ts")).toolsInSpanish,
  fr: async () => (await import("./french.ts")).toolsInFrench,
  tr: async () => (await import("./turkish.ts")).toolsInTurkish,
  ur: async () => (await import("./urdu.ts")).toolsInUrdu,
});
