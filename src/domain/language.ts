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

const knownScripts = new Map<string, string>();

/** Remembered, since every headline asks and a site has a handful of languages. */
function scriptOf(language: string): string {
  const script = knownScripts.get(language) ?? new Intl.Locale(language).maximize().script ?? "";
  knownScripts.set(language, script);
  return script;
}

const rtlScripts = new Set(["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"]);

export function directionOf(language: Language): Direction {
  return rtlScripts.has(scriptOf(language)) ? "rtl" : "ltr";
}

/** Scripts that tell the language of a text that is mostly written in them, as far as the house needs to know it. */
const tellingScripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Latin}/gu, "en"],
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Bengali}/gu, "bn"],
  [/\p{Script=Devanagari}/gu, "hi"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Thai}/gu, "th"],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, "zh"],
];

/** Letters that one language has and its neighbours in the same script lack, and the least part of a text that they make up. */
const tellingLetters: Readonly<Record<string, readonly (readonly [RegExp, string, number])[]>> = {
  ar: [
    [/[ٹڈڑںھے]/gu, "ur", 0.02],
    [/[پچژگ]/gu, "fa", 0.01],
  ],
  zh: [[/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja", 0.1]],
};

/** The language of a text that nobody named: the usual one, unless most of its letters speak against it. */
export function languageOfText(text: string, usual: Language): Language {
  const sample = text.slice(0, 1_000);
  const letters = countOf(sample, /\p{L}/gu);
  const share = (signs: RegExp) => countOf(sample, signs) / letters;
  const is = (language: string) => (new Intl.Locale(usual).language === language ? usual : (language as Language));
  if (letters === 0) return usual;
  // An English story about Azerbaijan has a few such names; every eleventh letter of Azerbaijani is one.
  if (share(/[əƏ]/gu) > 0.05) return is("az");
  const script = tellingScripts.find(([signs]) => share(signs) > 0.5)?.[1];
  if (script === undefined) return usual;
  const told = tellingLetters[script]?.find(([signs, , least]) => share(signs) > least)?.[1];
  if (told !== undefined) return is(told);
  return scriptOf(usual) === scriptOf(script) ? usual : is(script);
}

function countOf(text: string, signs: RegExp): number {
  return text.match(signs)?.length ?? 0;
}
