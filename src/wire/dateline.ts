import type { Dateline } from "#domain/article.ts";
import { parseInstant } from "#domain/instant.ts";

/** A dateline at the beginning of a text, and how many characters it takes up, its colon or dash and blanks included. */
export type DatelineReading = { readonly dateline: Dateline; readonly length: number };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthName =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
// Other languages' month names ("10 juil 2024") are known by standing between a day and a year.
const dates = `(?:${monthName} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2} ${monthName}(?: \\d{4})?|\\d{1,2} \\p{L}{3,10}\\.? \\d{4})`;
const capitals = "\\p{Lu}[\\p{Lu}\\p{M}'’.\\- ]*[\\p{Lu}\\p{M}.]";
const places = `(${capitals}(?:/${capitals})*)`;
const mixedPlace = "(\\p{Lu}[\\p{L}\\p{M}'’.\\-]*(?: [\\p{L}\\p{M}'’.\\-]+){0,3}(?:/\\p{Lu}[\\p{L}\\p{M}'’.\\- ]*)?)";
const region = "(?:, (?!\\d)(\\p{Lu}[\\p{L}\\p{M}.'’\\-]*(?: [\\p{L}\\p{M}.'’\\-]+){0,3}))?";
const date = `(?:, (${dates}))?`;
const agencies = "\\(([\\p{L}\\p{N}.&\\- ]{2,24}(?:/[\\p{L}\\p{N}.&\\- ]{2,24}){0,2})\\)";
const dash = "\\s*(?:—|–|--|-|_)\\s+";

const forms: readonly { readonly pattern: RegExp; readonly read: (parts: readonly (string | undefined)[]) => Parts }[] =
  [
    {
      pattern: new RegExp(`^${places}(?:, (?!${dates})([\\p{Lu}][\\p{L}.'’ -]{1,30}?))?${date}:\\s+`, "u"),
      read: ([place, region, filed]) => ({ place, region, filed }),
    },
    {
      pattern: new RegExp(
        `^${mixedPlace}(?:, (?!${dates}))?(?:(?<=, )(\\p{Lu}[\\p{L}\\p{M}.'’\\-]*(?: [\\p{L}\\p{M}.'’\\-]+){0,3}))?${date} ${agencies}${dash}`,
        "u",
      ),
      read: ([place, region, filed, agency]) => ({ place, region, filed, agency }),
    },
    {
      pattern: new RegExp(`^${places}(?!, ${dates})${region}${date}${dash}`, "u"),
      read: ([place, region, filed]) => ({ place, region, filed }),
    },
    {
      pattern: new RegExp(`^${places}${date}${dash}`, "u"),
      read: ([place, filed]) => ({ place, filed }),
    },
    {
      pattern: new RegExp(
        `^${agencies} - (\\p{Lu}[\\p{L}\\p{M}'’.\\- ]{1,30}), (${dates}|${monthName} \\d{1,2}) - `,
        "u",
      ),
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
const notPlaces = new Set([
  "LIVE",
  "NOTE",
  "UPDATE",
  "WATCH",
  "EXCLUSIVE",
  "CORRECTION",
  "CORRECTED",
  "FACTBOX",
  "EXPLAINER",
  "ANALYSIS",
  "OPINION",
  "BREAKING",
  "URGENT",
  "ADVISORY",
  "EDITORS",
  "PHOTO",
  "VIDEO",
  "READ",
  "RELATED",
  "TIMELINE",
  "QUOTE",
  "Q",
  "A",
  "US",
  "UK",
  "EU",
  "UN",
  "Q&A",
  "FAQ",
  "WARNING",
  "EMBARGO",
  "EMBARGOED",
]);

/**
 * Reads the dateline that a lead begins with, in the forms of the agencies: "RAWALPINDI: ", "FORT WASHINGTON, Pa. (AP) _",
 * "STOCKHOLM, Aug 29, 2014 (AFP) - ", "San Diego (tca/dpa) - ", "(ANSA) - Rome, October 11 - ".
 * A place in ordinary letters counts only with an agency. A filing date counts only with its year.
 */
export function readDateline(text: string): DatelineReading | undefined {
  const opening = text.slice(0, 160);
  for (const { pattern, read } of forms) {
    const match = pattern.exec(opening);
    if (!match) continue;
    const { place, region, filed, agency } = read(match.slice(1));
    if (!place || notPlaces.has(place) || notPlaces.has(place.split(/[ /]/u)[0] ?? "")) continue;
    const at = filed ? parseFiledDate(filed) : undefined;
    const dateline: Dateline = {
      printed: match[0].replace(/\s*(?::|—|–|--|-|_)?\s*$/u, ""),
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
export function parseFiledDate(text: string): ReturnType<typeof parseInstant> {
  const month = months.findIndex((name) => new RegExp(`(?:^|[\\s\\d])${name}`, "iu").test(text)) + 1;
  const year = /\d{4}/u.exec(text)?.[0];
  const day = /(?<!\d)(\d{1,2})(?!\d)/u.exec(text)?.[1];
  if (month === 0 || !year || !day) return undefined;
  return parseInstant(`${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`);
}

const smallWords = new Set([
  "DE",
  "DA",
  "DO",
  "DEL",
  "DI",
  "LA",
  "LE",
  "LES",
  "SUR",
  "UPON",
  "AL",
  "EL",
  "OF",
  "THE",
  "AND",
]);

/** "FORT WASHINGTON" as "Fort Washington"; a place that is not all in capitals stays as it is. */
function inOrdinaryLetters(place: string): string {
  const trimmed = place.trim();
  if (trimmed !== trimmed.toUpperCase()) return trimmed;
  return trimmed
    .split(" ")
    .map((word, at) => (at > 0 && smallWords.has(word) ? word.toLowerCase() : capitalised(word)))
    .join(" ");
}

function capitalised(word: string): string {
  return word
    .toLowerCase()
    .replace(/(^|[-’'.])(\p{L})/gu, (_whole, before: string, letter: string) => before + letter.toUpperCase());
}
