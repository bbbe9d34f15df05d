import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article, Release } from "#domain/article.ts";
import type { Instant } from "#domain/instant.ts";
import { decodeArticleDocument } from "#edition/article-document.ts";
import { decodeManifest } from "#edition/manifest.ts";
import { decodeSearchCard } from "#edition/search-card.ts";
import { press } from "#press/press.ts";
import { openIndex } from "#search/open-index.ts";
import { article, articles, courier, named } from "../articles.ts";
import { illustrated } from "./illustrated.ts";
import { now, printed, textOf } from "./pressed.ts";

const placed = { ...courier, url: "https://courier.example/news/" };

/** Copy with everything that could depend on the order in which it was read: equal times, equal ids, equal slugs. */
const tangled: readonly Article[] = [
  ...articles(12),
  illustrated,
  ...[1, 2, 3].map((number) => article({ id: `same-slug-${number}`, headline: "Market report" })),
  article({ id: "twice", headline: "Filed twice", body: [] }),
  article({ id: "twice", headline: "Filed twice", standfirst: "With a standfirst." }),
  article({ id: "twice", headline: "Filed thrice", provenance: { kind: "json-feed", file: "other.json" } }),
  article({ id: "updated", headline: "Before" }),
  article({ id: "updated", headline: "After", updated: "2025-03-02T08:00:00Z" as Instant }),
  article({ id: "held", headline: "Held", release: { kind: "embargoed", until: "2026-01-01" as Instant } }),
  article({ id: "gone", headline: "Gone", release: { kind: "withdrawn", reason: "It was wrong." } }),
];

test("the same copy gives the same bytes, in whatever order it was read", () => {
  const expected = printed(tangled, placed);
  fc.assert(
    fc.property(fc.shuffledSubarray([...tangled], { minLength: tangled.length }), (shuffled) => {
      expect(printed(shuffled, placed)).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});

test("an edition can be printed twice from one press", () => {
  const { files } = press(tangled, courier, now);
  expect([...files]).toEqual([...files]);
});

test("with the machine's own hash an edition is the same", () => {
  const { files } = press(tangled, courier, now, { beginHash: () => createHash("sha256") });
  expect([...files]).toEqual([...press(tangled, courier, now).files]);
});

test("no two files have the same path, and every path is one that any host can hold", () => {
  const paths = [...press([...articles(200), ...tangled], placed, now).files].map(({ path }) => path);
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
  for (const path of paths)
    expect(path).toMatch(/^(?!\/)(?:[^/\\:*?"<>|\s]+\/)*[^/\\:*?"<>|\s]+\.(?:json|bin|xml|txt|webmanifest)$/u);
});

test("ten more articles leave every full page of feeds and lists as it was, byte for byte", () => {
  const copy = articles(250, { topics: [named("Cranes")], bylines: [named("Ann Li")] });
  const renamed = articles(260, { topics: [{ ...named("Cranes"), name: "CRANES" }], bylines: [named("Ann Li")] });
  const before = printed(copy);
  const after = printed([...copy, ...renamed.slice(250)]);
  const fullPages = [...before.keys()].filter(
    (path) => /^(?:feeds|lists)\/.*\d+\.json$/u.test(path) && !path.includes("latest"),
  );
  expect(fullPages).toContain("feeds/2.json");
  expect(fullPages).toContain("lists/topics/cranes/4.json");
  for (const path of fullPages) expect(after.get(path), path).toBe(before.get(path));
});

test("a file is made when it is asked for, so that a large edition never lies in memory whole", () => {
  let printedItems = 0;
  const copy = articles(40).map((one) =>
    Object.defineProperty(one, "licence", {
      enumerable: true,
      get: () => {
        printedItems += 1;
        return "CC BY";
      },
    }),
  );
  const { files } = press(copy, courier, now);
  expect(printedItems).toBe(0);
  const made: number[] = [];
  for (const { path } of files) if (path.startsWith("articles/")) made.push(printedItems);
  expect(made).toEqual(Array.from({ length: 40 }, (_none, at) => (made[0] ?? 0) + at));
});

test("the manifest comes last, and its counts and hashes are those of the files before it", () => {
  const files = printed([...articles(130), illustrated], placed);
  const folderOf = (path: string) =>
    /^(?:front|feed|feeds|lists|articles|search)(?=\/|\.json$)/u.exec(path)?.[0] ??
    (path === "manifest.json" ? "" : "machines");
  expect([...files.keys()].at(-1)).toBe("manifest.json");
  const manifest = decodeManifest(textOf(files, "manifest.json"), "manifest.json");
  expect(manifest.articles).toBe(131);
  expect(manifest.newest).toBe("2025-05-28");
  expect(manifest.sections).toEqual([
    { slug: "harbour", name: "Harbour", count: 130 },
    { slug: "town", name: "Town", count: 1 },
  ]);
  let counted = 0;
  for (const [folder, { hash, files: number, bytes }] of Object.entries(manifest.files)) {
    const inFolder = [...files].filter(([path]) => folderOf(path) === folder);
    const expected = createHash("sha256");
    let length = 0;
    for (const [path, content] of inFolder) {
      const buffer = Buffer.from(content as string);
      length += buffer.length;
      expected.update(`${path}\n${buffer.length}\n`).update(buffer);
    }
    expect({ hash, number, bytes }, folder).toEqual({
      hash: expected.digest("hex"),
      number: inFolder.length,
      bytes: length,
    });
    counted += number;
  }
  expect(counted).toBe(files.size - 1);
  expect(manifest.edition).toBe(createHash("sha256").update(JSON.stringify(manifest.files)).digest("hex"));
});

test("another comma gives another edition", () => {
  const editionOf = (body: string) =>
    decodeManifest(
      textOf(
        printed([article({ headline: "Ferry", body: [{ kind: "paragraph", content: [body] }] })]),
        "manifest.json",
      ),
      "manifest.json",
    ).edition;
  expect(editionOf("It sank, slowly.")).not.toBe(editionOf("It sank slowly."));
  expect(editionOf("It sank.")).toBe(editionOf("It sank."));
});

test("an article's file holds the article whole, with its neighbours in its section", () => {
  const [first, second, third] = articles(3);
  if (!first || !second || !third) throw new Error("three articles");
  const files = printed([first, illustrated, second, third]);
  const document = (slug: string) => {
    const path = `articles/${slug}.json`;
    return decodeArticleDocument(textOf(files, path), path);
  };
  expect(document(illustrated.slug)?.article).toEqual(illustrated);
  expect(document(illustrated.slug)?.neighbours).toEqual({});
  const neighbours = document(second.slug)?.neighbours;
  expect([neighbours?.previous?.id, neighbours?.next?.id]).toEqual([first.id, third.id]);
});

test("an article's file names the copy that it was read from, not where that lay", () => {
  const nameOf = (file: string) => {
    const path = "articles/ferry.json";
    const copy = article({ headline: "Ferry", provenance: { kind: "json-feed", file } });
    return decodeArticleDocument(textOf(printed([copy]), path), path)?.article.provenance.file;
  };
  expect(nameOf("/home/ann/secret/ferry.txt")).toBe("ferry.txt");
  expect(nameOf("C:\\Users\\Ann\\ferry.txt")).toBe("ferry.txt");
  expect(nameOf("https://cms.example/private/feed.json?key=secret#part")).toBe("feed.json");
});

describe("what is not to be read", () => {
  /** Words that stand nowhere else: a headline, a kicker and so on, each to be looked for in every file. */
  const secret = (release: Release) =>
    article({
      id: "quagga-1",
      headline: "Zyzzyva minister resigns",
      kicker: "Okapi",
      standfirst: "A gnu of a story.",
      bylines: [named("Wombat Writer")],
      topics: [named("Axolotl")],
      places: [named("Numbatville")],
      section: named("Tapir"),
      body: [{ kind: "paragraph", content: ["The pangolin affair is over."] }],
      pictures: [{ url: "pictures/echidna.png", alt: "", caption: "The bongo.", credit: "Kudu Pictures" }],
      published: "2025-11-30T08:00:00Z" as Instant,
      release,
    });
  const words = /quagga|zyzzyva|okapi|\bgnu\b|wombat|axolotl|numbatville|tapir|pangolin|echidna|bongo|kudu/iu;
  const leaks = (files: ReadonlyMap<string, string | Uint8Array>) =>
    [...files].filter(
      ([path, content]) => words.test(path) || words.test(Buffer.from(content as string).toString("latin1")),
    );

  async function searched(files: ReadonlyMap<string, string | Uint8Array>, text: string): Promise<number> {
    const index = await openIndex(async (name) => Buffer.from(files.get(`search/${name}`) as string));
    return (await index.search({ text, sort: "relevance", offset: 0, limit: 1 })).total;
  }

  test("an embargoed article stands in no file before its time, not by one word", async () => {
    const until = "2025-12-01T12:00:01Z" as Instant;
    const copy = [...articles(5), secret({ kind: "embargoed", until })];
    const { held, articles: readable } = press(copy, courier, now);
    expect(held).toEqual([{ slug: "zyzzyva-minister-resigns", headline: "Zyzzyva minister resigns", until }]);
    expect(readable).toHaveLength(5);
    const files = printed(copy, placed);
    expect(leaks(files)).toEqual([]);
    expect(await searched(files, "zyzzyva ")).toBe(0);
  });

  test("an embargoed article is printed like any other from the moment its embargo ends", async () => {
    const until = "2025-12-01T12:00:00Z" as Instant;
    const files = printed([...articles(5), secret({ kind: "embargoed", until })], placed);
    for (const path of ["rss.xml", "sections/tapir/atom.xml", "sitemap.xml", "news-sitemap.xml"])
      expect(textOf(files, path), path).toMatch(/zyzzyva/u);
    expect(textOf(files, "feed.json")).toContain("Zyzzyva minister resigns");
    expect(textOf(files, "lists/topics/axolotl/latest.json")).toContain("Zyzzyva minister resigns");
    expect(await searched(files, "zyzzyva ")).toBe(1);
  });

  test("of a withdrawn article its address says that it was there, and why it is not any more", async () => {
    const files = printed(
      [...articles(5), secret({ kind: "withdrawn", reason: "It rested on a forged letter." })],
      placed,
    );
    const path = "articles/zyzzyva-minister-resigns.json";
    expect(leaks(files).map(([leaking]) => leaking)).toEqual([path]);
    const text = textOf(files, path);
    expect(text).toContain("It rested on a forged letter.");
    expect(text).not.toMatch(/okapi|\bgnu\b|wombat|axolotl|numbatville|pangolin|echidna|bongo|kudu/iu);
    expect(decodeArticleDocument(text, path)?.article.body).toEqual([]);
    expect(await searched(files, "zyzzyva ")).toBe(0);
  });

  test("an edition of nothing but held articles is an edition without articles", () => {
    const files = printed([secret({ kind: "embargoed", until: "2026-01-01" as Instant })], placed);
    expect(leaks(files)).toEqual([]);
    expect(decodeManifest(textOf(files, "manifest.json"), "manifest.json").articles).toBe(0);
  });
});

test("search finds an article by its words, its people, its captions and its topics", async () => {
  const files = printed([...articles(3), illustrated]);
  const index = await openIndex(async (name) => Buffer.from(files.get(`search/${name}`) as string));
  for (const text of ["jetée", "Ann Li", "crane in May", "Cranes", "LISBON", "jib", "harbour trust"]) {
    const { hits } = await index.search({ text, sort: "relevance", offset: 0, limit: 1 });
    expect(decodeSearchCard(hits[0]?.stored).slug, text).toBe(illustrated.slug);
  }
});
