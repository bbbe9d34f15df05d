import { describe, expect, test } from "vitest";
import type { DeskAnswer, DeskRequest } from "#edition/desk-protocol.ts";
import { decodeFront } from "#edition/front.ts";
import { decodeManifest } from "#edition/manifest.ts";
import { press } from "#press/press.ts";
import type { SearchQuery } from "#search/protocol.ts";
import { openDesk } from "#workers/desk.ts";
import type { Answer, Version } from "#workers/outside.ts";
import { article, courier } from "../articles.ts";

const root = "https://courier.example/news/";
const settings = { kind: "open-live", settings: `{ "live": "feed.json" }`, address: `${root}newsroom.json` } as const;
const minute = 60_000;

type Item = { id: string; title?: string; text?: string; date?: string | null; release?: object };

function feed(items: readonly Item[], next?: string): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "The Live Courier",
    ...(next && { next_url: next }),
    items: items.map(({ id, title = `Story ${id}`, text = `The text of ${id}.`, date = "2025-05-28", release }) => ({
      id,
      title,
      content_text: text,
      ...(date && { date_published: date }),
      ...(release && { _dateline: { release } }),
    })),
  });
}

const items = (...ids: readonly string[]) => ids.map((id): Item => ({ id }));
const bytesOf = (content: string | Uint8Array) =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

/** A network that has these files, a clock, and a desk between them. */
function newDesk(files: Readonly<Record<string, string | Uint8Array>>) {
  const network = {
    files: new Map(Object.entries(files)),
    /** What is answered in place of a file. */
    answers: new Map<string, Answer>(),
    asked: [] as string[],
    known: [] as (Version | undefined)[],
    lasting: new Map<string, boolean>(),
    now: Date.parse("2025-06-01T12:00:00Z"),
  };
  const ask = openDesk({
    fetchCopy: async (url, known) => {
      const path = url.slice(root.length);
      network.asked.push(path);
      network.known.push(known);
      const content = network.files.get(path);
      const otherwise: Answer =
        content === undefined
          ? { kind: "unreachable", found: "not to be had: the server answered 404" }
          : { kind: "copy", bytes: bytesOf(content) };
      return network.answers.get(path) ?? otherwise;
    },
    fetchBytes: async (url, freshness) => {
      const path = url.slice(root.length);
      network.asked.push(path);
      network.lasting.set(path, freshness === "default");
      const content = network.files.get(path);
      return content === undefined ? undefined : bytesOf(content);
    },
    now: () => network.now,
  });
  return { network, ask, desk: deskOf(ask) };
}

function deskOf(ask: (request: DeskRequest) => Promise<DeskAnswer>) {
  const text = async (path: string) => {
    const answer = await ask({ kind: "load", path });
    return answer.kind === "loaded" ? answer.text : undefined;
  };
  const query: SearchQuery = { text: "", sort: "newest", offset: 0, limit: 100 };
  return {
    poll: async () => {
      const answer = await ask({ kind: "poll" });
      if (answer.kind !== "polled") throw new Error(answer.kind);
      return [answer.fresh, answer.wait] as const;
    },
    changed: async () => {
      const answer = await ask({ kind: "poll" });
      return answer.kind === "polled" ? answer.changed : undefined;
    },
    turnOver: () => ask({ kind: "turn-over" }),
    search: (typed: string) => ask({ kind: "search", query: { ...query, text: typed } }),
    /** The headlines of all articles in the edition. */
    headlines: async () => {
      const answer = await ask({ kind: "search", query });
      if (answer.kind !== "found") return [];
      return answer.found.hits.map(({ headline }) => headline).sort();
    },
    front: async () => decodeFront((await text("front.json")) ?? "", "front.json"),
    newsroom: async () => decodeManifest((await text("manifest.json")) ?? "", "manifest.json").newsroom,
    text,
  };
}

describe("a printed edition", () => {
  const printedFiles = (...headlines: readonly string[]) =>
    Object.fromEntries(
      [
        ...press(
          headlines.map((headline) => article({ headline })),
          courier,
          0,
        ).files,
      ].map(({ path, content }) => [path, content]),
    );

  test("is searched by the files of its index alone, of which only the root is asked for anew", async () => {
    const { network, ask, desk } = newDesk(printedFiles("Ferry sails", "Crane turns"));
    expect(await ask({ kind: "open-printed", base: root })).toEqual({ kind: "done" });
    expect(await desk.search("crane")).toMatchObject({ kind: "found", found: { total: 1 } });
    expect(network.asked.every((path) => path.startsWith("search/"))).toBe(true);
    expect([...network.lasting].filter(([, isLasting]) => !isLasting)).toEqual([["search/root.json", false]]);
  });

  test("that is printed anew while it is read is found anew, without a word of trouble", async () => {
    const { network, ask, desk } = newDesk(printedFiles("Ferry sails"));
    await ask({ kind: "open-printed", base: root });
    await desk.search("sails ");
    network.files = new Map(Object.entries(printedFiles("Ferry sails", "Ferry sinks")));
    expect(await desk.search("fe")).toMatchObject({ kind: "found", found: { total: 2 } });
  });

  test("loads what a search needs before anything is asked, completes a word, and finds it mistyped", async () => {
    const { network, ask, desk } = newDesk(printedFiles("Ferry sails", "Crane turns"));
    await ask({ kind: "open-printed", base: root });
    expect(await ask({ kind: "open-search" })).toEqual({ kind: "done" });
    expect(network.asked).toEqual(["search/root.json"]);
    expect(await ask({ kind: "complete", text: "cra", caret: 3 })).toMatchObject({
      kind: "completed",
      completions: [{ kind: "word", name: "crane", text: "crane " }],
    });
    expect(await desk.search("carne ")).toMatchObject({
      kind: "found",
      found: {
        corrections: [{ typed: "carne", words: ["crane"] }],
        hits: [
          {
            slug: "crane-turns",
            isCorrected: true,
            parts: [
              { text: "Crane", marked: true },
              { text: " turns", marked: false },
            ],
          },
        ],
      },
    });
  });

  test("gives passages of the articles on screen out of their own files, and none of one that is not there", async () => {
    const { network, ask } = newDesk(
      Object.fromEntries(
        [
          ...press(
            [article({ headline: "Ferry", body: [{ kind: "paragraph", content: ["The captain was late again."] }] })],
            courier,
            0,
          ).files,
        ].map(({ path, content }) => [path, content]),
      ),
    );
    await ask({ kind: "open-printed", base: root });
    expect(await ask({ kind: "passages", slugs: ["ferry", "gone"], words: ["captain"] })).toEqual({
      kind: "passages",
      passages: [
        {
          slug: "ferry",
          runs: [
            { text: "The ", marked: false },
            { text: "captain", marked: true },
            { text: " was late again.", marked: false },
          ],
        },
        { slug: "gone", runs: [] },
      ],
    });
    expect(network.asked).toEqual(["articles/ferry.json", "articles/gone.json"]);
  });

  test("whose index is damaged says so, and is searched again when it is whole", async () => {
    const files = printedFiles("Ferry sails");
    const { network, ask, desk } = newDesk({ ...files, "search/root.json": "<html>" });
    await ask({ kind: "open-printed", base: root });
    const failed = {
      kind: "failed",
      problem: "unreadable",
      message: "A file of the search index is damaged (root.json).",
    };
    expect(await desk.search("ferry")).toEqual(failed);
    expect(await desk.search("ferry")).toEqual(failed);
    network.files = new Map(Object.entries(files));
    expect(await desk.search("ferry")).toMatchObject({ kind: "found" });
  });

  test("is searched no further for an answer that nobody waits for", async () => {
    const { network, ask, desk } = newDesk(printedFiles("Ferry sails", "Crane turns"));
    await ask({ kind: "open-printed", base: root });
    await ask({ kind: "open-search" });
    const superseded = new AbortController();
    superseded.abort();
    const query: SearchQuery = { text: "crane", sort: "relevance", offset: 0, limit: 10 };
    await expect(ask({ kind: "search", query }, superseded.signal)).rejects.toThrow(superseded.signal.reason);
    await expect(ask({ kind: "complete", text: "cra", caret: 3 }, superseded.signal)).rejects.toThrow(
      superseded.signal.reason,
    );
    expect(network.asked).toEqual(["search/root.json"]);
    expect(await desk.search("crane")).toMatchObject({ kind: "found", found: { total: 1 } });
  });

  test("is not polled", async () => {
    const { ask, desk } = newDesk({});
    await ask({ kind: "open-printed", base: root });
    expect(await desk.poll()).toEqual([0, undefined]);
  });
});

describe("a feed that is read live", () => {
  test("is read with all its pages and pressed", async () => {
    const { network, ask, desk } = newDesk({
      "feed.json": feed(items("c", "b"), "older.json"),
      "older.json": feed(items("a")),
    });
    expect(await ask(settings)).toEqual({ kind: "pressed", articles: 3, spiked: [] });
    expect(network.asked).toEqual(["feed.json", "older.json"]);
    expect(await desk.headlines()).toEqual(["Story a", "Story b", "Story c"]);
    expect((await desk.front()).lead).toBeDefined();
    expect(await desk.text("no-such-file.json")).toBeUndefined();
  });

  test("gives a newsroom without a name its own", async () => {
    const { ask, desk } = newDesk({ "feed.json": feed(items("a")) });
    await ask(settings);
    expect((await desk.newsroom()).name).toBe("The Live Courier");
    await ask({ ...settings, settings: `{ "name": "The Courier", "live": "feed.json" }` });
    expect((await desk.newsroom()).name).toBe("The Courier");
  });

  test("may be empty, and is polled for its first story", async () => {
    const { network, ask, desk } = newDesk({ "feed.json": feed([]) });
    expect(await ask(settings)).toEqual({ kind: "pressed", articles: 0, spiked: [] });
    network.files.set("feed.json", feed(items("a")));
    expect(await desk.poll()).toEqual([1, minute]);
  });

  test("that cannot be reached or read says why", async () => {
    const { network, ask } = newDesk({});
    expect(await ask(settings)).toMatchObject({
      kind: "spiked",
      problems: [{ file: `${root}feed.json`, found: "not to be had: the server answered 404" }],
    });
    network.files.set("feed.json", "<html>Log in to the hotel's network</html>");
    expect(await ask({ ...settings, settings: "{" })).toMatchObject({
      kind: "spiked",
      problems: [{ file: `${root}newsroom.json` }, { file: `${root}feed.json` }],
    });
  });

  test("tells which of its items could not be read", async () => {
    const { ask } = newDesk({ "feed.json": feed([{ id: "a" }, { id: "b", date: "yesterday" }]) });
    expect(await ask(settings)).toMatchObject({ kind: "pressed", articles: 1, spiked: [{ found: '"yesterday"' }] });
  });
});

describe("polling", () => {
  async function opened(...ids: readonly string[]) {
    const world = newDesk({ "feed.json": feed(items(...ids)) });
    await world.ask(settings);
    world.network.asked.length = 0;
    return world;
  }

  test("counts new stories and keeps them back until the page is turned over", async () => {
    const { network, desk } = await opened("a");
    network.files.set("feed.json", feed(items("c", "b", "a")));
    expect(await desk.poll()).toEqual([2, minute]);
    expect(await desk.headlines()).toEqual(["Story a"]);
    await desk.turnOver();
    expect(await desk.headlines()).toEqual(["Story a", "Story b", "Story c"]);
    expect(await desk.poll()).toEqual([0, 1.5 * minute]);
  });

  test("goes on counting what waits while nothing more comes", async () => {
    const { network, desk } = await opened("a");
    network.files.set("feed.json", feed(items("b", "a")));
    await desk.poll();
    expect(await desk.poll()).toEqual([1, 1.5 * minute]);
    network.files.set("feed.json", feed(items("c", "b", "a")));
    expect(await desk.poll()).toEqual([2, minute]);
  });

  test("brings edited stories as well, which are not new ones", async () => {
    const { network, desk } = await opened("a");
    network.files.set("feed.json", feed([{ id: "a", title: "Story a, corrected" }]));
    expect(await desk.poll()).toEqual([0, minute]);
    expect(await desk.changed()).toBe(1);
    await desk.turnOver();
    expect(await desk.changed()).toBe(0);
    expect(await desk.headlines()).toEqual(["Story a, corrected"]);
  });

  test("takes down what a whole feed holds no more", async () => {
    const { network, desk } = await opened("a", "b", "c");
    network.files.set("feed.json", feed(items("a", "c")));
    expect(await desk.poll()).toEqual([0, minute]);
    expect(await desk.changed()).toBe(1);
    await desk.turnOver();
    expect(await desk.headlines()).toEqual(["Story a", "Story c"]);
  });

  test("leaves of a story that is withdrawn only the reason", async () => {
    const { network, desk } = await opened("a", "b");
    const release = { kind: "withdrawn", reason: "It was wrong." };
    network.files.set("feed.json", feed([{ id: "a" }, { id: "b", release }]));
    await desk.poll();
    await desk.turnOver();
    expect(await desk.headlines()).toEqual(["Story a"]);
    const tombstone = await desk.text("articles/story-b.json");
    expect(tombstone).toContain("It was wrong.");
    expect(tombstone).not.toContain("The text of b.");
  });

  test("leaves an article without a date where it stood when it came", async () => {
    const { network, ask, desk } = newDesk({ "feed.json": feed([{ id: "a", date: null }]) });
    await ask(settings);
    network.now += 26 * 60 * minute;
    network.files.set(
      "feed.json",
      feed([
        { id: "b", date: null },
        { id: "a", date: null },
      ]),
    );
    await desk.poll();
    await desk.turnOver();
    const { lead, underLead } = await desk.front();
    expect([lead?.id, lead?.published]).toEqual(["b", "2025-06-02T14:00:00Z"]);
    expect([underLead[0]?.id, underLead[0]?.published]).toEqual(["a", "2025-06-01T12:00:00Z"]);
  });

  test("tells the server which version is known, and asks less often while it is the same", async () => {
    const { network, ask, desk } = newDesk({});
    network.answers.set("feed.json", { kind: "copy", bytes: bytesOf(feed(items("a"))), etag: '"1"' });
    await ask(settings);
    network.answers.set("feed.json", { kind: "unchanged" });
    const waits: unknown[] = [];
    for (let at = 0; at < 11; at += 1) waits.push((await desk.poll())[1]);
    expect(network.known.at(-1)).toEqual({ etag: '"1"' });
    expect(waits.slice(0, 3)).toEqual([1.5 * minute, 2.25 * minute, 3.375 * minute]);
    expect(waits.at(-1)).toBe(30 * minute);
  });

  test("sees by itself that a feed is the same when its server does not say so", async () => {
    const { desk } = await opened("a");
    expect(await desk.poll()).toEqual([0, 1.5 * minute]);
  });

  test("asks a server that fails even less often, and a story is found when it is back", async () => {
    const { network, desk } = await opened("a");
    network.answers.set("feed.json", { kind: "unreachable", found: "unreachable" });
    const waits: unknown[] = [];
    for (let at = 0; at < 6; at += 1) waits.push((await desk.poll())[1]);
    expect(waits).toEqual([2, 4, 8, 16, 30, 30].map((minutes) => minutes * minute));
    expect(await desk.headlines()).toEqual(["Story a"]);
    network.answers.clear();
    network.files.set("feed.json", feed(items("b", "a")));
    expect(await desk.poll()).toEqual([1, minute]);
  });

  test("leaves a server alone for as long as it asks, whoever polls meanwhile", async () => {
    const { network, desk } = await opened("a");
    const found = "not to be had: the server answered 503";
    network.answers.set("feed.json", { kind: "unreachable", found, retryAfter: 90 * minute });
    expect(await desk.poll()).toEqual([0, 90 * minute]);
    network.now += 89 * minute;
    expect(await desk.poll()).toEqual([0, 2 * minute]);
    expect(network.asked).toHaveLength(1);
    network.now += minute;
    network.answers.clear();
    expect(await desk.poll()).toEqual([0, 3 * minute]);
    expect(network.asked).toHaveLength(2);
  });

  test("ends when the feed is gone for good, which leaves what was read", async () => {
    const { network, desk } = await opened("a");
    network.answers.set("feed.json", { kind: "gone" });
    expect(await desk.poll()).toEqual([0, undefined]);
    expect(await desk.poll()).toEqual([0, undefined]);
    expect(network.asked).toHaveLength(1);
    expect(await desk.headlines()).toEqual(["Story a"]);
  });

  test("is not taken in by a page that stands where the feed was", async () => {
    const { network, desk } = await opened("a");
    for (const page of ["<html>Log in</html>", "", '{"version":', "{}"]) {
      network.files.set("feed.json", page);
      const [fresh, wait] = await desk.poll();
      expect([page, fresh]).toEqual([page, 0]);
      expect(wait).toBeGreaterThan(minute);
    }
    await desk.turnOver();
    expect(await desk.headlines()).toEqual(["Story a"]);
  });

  test("by two at once asks once", async () => {
    const { network, desk } = await opened("a");
    network.files.set("feed.json", feed(items("b", "a")));
    expect(await Promise.all([desk.poll(), desk.poll()])).toEqual([
      [1, minute],
      [1, minute],
    ]);
    expect(network.asked).toHaveLength(1);
  });
});

describe("polling a feed with older pages", () => {
  /** Ten pages of three stories: 30 is the newest, 1 the oldest. */
  async function archive() {
    const numbers = (from: number, to: number) =>
      items(...Array.from({ length: from - to + 1 }, (_none, at) => String(from - at)));
    const pages = Object.fromEntries(
      Array.from({ length: 10 }, (_none, at) => {
        const newest = 30 - 3 * at;
        const next = at < 9 ? `page-${at + 2}.json` : undefined;
        return [at === 0 ? "feed.json" : `page-${at + 1}.json`, feed(numbers(newest, newest - 2), next)];
      }),
    );
    const world = newDesk(pages);
    await world.ask(settings);
    expect(world.network.asked).toHaveLength(10);
    world.network.asked.length = 0;
    const numbersRead = async () =>
      (await world.desk.headlines()).map((headline) => Number(headline.slice(6))).sort((one, other) => one - other);
    return { ...world, numbers, numbersRead };
  }
  const upTo = (count: number) => Array.from({ length: count }, (_none, at) => at + 1);

  test("asks for the first page only, and keeps what stands on the others", async () => {
    const { network, desk, numbers, numbersRead } = await archive();
    network.files.set("feed.json", feed(numbers(31, 29), "page-2.json"));
    expect(await desk.poll()).toEqual([1, minute]);
    expect(network.asked).toEqual(["feed.json"]);
    await desk.turnOver();
    expect(await numbersRead()).toEqual(upTo(31));
  });

  test("after a long sleep reads on until it meets what it knows", async () => {
    const { network, desk, numbers, numbersRead } = await archive();
    network.files.set("feed.json", feed(numbers(38, 36), "page-2.json"));
    network.files.set("page-2.json", feed(numbers(35, 33), "page-3.json"));
    network.files.set("page-3.json", feed(numbers(32, 30), "page-4.json"));
    expect(await desk.poll()).toEqual([8, minute]);
    expect(network.asked).toEqual(["feed.json", "page-2.json", "page-3.json"]);
    await desk.turnOver();
    expect(await numbersRead()).toEqual(upTo(38));
  });

  test("keeps everything when an older page cannot be had", async () => {
    const { network, desk, numbers, numbersRead } = await archive();
    network.files.set("feed.json", feed(numbers(40, 38), "page-gone.json"));
    expect(await desk.poll()).toEqual([3, minute]);
    await desk.turnOver();
    expect(await numbersRead()).toEqual([...upTo(30), 38, 39, 40]);
  });

  test("takes down what stood on the first page above a story that still stands there", async () => {
    const { network, desk, numbersRead } = await archive();
    network.files.set("feed.json", feed(items("31", "30", "28"), "page-2.json"));
    await desk.poll();
    await desk.turnOver();
    expect(await numbersRead()).toEqual([...upTo(28), 30, 31]);
  });

  test("loses nothing when an old story is put on top", async () => {
    const { network, desk, numbersRead } = await archive();
    network.files.set("feed.json", feed(items("5", "30", "29"), "page-2.json"));
    expect(await desk.poll()).toEqual([0, minute]);
    await desk.turnOver();
    expect(await numbersRead()).toEqual(upTo(30));
  });

  test("a thousand pages are not asked for again", async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 900 }, (_none, at) => [
        at === 0 ? "feed.json" : `page-${at}.json`,
        feed(items(`${900 - at}`), `page-${at + 1}.json`),
      ]),
    );
    const { network, ask, desk } = newDesk(pages);
    await ask(settings);
    network.asked.length = 0;
    for (let more = 901; more < 905; more += 1) {
      network.files.set("feed.json", feed(items(`${more}`, `${more - 1}`), "page-1.json"));
      await desk.poll();
    }
    expect(network.asked).toEqual(Array(4).fill("feed.json"));
  });
});

describe("files that a reader opens", () => {
  const open = (...files: readonly { name: string; content: string }[]) => ({
    kind: "open-files" as const,
    files: files.map(({ name, content }) => ({ name, bytes: bytesOf(content).buffer as ArrayBuffer })),
  });

  test("become an edition that is called after the feed, and nothing is asked of the network", async () => {
    const { network, ask, desk } = newDesk({});
    const answer = await ask(open({ name: "export.json", content: feed(items("a", "b")) }));
    expect(answer).toEqual({ kind: "pressed", articles: 2, spiked: [] });
    expect((await desk.newsroom()).name).toBe("The Live Courier");
    expect(await desk.headlines()).toEqual(["Story a", "Story b"]);
    expect(network.asked).toEqual([]);
  });

  test("of wire text are called after the file, and several make one edition", async () => {
    const { ask, desk } = newDesk({});
    const story = (place: string) => `${place}: The ferry left the harbour on Wednesday with forty passengers.`;
    await ask(open({ name: "ferry.txt", content: story("LISBON") }, { name: "crane.txt", content: story("PORTO") }));
    expect((await desk.newsroom()).name).toBe("ferry");
    expect(await desk.headlines()).toHaveLength(2);
  });

  test("of which none can be read say why, one by one", async () => {
    const { ask } = newDesk({});
    const answer = await ask(open({ name: "empty.txt", content: "" }, { name: "feed.json", content: "{" }));
    expect(answer.kind === "spiked" && answer.problems.map(({ file }) => file)).toEqual(["empty.txt", "feed.json"]);
  });

  test("without an article say so, also when it is only not to be read yet", async () => {
    const { ask } = newDesk({});
    const release = { kind: "embargoed", until: "2030-01-01" };
    for (const content of [feed([]), feed([{ id: "a", release }])]) {
      expect(await ask(open({ name: "feed.json", content }))).toMatchObject({
        kind: "spiked",
        problems: [{ file: "feed.json", found: "without an article that can be read now" }],
      });
    }
  });

  test("take the place of a feed: its polls end, and search looks through the files", async () => {
    const { network, ask, desk } = newDesk({ "feed.json": feed(items("a")) });
    await ask(settings);
    await desk.search("story");
    await ask(open({ name: "other.json", content: feed([{ id: "x", title: "Opened" }]) }));
    network.files.set("feed.json", feed(items("b", "a")));
    expect(await desk.poll()).toEqual([0, undefined]);
    await desk.turnOver();
    expect(await desk.headlines()).toEqual(["Opened"]);
  });

  test("take the place of a printed edition", async () => {
    const { network, ask, desk } = newDesk({});
    await ask({ kind: "open-printed", base: root });
    await ask(open({ name: "other.json", content: feed([{ id: "x", title: "Opened" }]) }));
    expect(await desk.headlines()).toEqual(["Opened"]);
    expect(network.asked).toEqual([]);
  });
});

test("a desk that has opened nothing has nothing to load and nothing to find", async () => {
  const { desk } = newDesk({});
  expect(await desk.text("manifest.json")).toBeUndefined();
  expect(await desk.search("ferry")).toEqual({
    kind: "failed",
    problem: "unreachable",
    message: "A file of the search index is missing (root.json).",
  });
});
