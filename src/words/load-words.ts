import { english } from "./english.ts";
import { wordsLoader } from "./words.ts";

/** Languages that the interface speaks. Each is fetched when an edition is in it. */
const catalogues = {
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
export const loadWords = wordsLoader<typeof english>(catalogues);
