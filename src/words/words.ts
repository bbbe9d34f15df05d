import { type Direction, directionOf, type Language } from "#domain/language.ts";
import { english } from "./english.ts";

/** What is counted, in every plural category that a language has. */
export type Forms = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>;

/** The sentences of one language, by what is asked for: plain ones, those that are filled in, and those that count. */
export type Sentences<Plain extends string, Filled extends string, Counted extends string> = {
  readonly plain: Readonly<Record<Plain, string>>;
  readonly filled: Readonly<Record<Filled, string>>;
  readonly counted: Readonly<Record<Counted, Forms>>;
};

type Pattern = { readonly plain: object; readonly filled: object; readonly counted: object };
type Keys<Part> = Extract<keyof Part, string>;

/** The sentences of a language after the pattern of the English ones. One that is missing does not compile. */
export type SentencesLike<English extends Pattern> = Sentences<
  Keys<English["plain"]>,
  Keys<English["filled"]>,
  Keys<English["counted"]>
>;

/** What every page says. */
export type Catalogue = SentencesLike<typeof english>;

type Values = Readonly<Record<string, string>>;

/** Words of the interface in one language, with its own plurals, numbers and lists. */
export type Spoken<Plain extends string, Filled extends string, Counted extends string> = {
  readonly language: Language;
  /** What an element has that holds these words among others. */
  readonly attributes: { readonly lang: Language; readonly dir: Direction };
  readonly plain: Readonly<Record<Plain, string>>;
  /** A sentence with names and texts filled in. */
  readonly fill: (key: Filled, values: Values) => string;
  /** A sentence that counts something. */
  readonly count: (key: Counted, count: number, values?: Values) => string;
  readonly number: (number: number) => string;
  /** "84 kB", "1.2 MB" */
  readonly weight: (bytes: number) => string;
  /** "Lachin, Baku and Istanbul" */
  readonly list: (names: readonly string[]) => string;
};

export type SpokenLike<English extends Pattern> = Spoken<
  Keys<English["plain"]>,
  Keys<English["filled"]>,
  Keys<English["counted"]>
>;

export type Words = SpokenLike<typeof english>;

/** How the sentences of each language are fetched, by its subtag. English stands in for those that nobody has written. */
type Catalogues<English extends Pattern> = Readonly<Record<string, () => Promise<SentencesLike<English>>>> & {
  readonly en: () => Promise<SentencesLike<English>>;
};

/** What gives the words for an edition in a language, with its digits. Each language is fetched when it is asked for, and kept. */
export function wordsLoader<English extends Pattern>(catalogues: Catalogues<English>) {
  const loaded = new Map<string, Promise<SpokenLike<English>>>();
  const load = async (language: Language, digits: string): Promise<SpokenLike<English>> => {
    const fetched = catalogues[language.split("-")[0] ?? ""];
    const spoken = fetched ? language : ("en" as Language);
    return wordsOf(await (fetched ?? catalogues.en)(), spoken, digits);
  };
  return (language: Language, digits: string): Promise<SpokenLike<English>> => {
    const key = `${language} ${digits}`;
    const known = loaded.get(key);
    if (known) return known;
    const words = load(language, digits);
    loaded.set(key, words);
    // What did not come over the network is asked for again.
    words.catch(() => loaded.delete(key));
    return words;
  };
}

/** `digits` is a numbering system of Unicode: "latn", "beng". */
export function wordsOf<Plain extends string, Filled extends string, Counted extends string>(
  catalogue: Sentences<Plain, Filled, Counted>,
  language: Language,
  digits: string,
): Spoken<Plain, Filled, Counted> {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language, { numberingSystem: digits });
  // English without a country is written as most of the world reads it.
  const lists = new Intl.ListFormat(language === "en" ? "en-GB" : language, { type: "conjunction" });
  return {
    language,
    attributes: { lang: language, dir: directionOf(language) },
    plain: catalogue.plain,
    fill: (key, values) => filled(catalogue.filled[key] as string, values),
    count: (key, count, values = {}) => {
      const forms = catalogue.counted[key] as Forms;
      return filled(forms[plurals.select(count)] ?? forms.other, { ...values, count: numbers.format(count) });
    },
    number: (number) => numbers.format(number),
    weight: (bytes) => weightOf(bytes, language, digits),
    list: (names) => lists.format(names),
  };
}

function weightOf(bytes: number, language: Language, digits: string): string {
  const [amount, unit] = bytes < 1e6 ? [Math.max(1, Math.round(bytes / 1e3)), "kilobyte"] : [bytes / 1e6, "megabyte"];
  const options = { style: "unit", unit, maximumFractionDigits: 1, numberingSystem: digits } as const;
  const said = new Intl.NumberFormat(language, options).format(amount);
  // A unit in Latin letters stays behind its number where the sentence runs from right to left.
  return directionOf(language) === "rtl" ? `\u2068${said}\u2069` : said;
}

/** In one go, so that braces in what is filled in stay as they are. */
function filled(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}
