import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "#domain/article.ts";
import { instantOfEpoch } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import { decodeArticleDocument } from "#edition/article-document.ts";
import { isSameStory, storiesOf } from "#press/translations.ts";
import { article } from "../articles.ts";
import { printed, textOf } from "./pressed.ts";

let day = 0;

/** Each a day newer than the one before. */
function told(id: string, language: string, translationOf?: string, said: Partial<Article> = {}): Article {
  day += 1;
  return article({
    id,
    headline: `Story ${id}`,
    language: language as Language,
    direction: language === "ur" ? "rtl" : "ltr",
    published: instantOfEpoch(Date.UTC(2025, 0, day)),
    ...(translationOf !== undefined && { translationOf }),
    ...said,
  });
}

function alternatesIn(copy: readonly Article[], id: string): string[] {
  const path = `articles/story-${id}.json`;
  const document = decodeArticleDocument(textOf(printed(copy), path), path);
  return (document?.alternates ?? []).map(({ language, slug }) => `${language} ${slug}`);
}

test("an original and its translations lead to each other: the original first, the others by language", () => {
  const copy = [told("ur", "ur", "en"), told("az", "az", "en"), told("en", "en"), told("alone", "en")];
  expect(alternatesIn(copy, "en")).toEqual(["az story-az", "ur story-ur"]);
  expect(alternatesIn(copy, "az")).toEqual(["en story-en", "ur story-ur"]);
  expect(alternatesIn(copy, "ur")).toEqual(["en story-en", "az story-az"]);
  expect(alternatesIn(copy, "alone")).toEqual([]);
});

test("an alternate is told with its language, direction, slug and headline", () => {
  const path = "articles/story-en.json";
  const files = printed([told("en", "en"), told("ur", "ur", "en", { headline: "کرین" })]);
  expect(decodeArticleDocument(textOf(files, path), path)?.alternates).toEqual([
    { language: "ur", languageName: "اردو", direction: "rtl", slug: "کرین", headline: "کرین" },
  ]);
});

test("a translation of a translation tells the same story", () => {
  const copy = [told("en", "en"), told("ur", "ur", "en"), told("az", "az", "ur")];
  expect(alternatesIn(copy, "az")).toEqual(["en story-en", "ur story-ur"]);
});

test("of two in one language the original is named, else the older", () => {
  const copy = [told("old-en", "en", "en"), told("en", "en"), told("ur1", "ur", "en"), told("ur2", "ur", "en")];
  expect(alternatesIn(copy, "ur2")).toEqual(["en story-en"]);
  expect(alternatesIn(copy, "en")).toEqual(["ur story-ur1"]);
  expect(alternatesIn(copy, "old-en")).toEqual(["ur story-ur1"]);
});

test("translations of an article that is not in the edition lead to each other", () => {
  const release = { kind: "withdrawn", reason: "It was wrong." } as const;
  const copy = [told("en", "en", undefined, { release }), told("ur", "ur", "en"), told("az", "az", "en")];
  expect(alternatesIn(copy, "ur")).toEqual(["az story-az"]);
  expect(alternatesIn(copy, "en")).toEqual([]);
  expect(textOf(printed(copy), "articles/story-ur.json")).not.toContain("story-en");
});

test("an article that says it translates itself, or that two say so of each other, is no trouble", () => {
  expect(alternatesIn([told("self", "en", "self")], "self")).toEqual([]);
  const both = [told("one", "en", "two"), told("two", "ur", "one")];
  expect(alternatesIn(both, "one")).toEqual(["ur story-two"]);
  expect(alternatesIn(both, "two")).toEqual(["en story-one"]);
});

test("two articles tell one story when a chain of translations joins them", () => {
  const id = fc.integer({ min: 0, max: 12 });
  fc.assert(
    fc.property(fc.uniqueArray(fc.record({ id, of: fc.option(id) }), { selector: ({ id: own }) => own }), (links) => {
      const copy = links.map(({ id: own, of }) =>
        article({ id: `${own}`, headline: "Story", ...(of !== null && { translationOf: `${of}` }) }),
      );
      const stories = storiesOf(copy);
      for (const [one, { id: first }] of copy.entries()) {
        const joined = new Set([first]);
        for (const _step of copy)
          for (const { id: own, translationOf = own } of copy)
            if (joined.has(own) || joined.has(translationOf)) joined.add(own).add(translationOf);
        for (const [other, { id: second }] of copy.entries())
          if (one !== other) expect(isSameStory(stories, one, other)).toBe(joined.has(second));
      }
    }),
  );
});

test("a chain of fifty thousand translations is followed in time", () => {
  const chain = Array.from({ length: 50_000 }, (_none, at) => told(`${at}`, "en", `${at + 1}`));
  expect(storiesOf(chain).get(0)).toHaveLength(50_000);
});
