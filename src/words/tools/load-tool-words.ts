import type { Language } from "#domain/language.ts";
import { type SentencesLike, type SpokenLike, wordsOf } from "../words.ts";
import type { toolsInEnglish } from "./english.ts";

export type ToolCatalogue = SentencesLike<typeof toolsInEnglish>;
export type ToolWords = SpokenLike<typeof toolsInEnglish>;

const english = async () => (await import("./english.ts")).toolsInEnglish;
const catalogues: Readonly<Record<string, () => Promise<ToolCatalogue>>> = {
  en: english,
  ar: async () => (await import("./arabic.ts")).toolsInArabic,
  az: async () => (await import("./azerbaijani.ts")).toolsInAzerbaijani,
  bn: async () => (await import("./bengali.ts")).toolsInBengali,
  es: async () => (await import("./spanish.ts")).toolsInSpanish,
  fr: async () => (await import("./french.ts")).toolsInFrench,
  tr: async () => (await import("./turkish.ts")).toolsInTurkish,
  ur: async () => (await import("./urdu.ts")).toolsInUrdu,
};

/** What the reader's tools say in the language of an edition; English where nobody has written them. */
export async function loadToolWords(language: Language, digits: string): Promise<ToolWords> {
  const load = catalogues[language.split("-")[0] ?? ""];
  return load ? wordsOf(await load(), language, digits) : wordsOf(await english(), "en" as Language, digits);
}
