import { describe, expect, test } from "vitest";
import { epochOf, type Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import { presentAge, presentDay } from "#ui/present-time.ts";
import { clockOf, dayOfYear, presentWords, printedAge, printedToday } from "#ui/print-time.ts";
import { courier } from "../articles.ts";

const filed = "2026-03-05T11:20:00Z" as Instant;

/** What the page says by itself, and what the app says when it has come. */
function speakers(language: string, timeZone = courier.timeZone) {
  const newsroom = { ...courier, language: language as Language, timeZone };
  const atRest = clockOf(newsroom, undefined);
  const words = presentWords(atRest, true);
  return {
    page: {
      age: (instant: Instant, now: number) =>
        presentAge(instant, dayOfYear(instant, atRest), words, now) ?? printedAge(instant, atRest),
      day: (now: number) => presentDay(words, new Date(now)),
    },
    app: {
      age: (instant: Instant, now: number) => printedAge(instant, clockOf(newsroom, now)),
      day: (now: number) => printedToday(clockOf(newsroom, now), undefined),
    },
  };
}

describe.each(["en", "ar", "az", "bn", "es", "fr", "tr", "ur", "ru", "pl", "ja", "de", "fa"])("in %s", (language) => {
  const { page, app } = speakers(language);

  test("a page says ages as the app does, for every minute of an hour and every hour of a day", () => {
    const minutes = [-5, ...Array(60).keys(), ...[...Array(26).keys()].map((hour) => hour * 60 + 5)];
    for (const minute of minutes) {
      const now = epochOf(filed) + minute * 60_000;
      expect(page.age(filed, now), `after ${minute} minutes`).toBe(app.age(filed, now));
    }
  });

  test("a page says the day as the app does, on every day of a year", () => {
    for (let day = 1; day <= 365; day += 1) {
      const noon = Date.UTC(2026, 0, day, 12);
      expect(page.day(noon)).toBe(app.day(noon));
    }
  });
});

test("the year is said only of another year's stories", () => {
  const { page } = speakers("en");
  const day = "2026-03-05" as Instant;
  expect(page.age(day, Date.UTC(2026, 11, 31))).toBe("5 March");
  expect(page.age(day, Date.UTC(2027, 0, 1))).toBe("5 March 2026");
  expect(page.age(filed, epochOf(filed) + 3 * 60 * 60_000)).toBe("3 hr ago");
});

test.each([
  ["America/New_York", "2026-01-01T01:00:00Z", "31 December 2025"],
  ["Asia/Karachi", "2025-12-31T20:00:00Z", "1 January"],
])("in %s a story of %s is of the year that the newsroom has then", (timeZone, instant, day) => {
  const { page, app } = speakers("en", timeZone);
  const june = Date.UTC(2026, 5, 1);
  expect(page.age(instant as Instant, june)).toBe(day);
  expect(app.age(instant as Instant, june)).toBe(day);
});
