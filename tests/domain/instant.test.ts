import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, epochOf, hasTime, type Instant, instantOfEpoch, monthOf, parseInstant } from "#domain/instant.ts";

describe("a date or date-time of ISO 8601 is read as exactly as it was written", () => {
  test.each([
    ["2025-05-28", "2025-05-28"],
    [" 2025-05-28 ", "2025-05-28"],
    ["2024-02-29", "2024-02-29"],
    ["2025-05-28T09:30:00Z", "2025-05-28T09:30:00Z"],
    ["2025-05-28t09:30:00z", "2025-05-28T09:30:00Z"],
    ["2025-05-28T09:30:00+05:00", "2025-05-28T09:30:00+05:00"],
    ["2025-05-28T09:30:00+0500", "2025-05-28T09:30:00+05:00"],
    ["2025-05-28T09:30:00+05", "2025-05-28T09:30:00+05:00"],
    ["2025-05-28T09:30:00-03:30", "2025-05-28T09:30:00-03:30"],
    ["2025-05-28T09:30:15.250Z", "2025-05-28T09:30:15Z"],
    ["2025-05-28T09:30:15,5Z", "2025-05-28T09:30:15Z"],
    ["2025-05-28T09:30Z", "2025-05-28T09:30:00Z"],
    ["2025-05-28 09:30", "2025-05-28T09:30:00Z"],
    ["2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"],
  ])("%s", (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });
});

describe("what is no date is none", () => {
  test.each([
    "",
    "yesterday",
    "2025",
    "2025-05",
    "2025-5-28",
    "28-05-2025",
    "2025-02-30",
    "2025-02-29",
    "2025-13-01",
    "2025-00-10",
    "2025-05-28T25:00:00Z",
    "2025-05-28T09:61:00Z",
    "2025-05-28T09:30:61Z",
    "2025-05-28T09:30:00+25:00",
    "2025-05-28T09",
    "2025-05-28T",
    "Wed, 28 May 2025 09:30:00 GMT",
    "1748424600",
    "2025-05-28T09:30:00Z and more",
    "٢٠٢٥-٠٥-٢٨",
  ])("%s", (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});

test("no text at all makes the parser throw, and what it reads it reads again as the same", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      ),
      (text) => {
        const instant = parseInstant(text);
        if (instant !== undefined) expect(parseInstant(instant)).toBe(instant);
      },
    ),
  );
});

test("an instant has the time of what it was made of, to the second", () => {
  fc.assert(
    fc.property(fc.integer({ min: -62_000_000_000_000, max: 250_000_000_000_000 }), (milliseconds) => {
      const instant = instantOfEpoch(milliseconds);
      expect(epochOf(instant)).toBe(Math.floor(milliseconds / 1_000) * 1_000);
      expect(parseInstant(instant)).toBe(instant);
    }),
  );
});

test("a day has no time, and counts as its noon in UTC", () => {
  const day = "2025-05-28" as Instant;
  expect(hasTime(day)).toBe(false);
  expect(hasTime("2025-05-28T00:00:00Z" as Instant)).toBe(true);
  expect(epochOf(day)).toBe(Date.UTC(2025, 4, 28, 12));
});

test("the day and the month are those of the copy's own clock", () => {
  const lateInKarachi = "2025-06-01T02:00:00+05:00" as Instant;
  expect(new Date(epochOf(lateInKarachi)).toISOString()).toBe("2025-05-31T21:00:00.000Z");
  expect([dayOf(lateInKarachi), monthOf(lateInKarachi)]).toEqual(["2025-06-01", "2025-06"]);
});
