import { describe, expect, test } from "vitest";
import { sayProblem } from "#domain/copy-problem.ts";
import { type Fetched, followFeed } from "#wire/follow-feed.ts";
import { bytesOf, desk } from "./desk.ts";

const start = "https://a.example/news/feed.json";
const item = (id: string) => ({ id, title: `Quay ${id}`, content_text: "Open.", date_published: "2025-05-28" });
const page = (feed: object): Fetched => ({
  kind: "copy",
  bytes: bytesOf(JSON.stringify({ version: "https://jsonfeed.org/version/1.1", ...feed })),
});

/** Follows a feed of these pages, and tells which were asked for, in order. */
async function follow(pages: Readonly<Record<string, Fetched>> | ((url: string) => Fetched), url = start) {
  const asked: string[] = [];
  const fetchCopy = (address: string): Promise<Fetched> => {
    asked.push(address);
    const fetched = typeof pages === "function" ? pages(address) : pages[address];
    return Promise.resolve(fetched ?? { kind: "unreachable", found: "answered 404" });
  };
  const { articles, spiked, notes, title } = await followFeed(url, fetchCopy, desk);
  const say = (problem: (typeof notes)[number]) => `${problem.file}: ${sayProblem(problem)}`;
  return { asked, ids: articles.map(({ id }) => id), spiked: spiked.map(say), notes: notes.map(say), title };
}

test("a feed is read with all the pages that its next_url leads to", async () => {
  const read = await follow({
    [start]: page({ title: "The Quay", next_url: "feeds/2.json", items: [item("4"), item("3")] }),
    "https://a.example/news/feeds/2.json": page({
      title: "Older",
      next_url: "feeds/1.json",
      items: [item("3"), item("2")],
    }),
    "https://a.example/news/feeds/1.json": page({ items: [item("1")] }),
  });
  expect(read).toEqual({
    asked: [start, "https://a.example/news/feeds/2.json", "https://a.example/news/feeds/1.json"],
    ids: ["4", "3", "2", "1"],
    spiked: [],
    notes: [],
    title: "The Quay",
  });
});

test("what is wrong on any page is told of with that page's address", async () => {
  const read = await follow({
    [start]: page({ next_url: "?2", items: [item("2")] }),
    "https://a.example/news/feed.json?2": page({ items: [{ title: "x" }, item("1")] }),
  });
  expect(read.ids).toEqual(["2", "1"]);
  expect(read.spiked).toEqual([
    "https://a.example/news/feed.json?2: items[0].id was missing; expected a text that no other item has. Give the item an id that never changes.",
  ]);
});

describe("following stops, keeps what it has and says so,", () => {
  const two = "https://a.example/news/2.json";
  const stopped = (file: string, found: string) =>
    `${file}: next_url was "${found}; expected the next older page. Reading stopped here.`;

  test("at a page that leads to itself", async () => {
    const read = await follow({ [start]: page({ next_url: start, items: [item("1")] }) });
    expect(read).toMatchObject({
      asked: [start],
      ids: ["1"],
      notes: [stopped(start, `${start}", which was read already`)],
    });
  });

  test("at a page that leads back, by whatever name of it", async () => {
    const read = await follow({
      [start]: page({ next_url: "2.json", items: [item("2")] }),
      [two]: page({ next_url: "feed.json#older", items: [item("1")] }),
    });
    expect(read).toMatchObject({
      asked: [start, two],
      ids: ["2", "1"],
      notes: [stopped(two, `${start}#older", which was read already`)],
    });
  });

  test("after a page that brought nothing new, however many addresses it has", async () => {
    const read = await follow((url) => page({ next_url: `?p=${url.length}`, items: [item("1")] }));
    expect(read.asked.length).toBeLessThanOrEqual(3);
    expect(read.ids).toEqual(["1"]);
    expect(read.notes).toHaveLength(1);
    expect(read.notes[0]).toContain("after a page that brought nothing new");
  });

  test.each([
    "https://evil.example/2.json",
    "http://127.0.0.1/admin",
    "//b.example/2.json",
    "https://a.example:8443/2.json",
  ])("at a page on another site: %s", async (next) => {
    const read = await follow({ [start]: page({ next_url: next, items: [item("1")] }) });
    expect(read).toMatchObject({ asked: [start], ids: ["1"] });
    expect(read.notes[0]).toContain("which is on another site");
  });

  test("but not when the site only changes to https or to www", async () => {
    const next = "https://www.a.example/2.json";
    const first = "http://a.example/feed.json";
    const read = await follow(
      { [first]: page({ next_url: next, items: [item("2")] }), [next]: page({ items: [item("1")] }) },
      first,
    );
    expect(read).toMatchObject({ asked: [first, next], ids: ["2", "1"], notes: [] });
  });

  test("at a page that cannot be had", async () => {
    const read = await follow({ [start]: page({ next_url: "2.json", items: [item("1")] }) });
    expect(read).toMatchObject({
      ids: ["1"],
      spiked: [],
      notes: [`${two}: the feed was answered 404; expected a JSON Feed. The older articles from here on are missing.`],
    });
  });

  test("at a page that is no feed", async () => {
    const read = await follow({
      [start]: page({ next_url: "2.json", items: [item("1")] }),
      [two]: { kind: "copy", bytes: bytesOf("<!doctype html><title>Sign in</title>") },
    });
    expect(read.ids).toEqual(["1"]);
    expect(read.spiked).toEqual([
      `${two}: the feed was a web page; expected wire text or a JSON Feed. Check that the address is that of a JSON Feed.`,
    ]);
  });

  test("after a thousand pages", async () => {
    const read = await follow((url) => {
      const number = Number(/\d+$/u.exec(url)?.[0] ?? 0);
      return page({ next_url: `?${number + 1}`, items: [item(String(number))] });
    });
    expect([read.asked.length, read.ids.length]).toEqual([1_000, 1_000]);
    expect(read.notes).toEqual([stopped("https://a.example/news/feed.json?999", `${start}?1000", after 1000 pages`)]);
  });

  test("after 256 MB", async () => {
    const blanks = new Uint8Array(90_000_000).fill(0x20);
    const read = await follow((url) => {
      const number = Number(/\d+$/u.exec(url)?.[0] ?? 0);
      const { bytes } = page({ next_url: `?${number + 1}`, items: [item(String(number))] }) as Extract<
        Fetched,
        { kind: "copy" }
      >;
      const padded = new Uint8Array(blanks);
      padded.set(bytes);
      return { kind: "copy", bytes: padded };
    });
    expect(read.asked).toHaveLength(3);
    expect(read.notes[0]).toContain("after 270 MB");
  });
});

test.each<[Fetched, string]>([
  [{ kind: "gone" }, "gone for good (410)"],
  [{ kind: "unchanged" }, "unchanged"],
  [{ kind: "unreachable", found: "answered 500" }, "answered 500"],
])("a feed that cannot be had is spiked: %j", async (fetched, found) => {
  expect(await follow({ [start]: fetched })).toMatchObject({
    ids: [],
    spiked: [
      `${start}: the feed was ${found}; expected a JSON Feed. Check the address, and that its server lets it be read.`,
    ],
  });
});
