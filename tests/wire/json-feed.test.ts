import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "#domain/article.ts";
import { sayProblem } from "#domain/copy-problem.ts";
import { encodeFeedItem } from "#edition/feed-item.ts";
import { renderBlocks } from "#press/block-html.ts";
import { readCopy } from "#wire/read-copy.ts";
import type { Reading } from "#wire/reading.ts";
import { courier } from "../articles.ts";
import { illustrated } from "../press/illustrated.ts";
import { bytesOf, desk } from "./desk.ts";

const version = "https://jsonfeed.org/version/1.1";
const readFeed = (feed: object, base?: string): Reading =>
  readCopy({ name: "feed.json", bytes: bytesOf(JSON.stringify({ version, ...feed })), ...(base && { base }) }, desk);
const readItem = (item: object, base?: string) =>
  readFeed(
    { items: [{ id: "1", title: "Quay", content_text: "Open.", date_published: "2025-05-28T09:30:00Z", ...item }] },
    base,
  );
const one = (item: object, base?: string): Article => {
  const [article] = readItem(item, base).articles;
  if (!article) throw new Error("The item was spiked.");
  return article;
};
const said = ({ spiked, notes }: Reading) =>
  [...spiked, ...notes].map((problem) => `${problem.file}: ${sayProblem(problem)}`);

describe("a feed", () => {
  test.each(["https://jsonfeed.org/version/1", "https://jsonfeed.org/version/1.1", "http://jsonfeed.org/version/1"])(
    "of version %s is read",
    (said) => {
      expect(readFeed({ version: said, items: [{ id: "1", content_text: "Open." }] }).articles).toHaveLength(1);
    },
  );

  test("gives its title, its language, its authors and the address of its next page", () => {
    const { articles, title, nextUrl, notes } = readFeed(
      {
        title: " The  Quay ",
        language: "ur-pk",
        authors: [{ name: "Ann Li", url: "/ann" }],
        next_url: "?page=2",
        items: [
          { id: "1", title: "Quay", content_text: "Open.", date_published: "2025-05-28T09:30:00Z" },
          {
            id: "2",
            title: "Quay",
            content_text: "Open.",
            date_published: "2025-05-28T09:30:00Z",
            language: "en",
            author: { name: "Bo Ek" },
          },
        ],
      },
      "https://a.example/news/feed.json",
    );
    expect([title, nextUrl]).toEqual(["The Quay", "https://a.example/news/feed.json?page=2"]);
    expect(articles.map(({ language, direction, bylines }) => [language, direction, bylines])).toEqual([
      ["ur-PK", "rtl", [{ name: "Ann Li", slug: "ann-li", url: "https://a.example/ann" }]],
      ["en", "ltr", [{ name: "Bo Ek", slug: "bo-ek" }]],
    ]);
    expect(notes).toEqual([]);
  });

  test.each<[object, string]>([
    [{}, "items was missing; expected a list of items. Write the articles as a list under “items”."],
    [{ items: {} }, "items was an object; expected a list of items. Write the articles as a list under “items”."],
    [{ items: null }, "items was null; expected a list of items. Write the articles as a list under “items”."],
  ])("without items is spiked: %j", (feed, problem) => {
    expect(said(readFeed(feed))).toEqual([`feed.json: ${problem}`]);
  });

  test("with wrong types around its items is read all the same, and they are told of", () => {
    const reading = readFeed({
      title: 12,
      language: "no language",
      next_url: ["x"],
      authors: "Ann Li",
      items: [{ id: "1", title: "Quay", date_published: "2025-05-28" }],
    });
    expect(reading.articles[0]?.bylines).toEqual([{ name: "Ann Li", slug: "ann-li" }]);
    expect(said(reading)).toEqual([
      'feed.json: language was "no language"; expected a language such as en. It was left out.',
      "feed.json: title was the number 12; expected a text. It was left out.",
      "feed.json: next_url was a list; expected a web address. It was left out.",
    ]);
  });
});

describe("an item is spiked, and its neighbours are read,", () => {
  const good = { id: "good", title: "Quay", content_text: "Open.", date_published: "2025-05-28" };
  test.each<[string, unknown, string]>([
    [
      "that is null",
      null,
      "items[0] was null; expected an object. Write each article as an object with “id” and “content_html”.",
    ],
    [
      "that is a text",
      "Quay",
      'items[0] was "Quay"; expected an object. Write each article as an object with “id” and “content_html”.',
    ],
    [
      "that is a list",
      [],
      "items[0] was a list; expected an object. Write each article as an object with “id” and “content_html”.",
    ],
    [
      "without an id",
      { title: "Quay" },
      "items[0].id was missing; expected a text that no other item has. Give the item an id that never changes.",
    ],
    [
      "with an empty id",
      { id: " ", title: "Quay" },
      "items[0].id was empty; expected a text that no other item has. Give the item an id that never changes.",
    ],
    [
      "with an id that is none",
      { id: { x: 1 }, title: "Quay" },
      "items[0].id was an object; expected a text that no other item has. Give the item an id that never changes.",
    ],
    [
      "without anything to read",
      { id: "1" },
      "items[0].content_html was missing, and there is no title; expected the text of the article. Write it as “content_html” or “content_text”.",
    ],
    [
      "with a text that is none",
      { id: "1", content_html: 12 },
      "items[0].content_html was the number 12, and there is no title; expected the text of the article. Write it as “content_html” or “content_text”.",
    ],
    [
      "from yesterday",
      { id: "1", title: "Quay", date_published: "yesterday" },
      'items[0].date_published was "yesterday"; expected an ISO 8601 date. Write it as 2025-05-28T09:30:00Z.',
    ],
    [
      "dated as RSS has it",
      { id: "1", title: "Quay", date_published: "Wed, 28 May 2025 09:30:00 GMT" },
      'items[0].date_published was "Wed, 28 May 2025 09:30:00 GMT"; expected an ISO 8601 date. Write it as 2025-05-28T09:30:00Z.',
    ],
    [
      "dated by a number",
      { id: "1", title: "Quay", date_published: 1748424600 },
      "items[0].date_published was the number 1748424600; expected an ISO 8601 date. Write it as 2025-05-28T09:30:00Z.",
    ],
    [
      "dated on no day",
      { id: "1", title: "Quay", date_published: "2025-02-30" },
      'items[0].date_published was "2025-02-30"; expected an ISO 8601 date. Write it as 2025-05-28T09:30:00Z.',
    ],
  ])("%s", (_what, item, problem) => {
    const reading = readFeed({ items: [item, good] });
    expect(reading.articles.map(({ id }) => id)).toEqual(["good"]);
    expect(said({ ...reading, notes: [] })).toEqual([`feed.json: ${problem}`]);
  });

  test("whose id came before", () => {
    const reading = readFeed({ items: [good, { ...good, title: "Again" }, { ...good, id: 7 }, { ...good, id: "7" }] });
    expect(reading.articles.map(({ id, headline }) => [id, headline])).toEqual([
      ["good", "Quay"],
      ["7", "Quay"],
    ]);
    expect(said(reading)).toEqual([
      'feed.json: items[1].id was "good", as in items[0]; expected an id of its own. Give each article its own id; the first one with this id was kept.',
      'feed.json: items[3].id was "7", as in items[2]; expected an id of its own. Give each article its own id; the first one with this id was kept.',
    ]);
  });
});

test("signs that drive a terminal or turn a line do not get into a message", () => {
  expect(said(readItem({ date_published: "\u001b[31myester\u202eday\n" }))).toEqual([
    'feed.json: items[0].date_published was "[31myester day"; expected an ISO 8601 date. Write it as 2025-05-28T09:30:00Z.',
  ]);
  expect(said(readItem({ date_published: "x".repeat(500) }))[0]).toContain(`"${"x".repeat(57)}…"`);
});

describe("an item's id", () => {
  test.each([
    [12, "12"],
    [0, "0"],
    [1.5, "1.5"],
    [" 1 ", "1"],
    ["https://a.example/1", "https://a.example/1"],
  ])("%j is %j", (id, text) => {
    expect(one({ id }).id).toBe(text);
  });
});

describe("an item's headline", () => {
  test.each([
    ["Quay &amp; harbour", "Quay & harbour"],
    ["The <em>quay</em>", "The quay"],
    ["\u202eyauQ\u202c\u2066\u2069", "yauQ"],
    [`Qua${"\u0301".repeat(300)}y`, `Qua${"\u0301".repeat(8)}y`],
    [`Qua${`${"\u0301".repeat(8)}\u2066`.repeat(40)}y`, `Qua${"\u0301".repeat(8)}y`],
    [`Qua${`${"\u0301".repeat(8)}\u200d`.repeat(40)}y`, `Qua${"\u0301".repeat(8)}y`],
    ["Quay\u0000\n reopens\ud800", "Quay reopens\ufffd"],
  ])("%j is %j", (title, headline) => {
    expect(one({ title })).toMatchObject({ headline, headlineDerived: false });
  });

  test("is made of the first sentence when there is none, which is told", () => {
    for (const title of [undefined, null, "", "  "]) {
      const reading = readItem({ title, content_text: "Boats land. It is late." });
      expect(reading.articles[0]).toMatchObject({ headline: "Boats land", headlineDerived: true });
      expect(said(reading)).toEqual([
        "feed.json: items[0].title was missing; expected a headline. One was made from the first sentence: “Boats land”.",
      ]);
    }
  });

  test("is made of the first paragraph, whatever stands before it", () => {
    const html = "<h2>Works</h2><figure><img src=1.jpg><figcaption>The quay</figcaption></figure><p>Boats land.</p>";
    expect(one({ title: "", content_html: html }).headline).toBe("Boats land");
  });

  test("is the id when there is nothing to make it of", () => {
    const reading = readItem({ id: "quay-7", title: "", content_html: "", content_text: undefined });
    expect(reading.articles[0]).toMatchObject({ headline: "quay-7", body: [] });
    expect(said(reading)).toEqual([
      "feed.json: items[0].title was missing; expected a headline. Its id stands there instead: “quay-7”.",
    ]);
  });

  test("is cut when it is longer than any page has room for, which is told", () => {
    const reading = readItem({ title: "quay ".repeat(200_000) });
    expect(reading.articles[0]?.headline.length).toBeLessThanOrEqual(500);
    expect(said(reading)).toEqual([
      "feed.json: items[0].title was a text of 999999 characters; expected at most 500. It was cut.",
    ]);
  });
});

describe("an item's dates", () => {
  test("are as exact as they are written", () => {
    expect(one({ date_published: "2025-05-28" }).published).toBe("2025-05-28");
    expect(one({ date_published: "2025-05-28T09:30" }).published).toBe("2025-05-28T09:30:00Z");
    expect(one({ date_modified: "2025-05-29T09:30:00+05:00" }).updated).toBe("2025-05-29T09:30:00+05:00");
    expect(one({ date_modified: "2025-05-28T09:30:00Z" }).updated).toBeUndefined();
  });

  test("are the day that the feed came in when there is none, which is told", () => {
    for (const date of [undefined, null, ""]) {
      const reading = readItem({ date_published: date });
      expect(reading.articles[0]?.published).toBe("2025-06-02T07:00:00Z");
      expect(said(reading)).toEqual([
        "feed.json: items[0].date_published was missing; expected an ISO 8601 date. The article is dated 2025-06-02, when the feed came in.",
      ]);
    }
  });

  test("of changes that are none are left out, and the article is read", () => {
    const reading = readItem({ date_modified: "just now" });
    expect(reading.articles).toHaveLength(1);
    expect(said(reading)).toEqual([
      'feed.json: items[0].date_modified was "just now"; expected an ISO 8601 date. It was left out.',
    ]);
  });
});

describe("an item's authors", () => {
  const names = (item: object) => one(item).bylines.map(({ name }) => name);
  test.each<[object, string[]]>([
    [{ authors: [{ name: "Ann Li" }, { name: "Bo Ek" }] }, ["Ann Li", "Bo Ek"]],
    [{ author: { name: "Ann Li" } }, ["Ann Li"]],
    [{ author: "Ann Li" }, ["Ann Li"]],
    [{ authors: ["Ann Li"] }, ["Ann Li"]],
    [{ authors: { name: "Ann Li" } }, ["Ann Li"]],
    [{ authors: [{ name: "Ann Li" }], author: { name: "Bo Ek" } }, ["Ann Li"]],
    [{ authors: [], author: { name: "Bo Ek" } }, ["Bo Ek"]],
    [
      { authors: [{ avatar: "a.png" }, { url: "https://a.example" }, null, { name: "" }, { name: "Ann Li", url: 12 }] },
      ["Ann Li"],
    ],
    [{ authors: [{ name: "…" }] }, []],
    [{}, []],
  ])("%j", (item, expected) => {
    expect(names(item)).toEqual(expected);
  });

  test("who are wrong are told of one by one, and the others are read", () => {
    const reading = readItem({ authors: [{ name: "Ann Li" }, 12, { name: ["x"] }] });
    expect(reading.articles[0]?.bylines.map(({ name }) => name)).toEqual(["Ann Li"]);
    expect(said(reading)).toEqual([
      "feed.json: items[0].authors[1] was the number 12; expected an author with “name”. It was left out.",
      "feed.json: items[0].authors[2] was an object; expected an author with “name”. It was left out.",
    ]);
  });

  test("lead only to safe addresses", () => {
    expect(one({ authors: [{ name: "Ann Li", url: "javascript:alert(1)" }] }).bylines).toEqual([
      { name: "Ann Li", slug: "ann-li" },
    ]);
    expect(one({ authors: [{ name: "Ann Li", url: "mailto:ann@a.example" }] }).bylines[0]?.url).toBe(
      "mailto:ann@a.example",
    );
  });
});

describe("an item's tags are its topics", () => {
  test.each<[unknown, string[]]>([
    [
      ["Quay", " Harbour "],
      ["Quay", "Harbour"],
    ],
    ["Quay, Harbour,,", ["Quay", "Harbour"]],
    [["Lachin, Azerbaijan"], ["Lachin, Azerbaijan"]],
    [
      ["Quay", null, "", 2025, "…"],
      ["Quay", "2025"],
    ],
    [[], []],
    [undefined, []],
  ])("%j", (tags, names) => {
    expect(one({ tags }).topics.map(({ name }) => name)).toEqual(names);
  });

  test("and the first of the newsroom's sections that one of them names is its section", () => {
    expect(one({ tags: ["x", "town"] }).section).toEqual({ name: "Town", slug: "town" });
    expect(one({ tags: ["x"] }).section).toEqual({ name: "Harbour", slug: "harbour" });
  });

  test("what is no tag is told of", () => {
    expect(said(readItem({ tags: ["Quay", { name: "x", slug: 1 }, true] }))).toEqual([
      "feed.json: items[0].tags[2] was true; expected a text. It was left out.",
    ]);
  });
});

describe("an item's text", () => {
  const text = (said: string) => [{ kind: "paragraph", content: [said] }];

  test("is its HTML, or else its plain text, or else its summary", () => {
    expect(one({ content_html: "<p>HTML.</p>", content_text: "Text." }).body).toEqual(text("HTML."));
    expect(one({ content_html: "<script>x</script>", content_text: "Text." }).body).toEqual(text("Text."));
    expect(one({ content_html: "", content_text: "Text <b>." }).body).toEqual(text("Text <b>."));
    expect(one({ content_text: undefined, summary: "Summary." })).toMatchObject({ body: text("Summary.") });
    expect(one({ content_text: undefined, summary: "Summary." }).standfirst).toBeUndefined();
  });

  test("follows its standfirst, which a summary is unless it only repeats the text", () => {
    expect(one({ summary: "What it cost." }).standfirst).toBe("What it cost.");
    expect(one({ summary: "The <em>cost</em> &amp; more" }).standfirst).toBe("The cost & more");
    expect(
      one({ content_html: "<p>The  quay\n is</p><p>open.</p>", summary: "The quay is open." }).standfirst,
    ).toBeUndefined();
    expect(one({ content_text: "The quay is open again.", summary: "The quay is…" }).standfirst).toBeUndefined();
  });

  test("of more than four million characters keeps its words, which is told", () => {
    const reading = readItem({ content_html: `<h2>Quay</h2>${"<p>Open.</p>".repeat(350_000)}` });
    expect(reading.articles[0]?.body).toHaveLength(350_001);
    expect(said(reading)).toEqual([
      "feed.json: items[0].content_html was 4200013 characters long; expected an article’s HTML. Its words were kept, without pictures, links and other marks.",
    ]);
  });

  test("of the wrong type is told of", () => {
    expect(said(readItem({ content_html: ["<p>"], content_text: 12 }))).toEqual([
      "feed.json: items[0].content_html was a list; expected HTML as a text. It was left out.",
      "feed.json: items[0].content_text was the number 12; expected a text. It was left out.",
    ]);
  });
});

describe("addresses", () => {
  const link = (article: Article) => JSON.stringify(article.body).match(/"url":"([^"]*)"/u)?.[1];
  const html = { content_html: '<a href="plan.html#costs">plan</a>' };

  test("in a feed from the web are relative to the item's page, or else to the feed", () => {
    expect(link(one({ ...html, url: "https://a.example/2025/quay/" }, "https://feeds.example/x.json"))).toBe(
      "https://a.example/2025/quay/plan.html#costs",
    );
    expect(link(one({ ...html, url: "/2025/quay" }, "https://feeds.example/news/x.json"))).toBe(
      "https://feeds.example/news/plan.html#costs",
    );
    expect(link(one(html, "https://feeds.example/news/x.json"))).toBe("https://feeds.example/news/plan.html#costs");
  });

  test("in a feed that lies in a folder stay relative to it", () => {
    expect(link(one({ ...html, url: "https://a.example/2025/quay/" }))).toBe("plan.html#costs");
    expect(one({ image: "pictures/quay.jpg" }).pictures).toEqual([{ url: "pictures/quay.jpg", alt: "" }]);
  });

  test("of the article itself are whole, and safe", () => {
    expect(one({ url: "https://a.example/quay" }).canonicalUrl).toBe("https://a.example/quay");
    expect(one({ url: "/quay" }, "https://a.example/feed.json").canonicalUrl).toBe("https://a.example/quay");
    expect(one({ url: "/quay" }).canonicalUrl).toBeUndefined();
    expect(one({ url: "javascript:alert(1)" }).canonicalUrl).toBeUndefined();
  });

  test("of what it is about are its source", () => {
    expect(one({ url: "https://a.example/1", external_url: "https://www.b.example/2" }).sources).toEqual([
      { title: "b.example/2", url: "https://www.b.example/2" },
    ]);
    expect(one({ url: "https://a.example/1", external_url: "https://a.example/1" }).sources).toEqual([]);
  });
});

describe("pictures and attachments", () => {
  test("the item's picture leads, unless its text shows it", () => {
    const image = "https://a.example/1.jpg";
    expect(one({ image }).pictures).toEqual([{ url: image, alt: "" }]);
    expect(one({ banner_image: image }).pictures).toEqual([{ url: image, alt: "" }]);
    expect(one({ image: "data:image/png;base64,x", banner_image: image }).pictures).toEqual([{ url: image, alt: "" }]);
    expect(one({ image, content_html: `<blockquote><img src="${image}">x</blockquote>` }).pictures).toEqual([]);
    expect(one({ image: "javascript:alert(1)" }).pictures).toEqual([]);
  });

  test("attachments follow the text, each in its kind, unless the text has them", () => {
    const { body } = one({
      content_html: '<p>Open.</p><audio src="https://a.example/in-text.mp3"></audio>',
      attachments: [
        { url: "https://a.example/horn.mp3", mime_type: "audio/mpeg", title: "Horn", size_in_bytes: 12 },
        { url: "https://a.example/in-text.mp3", mime_type: "audio/mpeg" },
        { url: "https://a.example/quay.mp4", mime_type: "video/mp4" },
        { url: "https://a.example/quay.jpg", mime_type: "image/jpeg", title: "The quay" },
        { url: "https://a.example/plans/plan.pdf?v=2", mime_type: "application/pdf" },
        { url: "https://a.example/plans/", title: 12 },
        { url: "javascript:alert(1)", mime_type: "audio/mpeg" },
      ],
    });
    expect(body.slice(2)).toEqual([
      { kind: "audio", url: "https://a.example/horn.mp3", mime: "audio/mpeg", title: "Horn" },
      { kind: "video", url: "https://a.example/quay.mp4", mime: "video/mp4" },
      { kind: "figure", picture: { url: "https://a.example/quay.jpg", alt: "", caption: "The quay" } },
      { kind: "embed-link", url: "https://a.example/plans/plan.pdf?v=2", title: "plan.pdf" },
      { kind: "embed-link", url: "https://a.example/plans/", title: "plans/" },
    ]);
  });

  test("attachments that are none are told of", () => {
    expect(said(readItem({ attachments: [{ mime_type: "audio/mpeg" }, "x", null] }))).toEqual([
      "feed.json: items[0].attachments[0] was an object; expected an attachment with “url” and “mime_type”. It was left out.",
      'feed.json: items[0].attachments[1] was "x"; expected an attachment with “url” and “mime_type”. It was left out.',
    ]);
  });
});

describe("what an edition adds under _dateline", () => {
  test("gives the article back that was pressed", () => {
    for (const newsroom of [courier, { ...courier, url: "https://courier.example/news/" }]) {
      const base = "url" in newsroom ? newsroom.url : undefined;
      const item = encodeFeedItem(illustrated, renderBlocks(illustrated.body), courier);
      const reading = readFeed({ items: [item] }, base);
      expect(said(reading)).toEqual([]);
      const expected = { ...illustrated, provenance: { kind: "json-feed", file: "feed.json" } };
      const local = (url: string) => url.replace("https://courier.example/news/", "");
      expect(
        JSON.parse(JSON.stringify(reading.articles[0]), (key, value: unknown) =>
          key === "url" ? local(String(value)) : value,
        ),
      ).toEqual(expected);
    }
  });

  test("keeps a title that looks like HTML as it is", () => {
    expect(one({ title: "Why <em> & &amp; matter", _dateline: {} }).headline).toBe("Why <em> & &amp; matter");
  });

  test("is left out where it is wrong, which is told, and nothing else is", () => {
    const reading = readItem({
      date_published: "yesterday",
      _dateline: {
        slug: "Quay Reopens!",
        kicker: 12,
        standfirst: "\u202ex",
        section: { name: "Town", slug: "../town" },
        topics: ["Quay", { name: "Harbour", slug: "the-harbour" }, {}],
        places: "Norrvik",
        published: "2025-05-28",
        updated: "soon",
        pictures: [{ url: "javascript:alert(1)", caption: "The quay", width: -1, focal: { x: 2, y: 0 } }, 12],
        release: { kind: "embargoed" },
        corrections: [
          { at: "2025-05-29", text: "Mended." },
          { at: "soon", text: "x" },
        ],
        sources: [
          { title: "x", url: "javascript:alert(1)" },
          { title: "Report", url: "https://a.example" },
        ],
        bylines: [{ name: "Ann Li", role: "", url: "javascript:alert(1)" }],
        dateline: { printed: "NORRVIK" },
      },
    });
    expect(reading.articles[0]).toMatchObject({
      slug: "quay-reopens",
      standfirst: "x",
      section: { name: "Town", slug: "town" },
      topics: [
        { name: "Quay", slug: "quay" },
        { name: "Harbour", slug: "the-harbour" },
      ],
      places: [{ name: "Norrvik", slug: "norrvik" }],
      published: "2025-05-28",
      pictures: [{ alt: "", caption: "The quay" }],
      release: { kind: "live" },
      corrections: [{ at: "2025-05-29", text: "Mended." }],
      sources: [{ title: "Report", url: "https://a.example/" }],
      bylines: [{ name: "Ann Li", slug: "ann-li" }],
    });
    expect(reading.articles[0]).not.toHaveProperty("dateline");
    expect(reading.spiked).toEqual([]);
    expect(reading.notes.map(({ field }) => field?.replace("items[0]._dateline.", ""))).toEqual([
      "kicker",
      "dateline",
      "topics[2]",
      "updated",
      "pictures[1]",
      "release",
      "corrections[1]",
      "sources[0]",
    ]);
    expect(said(reading)[0]).toBe(
      "feed.json: items[0]._dateline.kicker was the number 12; expected a text. It was left out.",
    );
  });
});

test("whatever a feed holds, reading it does not throw, and every item is read or spiked", () => {
  const key = fc.constantFrom(
    "id",
    "title",
    "url",
    "external_url",
    "content_html",
    "content_text",
    "summary",
    "image",
    "banner_image",
    "date_published",
    "date_modified",
    "authors",
    "author",
    "tags",
    "language",
    "attachments",
    "_dateline",
    "name",
    "published",
    "pictures",
    "release",
    "kind",
  );
  const value = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<unknown>(
        null,
        true,
        0,
        12,
        -1.5,
        "",
        " ",
        "Quay",
        "2025-05-28",
        "yesterday",
        "https://a.example/x",
        "javascript:alert(1)",
        "<p>x <b>y",
        "&amp;",
        "en",
        "…",
        "\ud800",
      ),
      fc.string(),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(key, tie("value"), { maxKeys: 6 }),
    ),
  })).value;
  const item = fc.oneof(fc.dictionary(key, value, { maxKeys: 8 }), value);
  fc.assert(
    fc.property(
      fc.array(item, { maxLength: 5 }),
      fc.constantFrom(undefined, "https://a.example/feed.json"),
      (items, base) => {
        const { articles, spiked } = readFeed({ items }, base);
        expect(articles.length + spiked.length).toBe(items.length);
        for (const article of articles) {
          expect(article.headline).toMatch(/\S/u);
          expect(article.slug).toMatch(/\S/u);
          expect(JSON.stringify(article)).not.toMatch(/[uU]rl":"javascript:/u);
        }
      },
    ),
    { numRuns: 3_000 },
  );
});
