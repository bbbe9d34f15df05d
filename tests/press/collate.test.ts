import { expect, test } from "vitest";
import { sayProblem } from "#domain/copy-problem.ts";
import type { Instant } from "#domain/instant.ts";
import { collate } from "#press/collate.ts";
import { article } from "../articles.ts";
import { now } from "./pressed.ts";

const at = (published: string) => ({ published: published as Instant });

test("articles come oldest first", () => {
  const { articles } = collate(
    [
      article({ headline: "Noon", ...at("2025-03-02") }),
      article({ headline: "Evening", ...at("2025-03-02T20:00:00Z") }),
      article({ headline: "Morning", ...at("2025-03-02T14:00:00+05:00") }),
    ],
    now,
  );
  expect(articles.map(({ headline }) => headline)).toEqual(["Morning", "Noon", "Evening"]);
});

test("of several with one id the one that was updated last is kept, and each other one is spiked with the reason", () => {
  const { articles, spiked } = collate(
    [
      article({ id: "ferry", headline: "Ferry late" }),
      article({ id: "ferry", headline: "Ferry sunk", updated: "2025-03-03" as Instant }),
      article({ id: "ferry", headline: "Ferry later", updated: "2025-03-02" as Instant }),
    ],
    now,
  );
  expect(articles.map(({ headline }) => headline)).toEqual(["Ferry sunk"]);
  expect(spiked.map(sayProblem)).toEqual(
    Array(2).fill(
      'id was "ferry", which “Ferry sunk” in feed.json has as well; expected an id of its own. Of versions with one id the latest is printed; give the other an id of its own if it is another story.',
    ),
  );
});

test("two wire stories whose files have the same name are told apart by renaming one", () => {
  const filed = (file: string, headline: string) =>
    article({
      id: "wire-text:ferry.txt",
      headline,
      provenance: { kind: "wire-text", file, filed: "", charset: "utf-8", claims: [] },
    });
  const { spiked } = collate([filed("a/ferry.txt", "One"), filed("b/ferry.txt", "Other")], now);
  expect(spiked[0]?.file).toBe("b/ferry.txt");
  expect(spiked[0]?.mend).toContain("give its file another name if it is another story.");
});

test("a slug that is taken gets a number, and the oldest article keeps the bare one", () => {
  const report = (day: number, id: string) =>
    article({ id, headline: "Market report", ...at(`2025-03-${String(day).padStart(2, "0")}`) });
  const slugs = (copy: Parameters<typeof collate>[0]) =>
    new Map(collate(copy, now).articles.map(({ id, slug }) => [id, slug as string]));
  const copy = [
    report(3, "c"),
    report(1, "a"),
    report(2, "b"),
    article({ id: "d", headline: "Market report 2", ...at("2025-03-04") }),
  ];
  expect(slugs(copy)).toEqual(
    new Map([
      ["a", "market-report"],
      ["b", "market-report-2"],
      ["c", "market-report-3"],
      ["d", "market-report-2-2"],
    ]),
  );
  expect(slugs([...copy, report(9, "e")]).get("c")).toBe("market-report-3");
});

test("an article that is held back keeps its address for when it comes", () => {
  const held = article({
    id: "held",
    headline: "Budget",
    ...at("2025-03-01"),
    release: { kind: "embargoed", until: "2030-01-01" as Instant },
  });
  const { articles } = collate([held, article({ id: "other", headline: "Budget", ...at("2025-03-02") })], now);
  expect(articles.map(({ slug }) => slug as string)).toEqual(["budget-2"]);
});

test("ten thousand articles of one headline each get an address of their own", () => {
  const copy = Array.from({ length: 10_000 }, (_none, number) =>
    article({ id: `${number}`, headline: "Market report" }),
  );
  expect(new Set(collate(copy, now).articles.map(({ slug }) => slug)).size).toBe(10_000);
});
