import { expect, test } from "vitest";
import { contentsOf, feedOf } from "./command.ts";
import { pressed } from "./pressed.ts";

const settings = (searches: readonly object[]) =>
  JSON.stringify({ name: "The Courier", url: "https://courier.example/news/", searches });

const copy = feedOf(
  { id: "1", title: "Ferry sails", content_text: "The boat left the harbour.", date_published: "2025-03-01" },
  { id: "2", title: "Ferry sinks", content_text: "The boat went down.", date_published: "2025-03-02" },
  { id: "3", title: "Band plays", content_text: "Music in the square.", date_published: "2025-03-03" },
);

test("a search that newsroom.json names has feeds of what it finds, newest first", async () => {
  const { read, warned } = await pressed({
    "feed.json": copy,
    "newsroom.json": settings([{ name: "Ferries", query: "ferry -band" }]),
  });
  const feed = JSON.parse(read("searches/ferries/feed.json")) as {
    title: string;
    home_page_url: string;
    feed_url: string;
    items: { title: string }[];
  };
  expect(feed.items.map(({ title }) => title)).toEqual(["Ferry sinks", "Ferry sails"]);
  expect([feed.title, feed.home_page_url, feed.feed_url]).toEqual([
    "Ferries – The Courier",
    "https://courier.example/news/search?q=ferry%20-band",
    "https://courier.example/news/searches/ferries/feed.json",
  ]);
  const rss = read("searches/ferries/rss.xml");
  expect(rss.match(/<title>[^<]+<\/title>/gu)).toEqual([
    "<title>Ferries – The Courier</title>",
    "<title>Ferry sinks</title>",
    "<title>Ferry sails</title>",
  ]);
  expect(warned).not.toMatch(/searches/u);
});

test("a named search that finds nothing is told of and has an empty feed, without what is only similar", async () => {
  const { read, warned } = await pressed({
    "feed.json": copy,
    "newsroom.json": settings([{ name: "Ferries", query: "ferri" }]),
  });
  expect(warned).toContain(
    'searches, “Ferries” was the query "ferri", which finds no article; expected a query that finds some',
  );
  expect(JSON.parse(read("searches/ferries/feed.json"))).toMatchObject({ items: [] });
});

test("without named searches there are no such feeds", async () => {
  const { site } = await pressed({ "feed.json": copy });
  expect(Object.keys(contentsOf(site)).filter((path) => path.startsWith("searches/"))).toEqual([]);
});
