import { wordsLoader } from "../words.ts";
import { searchInEnglish } from "./english.ts";

/** As loadWords, for the words that only the search page needs. */
export const loadSearchWords = wordsLoader<typeof searchInEnglish>({
  en: async () => searchInEnglish,
  ar: async () => (await import("./arabic.ts")).searchInArabic,
  az: async () => (await import("./azerbaijani.ts")).searchInAzerbaijani,
  bn: async () => (await import("./bengali.ts")).searchInBengali,
  es: async () => (await import("./spanish.ts")).searchInSpanish,
  fr: async () => (await import("./french.ts")).searchInFrench,
  tr: async () => (await import("./turkish.ts")).searchInTurkish,
  ur: async () => (await import("./urdu.ts")).searchInUrdu,
});
