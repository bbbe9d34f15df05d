import { epochOf, hasTime, type Instant } from "#domain/instant.ts";

/**
 * What a page says of its stories that only holds today, in the newsroom's words. They are taken from `Intl` when the page is
 * printed (print-time.ts) and stand in it, since opening the dictionaries of `Intl` costs a telephone tens of milliseconds.
 */
export type PresentWords = {
  /** The ten digits, from nought. */
  readonly digits: string;
  readonly minutes: AgeTexts;
  readonly hours: AgeTexts;
  /** On a page that says which day it is: "{weekday}, {day} {month} {year}", with the names from Sunday and from January. */
  readonly day?: { readonly text: string; readonly weekdays: readonly string[]; readonly months: readonly string[] };
};

/** Texts with # for the number, each from the least number that it is for to the next one's. */
export type AgeTexts = readonly (readonly [from: number, text: string])[];

/** The day of a time without its year, and that year, both as the newsroom has them then. */
export type DayOfYear = { readonly day: string; readonly year: string };

/** What a time in a list says now, or undefined where what is printed still holds. */
export function presentAge(instant: Instant, printed: DayOfYear, words: PresentWords, now: number): string | undefined {
  const minutes = Math.floor((now - epochOf(instant)) / 60_000);
  if (!isFresh(instant, minutes)) return isPresent(printed.year, now) ? printed.day : undefined;
  return minutes < 60
    ? ageText(words.minutes, Math.max(1, minutes), words.digits)
    : ageText(words.hours, Math.floor(minutes / 60), words.digits);
}

/** Whether a moment is so near that its age is told instead of its day: it lies within the last 24 hours. */
export function isFresh(instant: Instant, minutes: number): boolean {
  return hasTime(instant) && minutes >= 0 && minutes < 24 * 60;
}

export function isPresent(year: string, now: number): boolean {
  return year === String(new Date(now).getUTCFullYear());
}

/** The day that it is where the reader is. */
export function presentDay({ day, digits }: PresentWords, now: Date): string {
  const { text = "", weekdays = [], months = [] } = day ?? {};
  const parts: Readonly<Record<string, string | undefined>> = {
    weekday: weekdays[now.getDay()],
    day: inDigits(now.getDate(), digits),
    month: months[now.getMonth()],
    year: inDigits(now.getFullYear(), digits),
  };
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => parts[name] ?? "");
}

function ageText(texts: AgeTexts, number: number, digits: string): string {
  const [, text = ""] = texts.findLast(([from]) => from <= number) ?? [];
  return text.replace("#", inDigits(number, digits));
}

function inDigits(number: number, digits: string): string {
  return String(number).replace(/\d/gu, (digit) => [...digits][Number(digit)] ?? digit);
}
