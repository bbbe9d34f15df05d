import { expect, test } from "vitest";
import type { Article } from "#domain/article.ts";
import { indexRelated } from "#press/related-index.ts";
import { areAlike } from "#press/shingles.ts";
import { article, named } from "../articles.ts";

const texts = [
  "opera",
  "ferry tide berth",
  "ferry tide pilot ferry",
  "ferry tide",
  "ferry",
  "ferry",
  "budget opera",
  "opera",
];
const copy = texts.map((text, at) =>
  article({
    id: `${at}`,
    headline: "…",
    body: [{ kind: "paragraph", content: [text] }],
    topics: [named(`Topic ${at % 2}`)],
  }),
);

function bagsOf(articles: readonly Article[], longestList: number) {
  const { terms, articleStarts, articleTerms, articleWeights, termStarts, termArticles, termWeights } = indexRelated(
    articles,
    longestList,
  );
  const between = <Value>(starts: Uint32Array, at: number, valueOf: (place: number) => Value) =>
    Array.from({ length: starts[at + 1]! - starts[at]! }, (_none, place) => valueOf(starts[at]! + place));
  return {
    bags: articles.map(
      (_article, at) =>
        new Map(between(articleStarts, at, (place) => [terms[articleTerms[place]!]!, articleWeights[place]!])),
    ),
    lists: new Map(
      terms.map((term, at) => [term, between(termStarts, at, (place) => [termArticles[place]!, termWeights[place]!])]),
    ),
  };
}

test("a bag holds the terms that tell something: not those of one article, and not those of more than half", () => {
  const { bags } = bagsOf(copy, 100);
  expect(bags.map((bag) => [...bag.keys()].sort())).toEqual([
    ["\u0002topic-0", "opera"],
    ["\u0002topic-1", "tide"],
    ["\u0002topic-0", "tide"],
    ["\u0002topic-1", "tide"],
    ["\u0002topic-0"],
    ["\u0002topic-1"],
    ["\u0002topic-0", "opera"],
    ["\u0002topic-1", "opera"],
  ]);
});

test("what is mentioned more often weighs more, and in a shorter text too", () => {
  const [, long, , short] = bagsOf(copy, 100).bags;
  expect(short!.get("tide")).toBeGreaterThan(long!.get("tide")!);
  expect(long!.get("\u0002topic-1")).toBeGreaterThan(long!.get("tide")!);
});

test("a list holds the articles that have its term with the weights that it has there, unless it is too long", () => {
  const { bags, lists } = bagsOf(copy, 3);
  for (const [term, list] of lists) {
    const having = bags.flatMap((bag, at) => (bag.has(term) ? [[at, bag.get(term)]] : []));
    expect(list, term).toEqual(having.length > 3 ? [] : having);
  }
  expect(lists.get("opera")).toHaveLength(3);
  expect(lists.get("\u0002topic-0")).toEqual([]);
});

test("texts are alike when more than two fifths of their runs of four words are the same", () => {
  const words = (from: number, to: number) =>
    Array.from({ length: to - from }, (_none, at) => `word${from + at}`).join(" ");
  const told = [words(0, 103), words(0, 43), words(0, 44), words(60, 160), ""].map((text) =>
    article({ headline: "…", body: [{ kind: "paragraph", content: [text] }] }),
  );
  const { shingles } = indexRelated(told, 100);
  const alike = told.map((_one, at) => areAlike(shingles, 0, at));
  expect(alike).toEqual([true, false, true, false, false]);
  expect(areAlike(shingles, 4, 4)).toBe(false);
});
