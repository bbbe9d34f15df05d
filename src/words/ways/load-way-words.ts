import { wordsLoader } from "../words.ts";
import type { waysInEnglish } from "./english.ts";

/** What further ways of reading say in the language of an edition; English where nobody has written them. */
export const loadWayWords = wordsLoader<typeof waysInEnglish>({
  en: async () => (await import("./english.ts")).waysInEnglish,
  ar: async () => (await import("./arabic.ts")).waysInArabic,
  az: async () => (await import("./azerbaijani.ts")).waysInAzerbaijani,
  bn: async () => (await import("./bengali.ts")).waysInBengali,
  es: async () => (await import("./spanish.ts")).waysInSpanish,
  fr: async () => (await import("./french.ts")).waysInFrench,
  tr: async () => (await import("./turkish.ts")).waysInTurkish,
  ur: async () => (await import("./urdu.ts")).waysInUrdu,
});
