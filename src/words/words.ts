import { type Direction, directionOf, type Language } from "#domain/language.ts";
import { english } from "./english.ts";

/** What is counted, in every plural category that a language has. */
export type Forms = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>;

/** The sentences of one language. A sentence that is missing does not compile. */
export type Catalogue = {
  readonly plain: Readonly<Record<keyof typeof english.plain, string>>;
  readonly filled: Readonly<Record<keyof typeof english.filled, string>>;
  readonly counted: Readonly<Record<keyof typeof english.counted, Forms>>;
};

type Values = Readonly<Record<string, string>>;

/** The interface's words in one language, with its own plurals, numbers and lists. */
export type Words = {
  readonly language: Language;
  /** What an element has that holds these words among others. */
  readonly attributes: { readonly lang: Language; readonly dir: Direction };
  readonly plain: Catalogue["plain"];
  /** A sentence with names and texts filled in. */
  readonly fill: (key: keyof Catalogue["filled"], values: Values) => string;
  /** A sentence that counts something. */
  readonly count: (key: keyof Catalogue["counted"], count: number, values?: Values) => string;
  readonly number: (number: number) => string;
  /** "Lachin, Baku and Istanbul" */
  readonly list: (names: readonly string[]) => string;
};

/** `digits` is a numbering system of Unicode: "latn", "beng". */
export function wordsOf(catalogue: Catalogue, language: Language, digits: string): Words {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language, { numberingSystem: digits });
  // English without a country is written as most of the world reads it.
  const lists = new Intl.ListFormat(language === "en" ? "en-GB" : language, { type: "conjunction" });
  return {
    language,
    attributes: { lang: language, dir: directionOf(language) },
    plain: catalogue.plain,
    fill: (key, values) => filled(catalogue.filled[key], values),
    count: (key, count, values = {}) => {
      const forms = catalogue.counted[key];
      return filled(forms[plurals.select(count)] ?? forms.other, { ...values, count: numbers.format(count) });
    },
    number: (number) => numbers.format(number),
    list: (names) => lists.format(names),
  };
}

/** In one go, so that braces in what is filled in stay as they are. */
function filled(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}
