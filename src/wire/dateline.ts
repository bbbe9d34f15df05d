import type { Dateline } from "#domain/article.ts";
import { type Instant, parseInstant } from "#domain/instant.ts";

/** A dateline at the beginning of a text, and how many characters it takes up, its colon or dash and blanks included. */
export type DatelineReading = { readonly dateline: Dateline; readonly length: number };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthName =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
/**
 * The dates that agencies write out. Other languages' month names ("10 juil 2024") are known by standing between a day and a year.
 */
export const filedDates = `(?:${monthName} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th)? ${monthName}(?:,? \\d{4})?|\\d{1,2} \\p{L}{3,10}\\.? \\d{4})`;
const capitals = "\\p{Lu}[\\p{Lu}\\p{M}'’.\\- ]*[\\p{Lu}\\p{M}.]";
const places = `(${capitals}(?:/${capitals})*)`;
const mixedPlace =
  "((?:(?!The )|(?=The Hague))\\p{Lu}[\\p{L}\\p{M}'’.\\-]*(?: (?:\\p{Lu}[\\p{L}\\p{M}'’.\\-]*|\\p{Ll}{1,3}|upon)){0,3}(?:/\\p{Lu}[\\p{L}\\p{M}'’.\\- ]*)?)";
const region = `(?:, (?!${filedDates})(\\p{Lu}[\\p{L}\\p{M}.'’\\-]*(?: [\\p{L}\\p{M}.'’\\-]+){0,3}(?:, (?!${filedDates})\\p{Lu}[\\p{L}.]+)?))?`;
const date = `(?:,? (${filedDates}))?`;
const agencies = "\\(([\\p{L}\\p{N}.&\\- ]{2,24}(?:/[\\p{L}\\p{N}.&\\- ]{2,24}){0,2})\\)";
/** A sentence begins here; "The agency (IAEA) – which …" is no dateline. */
const lead = "(?=[\"'“‘„«¿¡(\\[]*[\\p{Lu}\\p{Lt}\\p{Lo}\\p{N}$€£])";
const dash = `\\s*(?:—|–|--|_|(?<=\\s)-)\\s*${lead}`;
const spacedDash = `(?:\\s*(?:—|–|--)\\s*|\\s+[-_]\\s+)${lead}`;

const forms: readonly { readonly pattern: RegExp; readonly read: (parts: readonly (string | undefined)[]) => Parts }[] =
  [
    {
      pattern: new RegExp(`^${places}${region}${date}:\\s+`, "u"),
      read: ([place, region, filed]) => ({ place, region, filed }),
    },
    {
      pattern: new RegExp(`^${mixedPlace}${region}${date} ${agencies}(?:${dash}|:\\s*[-–—]*\\s*${lead})`, "u"),
      read: ([place, region, filed, agency]) => ({ place, region, filed, agency }),
    },
    {
      pattern: new RegExp(`^${places}${region}${date}${spacedDash}`, "u"),
      read: ([place, region, filed]) => ({ place, region, filed }),
    },
    {
      pattern: new RegExp(`^${agencies} - (\\p{Lu}[\\p{L}\\p{M}'’.\\- ]{1,30}), (${filedDates}) - `, "u"),
      read: ([agency, place, filed]) => ({ agency, place, filed }),
    },
  ];

type Parts = {
  readonly place: string | undefined;
  readonly region?: string | undefined;
  readonly filed?: string | undefined;
  readonly agency?: string | undefined;
};

/** Words that stand before a colon or dash in capitals and are no places. */
const notPlaces = new Set(
  (
    "LIVE NOTE UPDATE UPDATED WATCH EXCLUSIVE CORRECTION CORRECTED FACTBOX EXPLAINER ANALYSIS OPINION EDITORIAL BREAKING " +
    "URGENT ADVISORY EDITORS ATTENTION PHOTO PHOTOS VIDEO AUDIO FILE READ RELATED TIMELINE QUOTE Q&A WARNING EMBARGO " +
    "EMBARGOED INTERVIEW PROFILE PREVIEW REVIEW FEATURE SPECIAL DEVELOPING SUMMARY LEAD HEADLINE SLUG KEY ALSO NATO NASA OPEC FIFA UEFA"
  ).split(" "),
);

/**
 * Reads the dateline that a lead begins with, in the forms of the agencies: "RAWALPINDI: ", "FORT WASHINGTON, Pa. (AP) _",
 * "STOCKHOLM, Aug 29, 2014 (AFP) - ", "San Diego (tca/dpa) - ", "(ANSA) - Rome, October 11 - ".
 * A place in ordinary letters counts only with an agency. A filing date counts only with its year.
 */
export function readDateline(text: string): DatelineReading | undefined {
  const opening = text.slice(0, 160).replaceAll("\u00a0", " ");
  for (const { pattern, read } of forms) {
    const match = pattern.exec(opening);
    if (!match) continue;
    const { place, region, filed, agency } = read(match.slice(1));
    if (!place || notPlaces.has(place.split(/[ /]/u)[0] ?? "")) continue;
    // "US", "UK", "WHO" by themselves are somebody, not somewhere; "QOM, Iran" and "PAU (AFP)" say where they are.
    if (place.length <= 3 && !region && !filed && !agency) continue;
    const at = filed ? parseFiledDate(filed) : undefined;
    const dateline: Dateline = {
      printed: match[0].replace(/[\s:—–_-]+$/u, ""),
      place: place.split("/").map(inOrdinaryLetters).join("/"),
      ...(region && { region }),
      ...(agency && { agency }),
      ...(at && { filed: at }),
    };
    return { dateline, length: match[0].length };
  }
  return undefined;
}

/** "Aug 29, 2014", "29 August 2014", "May 29th, 2025" as a day; undefined without a year or with a month of another language. */
export function parseFiledDate(text: string): Instant | undefined {
  const month = months.indexOf(/\p{L}{3}/u.exec(text)?.[0].toLowerCase() ?? "") + 1;
  const year = /\d{4}/u.exec(text)?.[0];
  const day = /(?<!\d)(\d{1,2})(?!\d)/u.exec(text)?.[1];
  if (month === 0 || !year || !day) return undefined;
  return parseInstant(`${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`);
}

const smallWords = new Set("DE DA DO DEL DI LA LE LES SUR UPON AU AUX EN AL EL OF THE AND".split(" "));

/** "FORT WASHINGTON" as "Fort Washington"; what is not all in capitals stays as it is. */
export function inOrdinaryLetters(name: string): string {
  const trimmed = name.trim();
  if (trimmed !== trimmed.toUpperCase()) return trimmed;
  return trimmed
    .split(/([ -])/u)
    .map((word, at) => (at > 0 && smallWords.has(word) ? word.toLowerCase() : capitalised(word)))
    .join("")
    .normalize("NFC");
}

/** A letter after an apostrophe is a capital only in "L'AQUILA", not in "XI'AN". */
function capitalised(word: string): string {
  return word
    .toLowerCase()
    .replace(
      /(^\p{L}[’']|^|\.)(\p{L})/gu,
      (_whole, before: string, letter: string) => before.toUpperCase() + letter.toUpperCase(),
    );
}
