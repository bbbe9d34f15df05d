import { dayOf, epochOf, hasTime, type Instant } from "#domain/instant.ts";
import { type Direction, directionOf, type Language } from "#domain/language.ts";
import { digitsOf, type Newsroom } from "#domain/newsroom.ts";
import { type AgeTexts, type DayOfYear, isFresh, isPresent, type PresentWords } from "./present-time.ts";

/**
 * How a newsroom prints its dates: Gregorian, in its own time zone, in its own digits and by its own clock. `language` is a
 * BCP 47 tag, `timeZone` an IANA name, `digits` a numbering system of Unicode, `now` milliseconds since 1970, undefined on a
 * page that is printed to be read at any time: it says nothing that only holds today.
 */
export type Clock = {
  readonly language: Language;
  readonly direction: Direction;
  readonly timeZone: string;
  readonly digits: string;
  readonly hourCycle: "h12" | "h23";
  readonly now: number | undefined;
};

export function clockOf(newsroom: Newsroom, now: number | undefined): Clock {
  const { language, timeZone, hourCycle = "h23" } = newsroom;
  return { language, direction: directionOf(language), timeZone, digits: digitsOf(newsroom), hourCycle, now };
}

const day = { day: "numeric", month: "long" } as const;
const dayAndYear = { ...day, year: "numeric" } as const;

/** What is printed of a date. */
const shapes = {
  day,
  dayAndYear,
  dayWithWeekday: { weekday: "long", ...dayAndYear },
  time: { ...dayAndYear, hour: "2-digit", minute: "2-digit" },
  year: { year: "numeric" },
} as const;

/** A date as exactly as it is known: a day without a time is printed without one. */
export function printedTime(instant: Instant, clock: Clock): string {
  return hasTime(instant)
    ? format(clock, "time", clock.timeZone).format(epochOf(instant))
    : dayFormatted(instant, clock, "dayAndYear");
}

/** In a list: "2 h ago" within a day, otherwise the day, with its year when that is not the present one. */
export function printedAge(instant: Instant, clock: Clock): string {
  const minutes = Math.floor(((clock.now ?? Number.NaN) - epochOf(instant)) / 60_000);
  if (!isFresh(instant, minutes)) return printedDay(instant, clock);
  return minutes < 60
    ? ages(clock).format(-Math.max(1, minutes), "minute")
    : ages(clock).format(-Math.floor(minutes / 60), "hour");
}

/** Today where the reader is, with its weekday; the day of the newest story on a page that is printed to be read at any time. */
export function printedToday(clock: Clock, newest: Instant | undefined): string {
  if (clock.now === undefined) return newest ? printedDay(newest, clock) : "";
  return format(clock, "dayWithWeekday").format(clock.now);
}

/** For a list that is read in the year of the story, which then need not be said. */
export function dayOfYear(instant: Instant, clock: Clock): DayOfYear {
  return { day: dayFormatted(instant, clock, "day"), year: yearOf(instant, clock) };
}

/** What a page needs to say how old its stories are, and which day it is if it says so. */
export function presentWords(clock: Clock, saysDay: boolean): PresentWords {
  const digits = [...Array(10).keys()].map((digit) => numbers(clock).format(digit)).join("");
  const words = { digits, minutes: ageTexts(clock, "minute", 59), hours: ageTexts(clock, "hour", 23) };
  return saysDay ? { ...words, day: dayWords(clock) } : words;
}

function ageTexts(clock: Clock, unit: "minute" | "hour", most: number): AgeTexts {
  const texts: [number, string][] = [];
  for (let number = 1; number <= most; number += 1) {
    const text = ages(clock).format(-number, unit).replace(numbers(clock).format(number), "#");
    if (texts.at(-1)?.[1] !== text) texts.push([number, text]);
  }
  return texts;
}

function dayWords(clock: Clock): NonNullable<PresentWords["day"]> {
  const partsOf = (month: number, day: number) =>
    format(clock, "dayWithWeekday", "UTC").formatToParts(Date.UTC(2023, month, day));
  const nameOf = (parts: readonly Intl.DateTimeFormatPart[], type: string) =>
    parts.find((part) => part.type === type)?.value ?? "";
  // The first of January 2023 was a Sunday.
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => nameOf(partsOf(0, day), "weekday"));
  const months = [...Array(12).keys()].map((month) => nameOf(partsOf(month, 1), "month"));
  const text = partsOf(0, 1).map(({ type, value }) => (type === "literal" ? value : `{${type}}`));
  // Formatted at once, the narrow spaces between the parts are usual ones.
  return { text: text.join("").replace(/\u202f/gu, " "), weekdays, months };
}

function printedDay(instant: Instant, clock: Clock): string {
  if (clock.now !== undefined && isPresent(yearOf(instant, clock), clock.now))
    return dayFormatted(instant, clock, "day");
  return dayFormatted(instant, clock, "dayAndYear");
}

/** A moment is of the year that the newsroom has then. */
function yearOf(instant: Instant, { timeZone }: Clock): string {
  if (!hasTime(instant)) return instant.slice(0, 4);
  return format({ language: "en" as Language, digits: "latn" }, "year", timeZone).format(epochOf(instant));
}

function dayFormatted(instant: Instant, clock: Clock, shape: "day" | "dayAndYear"): string {
  // A day is the same day everywhere; a moment is on the day that the newsroom has then.
  if (!hasTime(instant)) return format(clock, shape, "UTC").format(noonOf(instant));
  return format(clock, shape, clock.timeZone).format(epochOf(instant));
}

function noonOf(instant: Instant): number {
  return Date.parse(`${dayOf(instant)}T12:00:00Z`);
}

const locales = new Map<string, string>();

/** English without a country is printed day first, as most of the world reads it. */
function localeOf({ language, digits }: Pick<Clock, "language" | "digits">): string {
  const key = `${language} ${digits}`;
  const known = locales.get(key);
  if (known !== undefined) return known;
  const tag = language === "en" ? "en-GB" : language;
  const locale = new Intl.Locale(tag, { calendar: "gregory", numberingSystem: digits }).toString();
  locales.set(key, locale);
  return locale;
}

function ages(clock: Clock): Intl.RelativeTimeFormat {
  return new Intl.RelativeTimeFormat(localeOf(clock), { style: "short", numeric: "always" });
}

function numbers(clock: Clock): Intl.NumberFormat {
  return new Intl.NumberFormat(localeOf(clock), { useGrouping: false });
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Without a time zone, in the machine's. */
function format(
  { language, digits, hourCycle }: Pick<Clock, "language" | "digits"> & Partial<Clock>,
  shape: keyof typeof shapes,
  timeZone?: string,
): Intl.DateTimeFormat {
  const key = `${language} ${digits} ${hourCycle} ${shape} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(localeOf({ language, digits }), {
    ...shapes[shape],
    ...(shape === "time" && { hourCycle }),
    timeZone,
  });
  formats.set(key, made);
  return made;
}
