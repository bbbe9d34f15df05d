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

const loaded = new Map<string, Promise<Words>>();

/** The interface's words for an edition in this language; English ones where nobody has written them. */
export function loadWords(language: Language, digits: string): Promise<Words> {
  const key = `${language} ${digits}`;
  const known = loaded.get(key);
  if (known) return known;
  const words = load(language, digits);
  loaded.set(key, words);
  // What did not come over the network is asked for again.
  words.catch(() => loaded.delete(key));
  return words;
}

async function load(language: Language, digits: string): Promise<Words> {
  const [spoken = "en"] = language.split("-");
  const catalogue = await catalogues[spoken]?.();
  return catalogue ? wordsOf(catalogue, language, digits) : wordsOf(english, "en" as Language, digits);
}
