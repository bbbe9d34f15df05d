import { parseAtomFeed, parseRssFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { type Article, picturesOf } from "#domain/article.ts";
import { epochOf, type Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { readBodyHtml } from "#wire/body-html.ts";
import { article, articles, courier, named } from "../articles.ts";
import { illustrated } from "./illustrated.ts";
import { printed, textOf } from "./pressed.ts";

const url = "https://courier.example/news/";
const placed: Newsroom = { ...courier, url, licence: "All rights reserved" };
const urdu = article({
  headline: "بندرگاہ پر نئی کرین",
  bylines: [named("آمنہ خان")],
  language: "ur" as Language,
  direction: "rtl",
  published: "2025-05-30T08:00:00+05:00" as Instant,
});
const bare = article({ headline: "A headline and nothing more", body: [] });
const hostile = article({
  id: "hostile\u0000 \ud800 id",
  headline: "]]> &amp; \u0001</title><script>alert(1)</script>",
  standfirst: "a < b & <b>c</b>",
  bylines: [named('Ann "Quote" <Li>')],
  section: named("Town & <Sea>"),
  topics: [named("Q&A")],
  licence: "© <2025>",
  body: [{ kind: "paragraph", content: ["]]> \u000b--> &lt; <p>"] }],
  pictures: [{ url: 'pictures/a b.png?x=1&y="2"', alt: "<alt>", caption: "1 < 2 & ]]>", credit: 'A&B "Co"' }],
});
const copy: readonly Article[] = [...articles(3), illustrated, urdu, bare, hostile];

type Files = ReturnType<typeof printed>;

/** What a feed tells of an article, in our own words. */
type Told = {
  readonly id: string | undefined;
  readonly headline: string | undefined;
  readonly address: string | undefined;
  readonly published: number;
  readonly updated: number | undefined;
  readonly authors: readonly (string | undefined)[];
  readonly section: readonly (string | undefined)[];
  readonly topics: readonly (string | undefined)[];
  readonly language: string | undefined;
  readonly rights: string | undefined;
  readonly body: unknown;
  readonly pictures: readonly unknown[];
};

type Words = { readonly value?: string };
type Content = {
  readonly url?: string;
  readonly medium?: string;
  readonly width?: number;
  readonly height?: number;
  readonly title?: Words;
  readonly description?: Words;
  readonly credits?: readonly Words[];
};

function toldPictures(contents: readonly Content[] = []) {
  return contents
    .filter(({ medium }) => medium === "image")
    .map(({ url: address, title, description, credits, width, height }) => ({
      address,
      alt: title?.value ?? "",
      caption: description?.value,
      credit: credits?.map(({ value }) => value).join(),
      width,
      height,
    }));
}

function readRss(files: Files, path = "rss.xml"): Told[] {
  return (parseRssFeed(textOf(files, path)).items ?? []).map((entry) => ({
    id: entry.guid?.value,
    headline: entry.title,
    address: entry.link,
    published: Date.parse(entry.pubDate ?? ""),
    updated: entry.atom?.updated === undefined ? undefined : Date.parse(entry.atom.updated),
    authors: entry.dc?.creators ?? [],
    section: (entry.categories ?? []).filter(({ domain }) => domain === `${url}sections`).map(({ name }) => name),
    topics: (entry.categories ?? []).filter(({ domain }) => domain === `${url}topics`).map(({ name }) => name),
    language: entry.dc?.languages?.join(),
    rights: entry.dc?.rights?.join(),
    body: readBodyHtml(entry.content?.encoded ?? ""),
    pictures: toldPictures(entry.media?.contents),
  }));
}

function readAtom(files: Files, path = "atom.xml"): Told[] {
  return (parseAtomFeed(textOf(files, path)).entries ?? []).map((entry) => ({
    id: entry.id,
    headline: entry.title?.value,
    address: entry.links?.find(({ rel }) => rel === "alternate")?.href,
    published: Date.parse(entry.published ?? ""),
    updated: entry.updated === entry.published ? undefined : Date.parse(entry.updated ?? ""),
    authors: (entry.authors ?? []).map(({ name }) => name),
    section: (entry.categories ?? []).filter(({ scheme }) => scheme === `${url}sections`).map(({ label }) => label),
    topics: (entry.categories ?? []).filter(({ scheme }) => scheme === `${url}topics`).map(({ label }) => label),
    language: entry.xml?.lang,
    rights: entry.rights?.value,
    body: readBodyHtml(entry.content?.value ?? ""),
    pictures: toldPictures(entry.media?.contents),
  }));
}

/** What a feed should tell of an article. XML has no room for control characters. */
function expected(one: Article, id: string, rights: string | undefined): Told {
  const whole = (address: string) => new URL(address, url).href;
  const figures = one.pictures.map((picture) => ({
    kind: "figure",
    picture: picture.url ? { ...picture, url: whole(picture.url) } : picture,
  }));
  const told: Told = {
    id,
    headline: one.headline,
    address: whole(`articles/${encodeURI(one.slug)}`),
    published: epochOf(one.published),
    updated: one.updated && epochOf(one.updated),
    authors: one.bylines.map(({ name }) => name),
    section: [one.section.name],
    topics: one.topics.map(({ name }) => name),
    language: one.language,
    rights,
    body: [...figures, ...one.body],
    pictures: picturesOf(one).flatMap(({ url: address, alt, caption, credit, width, height }) =>
      address ? { address: whole(address), alt, caption, credit, width, height } : [],
    ),
  };
  return JSON.parse(JSON.stringify(told).replace(/\\u(?:0000|0001|000b|d800)/gu, "")) as Told;
}

function plainly(told: readonly Told[]): unknown {
  return JSON.parse(JSON.stringify(told));
}

const newestFirst = copy.toSorted(
  (one, other) => epochOf(other.published) - epochOf(one.published) || (one.id < other.id ? 1 : -1),
);

describe("an independent reader finds the same articles", () => {
  const files = printed(copy, placed);

  test("in RSS: headline, address, dates, authors, section, topics, text, and pictures with caption and credit", () => {
    expect(plainly(readRss(files))).toEqual(newestFirst.map((one) => expected(one, one.id, one.licence)));
  });

  test("in Atom, where an id that is no IRI stands below the site's address", () => {
    const idOf = ({ id }: Article) =>
      id === illustrated.id ? id : `${url}#${encodeURIComponent(id.replace("\ud800", "\ufffd"))}`;
    expect(plainly(readAtom(files))).toEqual(
      newestFirst.map((one) => expected(one, idOf(one), one.licence ?? placed.licence)),
    );
  });

  test("in the feeds of a section, which hold its articles and no others", () => {
    const inTown = [expected(illustrated, illustrated.id, illustrated.licence)];
    expect(plainly(readRss(files, "sections/town/rss.xml"))).toEqual(inTown);
    expect(plainly(readAtom(files, "sections/town/atom.xml"))).toEqual(inTown);
    expect(readRss(files, "sections/harbour/rss.xml")).toHaveLength(copy.length - 2);
  });

  test("and every feed is well-formed", async () => {
    const feeds = [...files.keys()].filter((path) => /(?:^|\/)(?:rss|atom)\.xml$/u.test(path));
    expect(feeds).toHaveLength(8);
    for (const path of feeds) {
      const { normalized, rawOutput } = await validateXML({ xml: textOf(files, path), normalization: "c14n" });
      expect(normalized, `${path}: ${rawOutput}`).toMatch(/^<(?:rss|feed) /u);
    }
  });
});

test("a feed says what it is called, where it is, where its page is, and when it changed last", () => {
  const files = printed(copy, placed);
  expect(parseRssFeed(textOf(files, "sections/town/rss.xml"))).toMatchObject({
    title: "Town – The Courier",
    link: `${url}sections/town`,
    description: "News of the harbour",
    language: "en",
    copyright: "All rights reserved",
    lastBuildDate: "Thu, 29 May 2025 08:00:00 GMT",
    atom: { links: [{ rel: "self", href: `${url}sections/town/rss.xml` }] },
  });
  expect(parseAtomFeed(textOf(files, "atom.xml"))).toMatchObject({
    id: `${url}atom.xml`,
    title: { value: "The Courier" },
    subtitle: { value: "News of the harbour" },
    updated: "2025-05-30T08:00:00+05:00",
    rights: { value: "All rights reserved" },
    authors: [{ name: "The Courier", uri: url }],
    links: [
      { rel: "self", href: `${url}atom.xml` },
      { rel: "alternate", href: url, hreflang: "en" },
    ],
    xml: { lang: "en" },
  });
});

test("an entry of Atom links to its author's page, its sources, and its pictures and recordings", () => {
  const [entry] = parseAtomFeed(textOf(printed([illustrated], placed), "atom.xml")).entries ?? [];
  expect(entry?.authors).toEqual([{ name: "Ann Li", uri: "https://courier.example/ann" }, { name: "Bo Ek" }]);
  expect(entry?.links?.filter(({ rel }) => rel !== "alternate")).toEqual([
    { rel: "via", href: "https://harbour.example/report", title: "The report" },
    ...[
      ["image/png", `${url}pictures/pier.png`, "The pier on May 28, 2025. Harbour Trust"],
      ["image/jpeg", "https://harbour.example/crane.jpg", "The crane — in May Ann Li/Harbour Trust"],
      ["image/jpeg", "https://harbour.example/1.jpg", "Piles Ann Li"],
      ["image/jpeg", "https://harbour.example/2.jpg", "Week 2"],
      ["video/mp4", "https://harbour.example/crane.mp4", "The crane turns"],
    ].map(([type, href, title]) => ({ rel: "enclosure", type, href, title })),
    { rel: "enclosure", type: "audio/mpeg", href: "https://harbour.example/horn.mp3" },
  ]);
});

test("recordings are told of as Media RSS, those in a list too, and drawings as illustrated", () => {
  const recorded = article({
    headline: "Heard at the harbour",
    pictures: [
      { url: "pictures/map.svg", alt: "Map", credit: "Ann Li", drawn: true },
      { url: "pictures/x", alt: "", credit: "Bo Ek" },
    ],
    body: [{ kind: "list", ordered: false, entries: [[{ kind: "audio", url: "horn.ogg", title: "The horn" }]] }],
  });
  const [entry] = parseRssFeed(textOf(printed([recorded], placed), "rss.xml")).items ?? [];
  expect(entry?.media?.contents).toEqual([
    {
      url: `${url}pictures/map.svg`,
      type: "image/svg+xml",
      medium: "image",
      title: { value: "Map", type: "plain" },
      credits: [{ value: "Ann Li", role: "illustrator" }],
    },
    { url: `${url}pictures/x`, medium: "image", credits: [{ value: "Bo Ek", role: "photographer" }] },
    { url: `${url}horn.ogg`, type: "audio/ogg", medium: "audio", title: { value: "The horn", type: "plain" } },
  ]);
});

test("a description in RSS is HTML, and shows signs of HTML as signs", () => {
  const [entry] = parseRssFeed(textOf(printed([hostile], placed), "rss.xml")).items ?? [];
  expect(entry?.description).toBe("a &lt; b &amp; &lt;b&gt;c&lt;/b&gt;");
});

test("an id in RSS is not taken for an address", () => {
  const [entry] = parseRssFeed(textOf(printed([bare], placed), "rss.xml")).items ?? [];
  expect(entry?.guid).toEqual({ value: bare.id, isPermaLink: false });
});

test("a feed changed last when its latest article did, whatever time zone that is told in", () => {
  const at = (published: string) => article({ headline: published, published: published as Instant });
  const files = printed(
    [at("2025-05-30T05:00:00Z"), at("2025-05-30T08:00:00+05:00"), at("2025-05-29T23:00:00Z")],
    placed,
  );
  expect(parseAtomFeed(textOf(files, "atom.xml")).updated).toBe("2025-05-30T05:00:00Z");
});

test("feeds hold the fifty newest articles, newest first", () => {
  const files = printed(articles(60), placed);
  const newest = articles(60)
    .toReversed()
    .slice(0, 50)
    .map(({ headline }) => headline);
  for (const told of [readRss(files), readRss(files, "sections/harbour/rss.xml"), readAtom(files)])
    expect(told.map(({ headline }) => headline)).toEqual(newest);
});

test("a feed without articles is a feed", () => {
  const files = printed([], placed);
  expect(parseRssFeed(textOf(files, "rss.xml")).title).toBe("The Courier");
  expect(parseAtomFeed(textOf(files, "atom.xml"))).toMatchObject({
    title: { value: "The Courier" },
    updated: "1970-01-01T00:00:00Z",
  });
});
