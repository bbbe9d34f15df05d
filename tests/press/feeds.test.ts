import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import type { Article } from "#domain/article.ts";
import type { Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { followFeed } from "#wire/follow-feed.ts";
import { article, articles, courier, named } from "../articles.ts";
import { illustrated } from "./illustrated.ts";
import { jsonFeedSchema } from "./json-feed-schema.ts";
import { printed, textOf } from "./pressed.ts";

const url = "https://courier.example/news/";
const placed: Newsroom = { ...courier, url };
const urdu = article({
  headline: "بندرگاہ پر نئی کرین",
  language: "ur" as Language,
  direction: "rtl",
  published: "2025-05-30T08:00:00+05:00" as Instant,
});
const bare = article({ headline: "A headline and nothing more", body: [] });
const photographed = article({
  headline: "A photograph",
  pictures: [
    {
      url: "pictures/pier-0a1b2c3d4e-880.jpg",
      alt: "The pier",
      width: 880,
      height: 587,
      renditions: { formats: ["avif", "webp"], widths: [320, 560, 880] },
      placeholder: "9bc876543",
    },
  ],
});
const copy: readonly Article[] = [...articles(250), illustrated, photographed, urdu, bare];

function validator(addresses: "absolute" | "relative") {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  return ajv.compile(jsonFeedSchema(addresses));
}

/** Every printed file that says that it is a JSON Feed. */
function feedsIn(files: ReadonlyMap<string, string | Uint8Array>): [string, unknown][] {
  return [...files].flatMap(([path, content]): [string, unknown][] =>
    typeof content === "string" && content.includes('"version":"https://jsonfeed.org')
      ? [[path, JSON.parse(content)]]
      : [],
  );
}

describe.each([
  ["with an address", placed, "absolute"],
  ["without an address", courier, "relative"],
] as const)("an edition of a newsroom %s", (_name, newsroom, addresses) => {
  test("prints valid JSON Feed 1.1: the feed, its archive, every list and every article", () => {
    const validate = validator(addresses);
    const feeds = feedsIn(printed(copy, newsroom));
    const kinds = new Set(feeds.map(([path]) => path.split("/")[0]));
    expect(kinds).toEqual(new Set(["feed.json", "feeds", "lists", "articles"]));
    for (const [path, feed] of feeds) {
      expect(validate(feed) ? [] : validate.errors, path).toEqual([]);
      const { next_url: next, feed_url: own } = feed as { next_url?: string; feed_url?: string };
      expect(next === undefined || next !== own, path).toBe(true);
    }
  });

  test("is read again by our own reader as the articles that were pressed", async () => {
    const files = printed(copy, newsroom);
    const base = newsroom.url ?? "https://anywhere.example/";
    const asked: string[] = [];
    const reading = await followFeed(
      `${base}feed.json`,
      async (address) => {
        asked.push(address);
        return { kind: "copy", bytes: new TextEncoder().encode(textOf(files, address.slice(base.length))) };
      },
      { newsroom, received: "2030-01-01" as Instant },
    );
    expect(reading.spiked).toEqual([]);
    expect(reading.notes).toEqual([]);
    expect(asked).toHaveLength([...files.keys()].filter((path) => path.startsWith("feeds/")).length + 1);
    const withoutFile = ({ provenance: _provenance, ...rest }: Article) => rest;
    const expected = copy.map((one) =>
      withoutFile({
        ...one,
        pictures: one.pictures.map((picture) => (picture.url ? { ...picture, url: `${base}${picture.url}` } : picture)),
      }),
    );
    expect(new Map(reading.articles.map((one) => [one.id, withoutFile(one)]))).toEqual(
      new Map(expected.map((one) => [one.id, one])),
    );
  });
});

test("the chain of next_url leads through every article once, newest first", () => {
  const files = printed(copy, placed);
  const ids: string[] = [];
  for (let next: string | undefined = `${url}feed.json`; next; ) {
    const page = JSON.parse(textOf(files, next.slice(url.length))) as { items: { id: string }[]; next_url?: string };
    ids.push(...page.items.map(({ id }) => id));
    next = page.next_url;
  }
  const newestFirst = copy.toSorted((one, other) => Date.parse(one.published) - Date.parse(other.published)).reverse();
  expect(new Set(ids).size).toBe(copy.length);
  expect(ids.filter((id) => id.startsWith("story"))).toEqual(
    newestFirst.map(({ id }) => id).filter((id) => id.startsWith("story")),
  );
});

test("every address in a feed of a newsroom that has one is absolute, those in the text included", () => {
  const linked = article({
    headline: "Addresses of every kind",
    bylines: [{ ...named("Ann Li"), url: "about/ann" }],
    pictures: [{ url: "pictures/crane.png", alt: "" }],
    body: [
      { kind: "paragraph", content: [{ kind: "link", url: "articles/other", content: ["other"] }] },
      { kind: "paragraph", content: [{ kind: "link", url: "mailto:desk@courier.example", content: ["write"] }] },
      { kind: "figure", picture: { url: "pictures/pier.png", alt: "pier" } },
      { kind: "embed-link", url: "embeds/1", title: "embed" },
      { kind: "video", url: "film.mp4", poster: { url: "poster.png", alt: "" } },
    ],
  });
  const feed = textOf(printed([linked], placed), "feed.json");
  const [item] = (
    JSON.parse(feed) as { items: { content_html: string; image: string; url: string; authors: { url: string }[] }[] }
  ).items;
  const inText = [...(item?.content_html.matchAll(/(?:href|src|poster)="([^"]*)"/gu) ?? [])].map(
    ([, address]) => address,
  );
  expect([item?.url, item?.image, item?.authors[0]?.url, ...inText]).toEqual([
    `${url}articles/addresses-of-every-kind`,
    `${url}pictures/crane.png`,
    `${url}about/ann`,
    `${url}articles/other`,
    "mailto:desk@courier.example",
    `${url}pictures/pier.png`,
    `${url}embeds/1`,
    `${url}poster.png`,
    `${url}film.mp4`,
  ]);
});

test("a day without a time is printed as RFC 3339 for others, and stays a day for us", () => {
  const [item] = (
    JSON.parse(textOf(printed([illustrated], placed), "feed.json")) as {
      items: { date_published: string; _dateline: { published: string } }[];
    }
  ).items;
  expect(item?.date_published).toBe("2025-05-28T12:00:00Z");
  expect(item?._dateline.published).toBe("2025-05-28");
});

test("a feed without articles is a feed", () => {
  const files = printed([], placed);
  expect(JSON.parse(textOf(files, "feed.json"))).toMatchObject({ title: "The Courier", items: [] });
  for (const [path, feed] of feedsIn(files)) expect(validator("absolute")(feed), path).toBe(true);
});
