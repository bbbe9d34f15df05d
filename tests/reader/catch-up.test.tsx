import { screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, test } from "vitest";
import type { Instant } from "#domain/instant.ts";
import { parseInstant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import { headlineOf } from "#edition/headline.ts";
import { lastVisit, noteCaughtUp, noteMoment } from "#reader/catch-up/last-visit.ts";
import { chosenFor, digestMinutes, isSince, threadsOf } from "#reader/catch-up/threads.ts";
import { article, articles } from "../articles.ts";
import { now, openReader } from "./open-reader.tsx";

const at = (text: string) => parseInstant(text)!;
const story = (headline: string, standfirst: string, published = "2025-03-01T08:00:00Z") =>
  headlineOf(article({ headline, standfirst, published: at(published) }));
const groups = (stories: Parameters<typeof threadsOf>[0]) =>
  threadsOf(stories).map((thread) => thread.map(({ headline }) => headline));

const ferry = story(
  "Ferry Aurora runs aground off Setubal",
  "The captain of the ferry Aurora was rescued near Setubal.",
);
const captain = story(
  "Captain of the Aurora speaks",
  "The rescued captain blames fog near Setubal.",
  "2025-03-02T08:00:00Z",
);
const budget = story("Parliament passes the budget", "Taxes on fuel will rise next spring.");

describe("threads", () => {
  test("stories about one event stand together, newest first, and others by themselves", () => {
    expect(groups([ferry, captain, budget])).toEqual([[captain.headline, ferry.headline], [budget.headline]]);
  });

  test("five days apart is another story, and another language is another thread", () => {
    const later = { ...captain, published: at("2025-03-06T09:00:00Z") };
    expect(groups([ferry, later])).toHaveLength(2);
    expect(groups([ferry, { ...captain, language: "fr" as Language }])).toHaveLength(2);
  });

  test("a place and a word of both headlines are enough, a place alone is not", () => {
    const there = (headline: string) => ({ ...story(headline, "Nothing more is known."), place: "Porto" });
    expect(groups([there("Bridge closed in the night"), there("Drivers wait at the bridge")])).toHaveLength(1);
    expect(groups([there("Bridge closed"), there("Museum opens")])).toHaveLength(2);
  });

  test("a story that two threads share makes them one", () => {
    const one = story("Harvest spoiled by locusts", "Farmers count losses.");
    const other = story("Wheat export banned", "Ministers fear shortages.", "2025-03-01T09:00:00Z");
    const both = story(
      "Harvest losses: farmers, locusts and the wheat export",
      "Ministers fear shortages.",
      "2025-03-01T07:00:00Z",
    );
    expect(groups([one, other])).toHaveLength(2);
    expect(groups([one, other, both])).toHaveLength(1);
  });

  test("words that a quarter of all stories have join none", () => {
    const many = Array.from({ length: 12 }, (_none, number) =>
      story(`Harbour council meeting ${"abcdefghijkl"[number]}`, "Council members in the harbour discussed."),
    );
    expect(groups(many)).toHaveLength(12);
  });

  test("Urdu stories are joined by their words as well", () => {
    const urdu = (headline: string) => ({ ...story(headline, ""), language: "ur" as Language });
    expect(groups([urdu("لاچین میں فیلڈ مارشل کی ملاقات"), urdu("فیلڈ مارشل لاچین پہنچ گئے")])).toHaveLength(1);
  });
});

test("as many threads are chosen as the minutes reach for, the largest first, and one at least", () => {
  const long = Array.from({ length: 400 }, (_none, word) => `w${word}`).join(" ");
  const other = { ...story("Another matter", ""), summary: long };
  const third = { ...story("A third matter", ""), summary: long.toUpperCase().replaceAll("W", "V") };
  const threads = threadsOf([ferry, captain, budget, other, third]);
  const all = chosenFor(threads, 20);
  expect(all).toHaveLength(threads.length);
  expect(all[0]).toHaveLength(2);
  const few = chosenFor(threads, 1);
  expect(few.length).toBeLessThan(threads.length);
  expect(few.length).toBeGreaterThan(0);
  expect(digestMinutes(all)).toBeGreaterThan(digestMinutes(few));
});

test("a day without a time may have been any of its hours", () => {
  expect(isSince({ published: "2025-03-01" as Instant }, Date.parse("2025-03-01T21:10:00Z"))).toBe(true);
  expect(isSince({ published: "2025-02-28" as Instant }, Date.parse("2025-03-01T21:10:00Z"))).toBe(false);
});

describe("the last visit", () => {
  beforeEach(() => localStorage.clear());
  const minute = 60_000;

  test("is the end of the one before this", () => {
    expect(lastVisit(now)).toBeUndefined();
    noteMoment(now);
    noteMoment(now + 10 * minute);
    expect(lastVisit(now + 10 * minute)).toBeUndefined();
    noteMoment(now + 600 * minute);
    expect(lastVisit(now + 600 * minute)).toBe(now + 10 * minute);
    noteCaughtUp(now + 601 * minute);
    expect(lastVisit(now + 602 * minute)).toBe(now + 601 * minute);
  });

  test.each(["{", "null", "7", '{"since":"x","latest":{}}'])("is unknown where storage holds %s", (damaged) => {
    localStorage.setItem("dateline-visits", damaged);
    noteMoment(now);
    expect(lastVisit(now)).toBeUndefined();
  });

  test("is unknown when it lies ahead, as after a clock was put back", () => {
    noteCaughtUp(now + minute);
    expect(lastVisit(now)).toBeUndefined();
  });
});

describe("the page", () => {
  beforeEach(() => localStorage.clear());

  test("says since when, how many stories in how many threads, and how long; and ends", async () => {
    noteCaughtUp(Date.parse("2025-02-28T21:10:00Z"));
    openReader("/catch-up", [
      article({ headline: ferry.headline, standfirst: ferry.summary }),
      article({
        headline: captain.headline,
        standfirst: captain.summary,
        published: "2025-03-01T20:00:00Z" as Instant,
      }),
      article({ headline: budget.headline, standfirst: budget.summary }),
      article({ headline: "Old news", published: "2025-02-20T08:00:00Z" as Instant }),
    ]);
    expect(
      await screen.findByText("Since 28 February 2025 at 21:10: 3 stories in 2 threads, about 1 minute"),
    ).toBeVisible();
    const thread = within(screen.getByRole("region", { name: "2 stories · Harbour" }));
    expect(thread.getAllByRole("listitem")).toHaveLength(2);
    expect(screen.queryByText("Old news")).toBeNull();
    expect(screen.getByRole("heading", { name: "You are up to date." })).toBeVisible();
  });

  test("of the first visit has the edition’s last day", async () => {
    openReader("/catch-up", articles(4));
    expect(await screen.findByText(/You have not been here before/u)).toBeVisible();
    expect(await screen.findByRole("link", { name: "Story number 4" })).toBeVisible();
    expect(screen.queryByRole("link", { name: "Story number 2" })).toBeNull();
  });

  test("has a moment and minutes in its address", async () => {
    const { user, here } = openReader("/catch-up?since=2025-01-01&minutes=5", articles(40));
    expect(await screen.findByRole("radio", { name: "5 minutes" })).toBeChecked();
    expect(screen.getByText(/^Since 1 January 2025.*40 stories/u)).toBeVisible();
    await user.click(screen.getByRole("radio", { name: "20 minutes" }));
    expect(here().search).toBe("?since=2025-01-01&minutes=20");
  });

  test("says when nothing was published, and starts from now when it is told to", async () => {
    noteCaughtUp(now - 60_000);
    const { user } = openReader("/catch-up", articles(3));
    expect(await screen.findByText("Nothing was published since then.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Next time, start from now" }));
    expect(screen.getByText("Next time, catching up starts from now.")).toBeVisible();
    expect(lastVisit(now)).toBe(now);
  });
});
