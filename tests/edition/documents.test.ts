import { describe, expect, test } from "vitest";
import type { Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import { type ArticleDocument, decodeArticleDocument, encodeArticleDocument } from "#edition/article-document.ts";
import { EditionProblem } from "#edition/edition-problem.ts";
import { decodeFront, encodeFront, type Front } from "#edition/front.ts";
import { headlineOf } from "#edition/headline.ts";
import {
  decodeHeadlineList,
  encodeHeadlineList,
  type HeadlineList,
  newerPage,
  olderPage,
} from "#edition/headline-list.ts";
import { decodeListIndex, encodeListIndex, type ListIndex } from "#edition/list-index.ts";
import { decodeManifest, encodeManifest, type Manifest } from "#edition/manifest.ts";
import { article, articles, courier, named } from "../articles.ts";
import { illustrated } from "../press/illustrated.ts";

const located = { ...courier, url: "https://courier.example/news/" };
const headlines = [illustrated, ...articles(3)].map(headlineOf);
const [first, second] = headlines;
if (!first || !second) throw new Error("There are four headlines.");
const hash = { hash: "ab".repeat(32), files: 3, bytes: 1_000 };

const document: ArticleDocument = {
  article: illustrated,
  summary: "A crane, a pier and what they cost.",
  minutes: 3,
  related: [
    { headline: first, reason: { kind: "place", name: "Lisbon" } },
    { headline: second, reason: { kind: "words", words: ["pier", "crane"] } },
  ],
  neighbours: { previous: first },
  alternates: [
    { language: "ur" as Language, languageName: "اردو", direction: "rtl", slug: second.slug, headline: "بندرگاہ" },
  ],
};
const list: HeadlineList = {
  kind: "topics",
  slug: "cranes",
  name: "Cranes",
  count: 31,
  page: 2,
  fullPages: 3,
  headlines,
};
const front: Front = {
  lead: first,
  underLead: [],
  secondaries: [second],
  latest: headlines,
  slabs: [{ section: named("Town"), headlines }],
};
const index: ListIndex = {
  kind: "places",
  lists: [{ slug: "lisbon", name: "Lisbon", count: 3, newest: "2025-05-28" as Instant }],
};
const manifest: Manifest = {
  edition: "cd".repeat(32),
  newsroom: located,
  articles: 4,
  newest: "2025-05-28" as Instant,
  sections: [{ slug: "town", name: "Town", count: 4 }],
  files: { front: hash, feed: hash, feeds: hash, lists: hash, articles: hash, search: hash, machines: hash },
};

describe("what the press writes, the reader reads as the same", () => {
  test.each([courier, located])("an article with what is related to it, of a newsroom at $url", (newsroom) => {
    expect(decodeArticleDocument(encodeArticleDocument(document, newsroom), "x")).toEqual(document);
    const bare: ArticleDocument = {
      article: article({ headline: "Pier" }),
      summary: "",
      minutes: 1,
      related: [],
      neighbours: {},
      alternates: [],
    };
    expect(decodeArticleDocument(encodeArticleDocument(bare, newsroom), "x")).toEqual(bare);
  });

  test.each([courier, located])("a list of headlines, of a newsroom at $url", (newsroom) => {
    for (const page of [1, 2, "latest"] as const) {
      expect(decodeHeadlineList(encodeHeadlineList({ ...list, page }, newsroom), "x")).toEqual({ ...list, page });
    }
  });

  test("a front, an index of lists and a manifest", () => {
    expect(decodeFront(encodeFront(front), "x")).toMatchObject(front);
    expect(decodeListIndex(encodeListIndex(index), "x")).toMatchObject(index);
    expect(decodeManifest(encodeManifest(manifest), "x")).toMatchObject(manifest);
  });

  test("a file with a byte order mark", () => {
    expect(decodeFront(`\ufeff${encodeFront(front)}`, "x")).toMatchObject(front);
  });

  test("an article's file without an article in it has none", () => {
    const empty = '{"items":[],"_dateline":{"version":1}}';
    expect(decodeArticleDocument(empty, "x")).toBeUndefined();
  });
});

describe("what the press writes, other feed readers read", () => {
  test("an article is an item with an absolute address, RFC 3339 dates and its summary", () => {
    const [item] = (JSON.parse(encodeArticleDocument(document, located)) as { items: [object] }).items;
    expect(item).toMatchObject({
      id: "harbour:42",
      url: `https://courier.example/news/articles/${illustrated.slug}`,
      external_url: "https://agency.example/pier",
      title: illustrated.headline,
      content_text: "A crane, a pier and what they cost.",
      date_published: "2025-05-28T12:00:00Z",
      date_modified: "2025-05-29T10:00:00+02:00",
      authors: [{ name: "Ann Li", url: "https://courier.example/ann" }, { name: "Bo Ek" }],
      tags: ["Cranes", "Money"],
      language: "en",
    });
  });

  test("a list leads from page to older page", () => {
    const next = (page: HeadlineList["page"]) =>
      (JSON.parse(encodeHeadlineList({ ...list, page }, located)) as { next_url?: string }).next_url;
    expect([next("latest"), next(3), next(2), next(1)]).toEqual([
      "https://courier.example/news/lists/topics/cranes/3.json",
      "https://courier.example/news/lists/topics/cranes/2.json",
      "https://courier.example/news/lists/topics/cranes/1.json",
      undefined,
    ]);
  });
});

test("from every page of a list one leads to the older and the newer, if there are any", () => {
  const around = (page: HeadlineList["page"], fullPages: number) => [
    olderPage({ page, fullPages }),
    newerPage({ page, fullPages }),
  ];
  expect(around("latest", 0)).toEqual([undefined, undefined]);
  expect(around("latest", 2)).toEqual([2, undefined]);
  expect(around(2, 2)).toEqual([1, "latest"]);
  expect(around(1, 2)).toEqual([undefined, 2]);
});

describe("a file that is no file of an edition is refused, with what it is", () => {
  const versioned = (extension: unknown) => JSON.stringify({ items: [], _dateline: extension });
  test.each<[string, string, EditionProblem["kind"], string]>([
    ["a web page", "\n<!doctype html>", "unreadable", "front.json is a web page, not a file of an edition."],
    ["an empty file", " \n", "unreadable", "front.json is an empty file, not a file of an edition."],
    [
      "a file that was cut off",
      encodeFront(front).slice(0, -9),
      "unreadable",
      "front.json is text that is cut off or is not JSON, not a file of an edition.",
    ],
    ["other JSON", "{}", "unreadable", "front.json is JSON, but not a file of an edition."],
    ["a list", "[]", "unreadable", "front.json is JSON, but not a file of an edition."],
    ["null", "null", "unreadable", "front.json is JSON, but not a file of an edition."],
    [
      "a feed without our extension",
      '{"version":"https://jsonfeed.org/version/1.1","items":[]}',
      "unreadable",
      "front.json is JSON, but not a file of an edition.",
    ],
    ["no version", versioned({}), "unreadable", "front.json does not say which version of the edition it is."],
    ["no extension", versioned(null), "unreadable", "front.json does not say which version of the edition it is."],
    [
      "a version that is none",
      versioned({ version: "1" }),
      "unreadable",
      "front.json does not say which version of the edition it is.",
    ],
    [
      "a later version",
      versioned({ version: 2 }),
      "too-new",
      "front.json was pressed by a newer Dateline than this reader.",
    ],
  ])("%s", (_what, text, kind, message) => {
    for (const decode of [decodeFront, decodeManifest, decodeListIndex, decodeHeadlineList, decodeArticleDocument]) {
      const refuse = () => decode(text, "front.json");
      expect(refuse).toThrow(EditionProblem);
      expect(refuse).toThrow(expect.objectContaining({ kind, path: "front.json", message }) as Error);
    }
  });

  test("another file of the edition in the place of a list or an article", () => {
    for (const decode of [decodeHeadlineList, decodeArticleDocument]) {
      expect(() => decode(encodeFront(front), "articles/x.json")).toThrow(
        "articles/x.json is a file of an edition, but not the one that belongs there.",
      );
    }
  });
});

describe("a headline knows of its article", () => {
  test("enough to draw its line, and never its body", () => {
    expect(headlineOf(illustrated)).toEqual({
      id: "harbour:42",
      slug: illustrated.slug,
      headline: illustrated.headline,
      kicker: "Works",
      summary: "A crane, a pier and what they cost.",
      section: named("Town"),
      place: "Lisbon",
      published: "2025-05-28",
      updated: "2025-05-29T10:00:00+02:00",
      language: "en",
      direction: "ltr",
      picture: illustrated.pictures[0],
      minutes: 1,
    });
  });

  test("the first picture that has a file, also when only its text has one", () => {
    const picture = { url: "https://a.example/1.jpg", alt: "" };
    const told = article({
      headline: "Pier",
      pictures: [{ alt: "", caption: "It never arrived." }],
      body: [{ kind: "quote", blocks: [{ kind: "figure", picture }] }],
    });
    expect(headlineOf(told).picture).toEqual(picture);
    expect(headlineOf({ ...told, body: [] })).not.toHaveProperty("picture");
  });
});
