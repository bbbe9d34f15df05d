import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bodyText, picturesOf } from "#domain/article.ts";
import { epochOf, type Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import type { Slug } from "#domain/slug.ts";
import { readCopy } from "#wire/read-copy.ts";

const settings = JSON.parse(readFileSync("public/newsroom.json", "utf8")) as { sections: string[]; lead: string };
const sections = settings.sections.map((name) => ({ name, slug: name.toLowerCase() as Slug }));
const unnamed = { name: "Without a section", slug: "without-a-section" as Slug };

const { articles, spiked, notes } = readCopy(
  { name: "public/feed.json", bytes: readFileSync("public/feed.json") },
  {
    newsroom: { name: "Demo", language: "en" as Language, timeZone: "UTC", sections, defaultSection: unnamed },
    received: "2025-11-30" as Instant,
  },
);

const inLanguage = (language: string) => articles.filter((article) => article.language === language);
const words = (text: string) => text.split(/\s+/u).length;

test("the demo edition is read whole: nothing is spiked and nothing has to be mended", () => {
  expect(spiked).toEqual([]);
  expect(notes).toEqual([]);
});

test("the demo edition has at least thirty articles in five sections, at least five in each", () => {
  expect(articles.length).toBeGreaterThanOrEqual(30);
  expect([...new Set(articles.map(({ section }) => section.name))].sort()).toEqual([...settings.sections].sort());
  for (const { name } of sections) {
    expect(articles.filter(({ section }) => section.name === name).length, name).toBeGreaterThanOrEqual(5);
  }
});

test("every article has an address, an id and a headline of its own", () => {
  for (const field of ["id", "slug", "headline"] as const) {
    expect(new Set(articles.map((article) => article[field])).size, field).toBe(articles.length);
  }
});

test("every article has a kicker, a standfirst, a byline and between 200 and 900 words", () => {
  for (const { slug, kicker, standfirst, bylines, body } of articles) {
    expect([kicker, standfirst, bylines[0]?.name], slug).not.toContain(undefined);
    expect(words(bodyText(body)), slug).toBeGreaterThan(200);
    expect(words(bodyText(body)), slug).toBeLessThan(900);
  }
});

test("every article names its sources, with secure or plain web addresses", () => {
  for (const { slug, sources } of articles) {
    expect(sources.length, slug).toBeGreaterThanOrEqual(1);
    expect(sources.length, slug).toBeLessThanOrEqual(5);
    for (const { title, url } of sources)
      expect([title !== "", /^https?:\/\/[^/]+\//u.test(url)], url).toEqual([true, true]);
  }
});

test("every picture exists and has its alternative text, caption, credit and true size", () => {
  for (const article of articles) {
    for (const { url, alt, caption, credit, width, height, drawn } of picturesOf(article)) {
      expect(existsSync(`public/${url}`), `${article.slug}: ${url}`).toBe(true);
      const drawing = readFileSync(`public/${url}`, "utf8");
      const [, , , wide, high] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/u.exec(drawing) ?? [];
      expect([width, height], url).toEqual([Number(wide), Number(high)]);
      expect([alt, caption ?? "", credit ?? ""], `${article.slug}: ${url}`).not.toContain("");
      expect(drawn, `${article.slug}: ${url}`).toBe(true);
    }
  }
});

test("every picture of the demo edition is shown in some article", () => {
  const shown = new Set(articles.flatMap((article) => picturesOf(article).map(({ url }) => url)));
  for (const file of readdirSync("public/pictures")) {
    if (file.endsWith(".svg")) expect(shown).toContain(`pictures/${file}`);
  }
});

test("one story is in Urdu, from right to left, and one in Azerbaijani", () => {
  expect(inLanguage("ur").map(({ direction }) => direction)).toEqual(["rtl"]);
  expect(inLanguage("az").map(({ direction }) => direction)).toEqual(["ltr"]);
});

test("the stories in Urdu and Azerbaijani are translations of the one about Lachin", () => {
  const original = articles.find(({ slug }) => slug === "munir-hasanov-lachin");
  const translations = articles.filter(({ translationOf }) => translationOf !== undefined);
  expect(translations.map(({ language, translationOf }) => [language, translationOf])).toEqual([
    ["ur", original?.id],
    ["az", original?.id],
  ]);
});

test("the lead story is there and has a picture", () => {
  expect(articles.find(({ slug }) => slug === settings.lead)?.pictures[0]?.url).toMatch(/^pictures\/.+\.svg$/u);
});

test("the stories lie in several months of 2025 and none of them after November", () => {
  const months = new Set(articles.map(({ published }) => published.slice(0, 7)));
  expect(months.size).toBeGreaterThanOrEqual(6);
  for (const { slug, published, updated } of articles) {
    expect(epochOf(updated ?? published), slug).toBeLessThan(epochOf("2025-12-01" as Instant));
    expect(published, slug).toMatch(/^2025-/u);
  }
});

test("an article that was corrected says what was wrong, and when it was put right", () => {
  const corrected = articles.filter(({ corrections }) => corrections.length > 0);
  expect(corrected.length).toBeGreaterThanOrEqual(1);
  for (const { slug, corrections, updated } of corrected) {
    expect(corrections[0]?.text, slug).toMatch(/^An earlier version of this article said that .+\. .+\.$/u);
    expect(corrections[0]?.at, slug).toBe(updated);
  }
});
