/** A well-formed BCP 47 tag: "en", "az", "ur-PK". */
export type Language = string & { readonly __brand: "Language" };

export type Direction = "ltr" | "rtl";

export function parseLanguage(text: string): Language | undefined {
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll("_", "-"))[0] as Language | undefined;
  } catch {
    return undefined;
  }
}

const rtlScripts = new Set(["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"]);

export function directionOf(language: Language): Direction {
  return rtlScripts.has(new Intl.Locale(language).maximize().script ?? "") ? "rtl" : "ltr";
}

/** The direction of the first strong letter, for text whose language nobody named. */
export function directionOfText(text: string): Direction {
  const strong = /\p{L}/u.exec(text)?.[0];
  return strong && /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}]/u.test(strong)
    ? "rtl"
    : "ltr";
}

/** Letters that only one of the languages that the house sets type for uses. */
const tellingLetters: readonly (readonly [RegExp, string])[] = [
  [/[ٹڈڑںھے]/u, "ur"],
  [/[پچژگ]/u, "fa"],
  [/\p{Script=Arabic}/u, "ar"],
  [/\p{Script=Hebrew}/u, "he"],
  [/[əƏ]/u, "az"],
  [/\p{Script=Bengali}/u, "bn"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
];

/** The language of a text that nobody named: the usual one, unless the letters speak against it. */
export function languageOfText(text: string, usual: Language): Language {
  const sample = text.slice(0, 2_000);
  const told = tellingLetters.find(([letters]) => (sample.match(new RegExp(letters, "gu"))?.length ?? 0) >= 3)?.[1];
  if (!told || (directionOf(usual) === directionOf(told as Language) && directionOf(usual) === "rtl")) return usual;
  return told as Language;
}
