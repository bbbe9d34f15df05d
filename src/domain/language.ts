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
  return strong && /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}]/u.test(strong) ? "rtl" : "ltr";
}
