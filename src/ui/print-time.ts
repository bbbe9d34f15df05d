import { dayOf, epochOf, hasTime, type Instant } from "#domain/instant.ts";
import { type Direction, directionOf, type Language } from "#domain/language.ts";
import { digitsOf, type Newsroom } from "#domain/newsroom.ts";

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

const formats = new Map<string, Intl.DateTimeFormat>();

/** A date as exactly as it is known: a day without a time is printed without one. */
export function printedTime(instant: Instant, clock: Clock): string {
  const options = { day: "numeric", month: "long", year: "numeric" } as const;
  if (!hasTime(instant)) return format(clock, { ...options, timeZone: "UTC" }).format(noonOf(instant));
  return format(clock, {
    ...options,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: clock.hourCycle,
    timeZone: clock.timeZone,
  }).format(epochOf(instant));
}

/** In a list: "2 h ago" within a day, otherwise the day, with its year when that is not the present one. */
export function printedAge(instant: Instant, clock: Clock): string {
  const minutes = Math.floor(((clock.now ?? Number.NaN) - epochOf(instant)) / 60_000);
  if (!hasTime(instant) || !(minutes >= 0 && minutes < 24 * 60)) return printedDay(instant, clock);
  const relative = new Intl.RelativeTimeFormat(localeOf(clock), { style: "short", numeric: "always" });
  return minutes < 60
    ? relative.format(-Math.max(1, minutes), "minute")
    : relative.format(-Math.floor(minutes / 60), "hour");
}

/** Today with its weekday; the day of the newest story on a page that is printed to be read at any time. */
export function printedToday(clock: Clock, newest: Instant | undefined): string {
  const { now, timeZone } = clock;
  if (now === undefined) return newest ? printedDay(newest, clock) : "";
  return format(clock, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone }).format(now);
}

function printedDay(instant: Instant, clock: Clock): string {
  const { timeZone, now } = clock;
  const isThisYear = now !== undefined && dayOf(instant).slice(0, 4) === String(new Date(now).getUTCFullYear());
  const options: Intl.DateTimeFormatOptions = {
    day: "numeric",
    month: "long",
    ...(!isThisYear && { year: "numeric" }),
  };
  // A day is the same day everywhere; a moment is on the day that the newsroom has then.
  if (!hasTime(instant)) return format(clock, { ...options, timeZone: "UTC" }).format(noonOf(instant));
  return format(clock, { ...options, timeZone }).format(epochOf(instant));
}

function noonOf(instant: Instant): number {
  return Date.parse(`${dayOf(instant)}T12:00:00Z`);
}

const locales = new Map<string, string>();

/** English without a country is printed day first, as most of the world reads it. */
function localeOf({ language, digits }: Clock): string {
  const key = `${language} ${digits}`;
  const known = locales.get(key);
  if (known !== undefined) return known;
  const tag = language === "en" ? "en-GB" : language;
  const locale = new Intl.Locale(tag, { calendar: "gregory", numberingSystem: digits }).toString();
  locales.set(key, locale);
  return locale;
}

function format(clock: Clock, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = localeOf(clock);
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}
