import type { Language } from "#domain/language.ts";
import { english } from "./english.ts";
import { type Catalogue, type Words, wordsOf } from "./words.ts";

/** Languages that the interface speaks. Each is fetched when an edition is in it. */
const catalogues: Readonly<Record<string, () => Promise<Catalogue>>> = {
  en: async () => english,
  ar: async () => (await import("./arabic.ts")).arabic,
  az: async () => (await import("./azerbaijani.ts")).azerbaijani,
  bn: async () => (await import("./bengali.ts")).bengali,
  es: async () => (await import("./spanish.ts")).spanish,
  fr: async () => (await import("./french.ts")).french,
  tr: async () => (await import("./turkish.ts")).turkish,
  ur: async () => (await import("./urdu.ts")).urdu,
};

export const spokenLanguages = Object.keys(catalogues);

/** The interface's words for an edition in this language; English ones where nobody has written them. */
export async function loadWords(language: Language, digits: string): Promise<Words> {
  const [spoken = "en"] = language.split("-");
  const load = catalogues[spoken];
  return load ? wordsOf(await load(), language, digits) : wordsOf(english, "en" as Language, digits);
}
