import { existsSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { feedOf, picture } from "./command.ts";
import { pressed } from "./pressed.ts";

const kinds = ["card", "article", "related", "timeline"];
const summit = {
  id: "summit",
  title: "Three leaders meet in Lachin",
  content_html: "<p>They met in <a href='https://example.org/lachin'>the town</a> on Wednesday.</p>",
  summary: "A summit of three.",
  date_published: "2025-05-28T09:00:00Z",
  image: "summit.png",
  _dateline: {
    slug: "summit",
    section: "World",
    topics: ["Summit"],
    pictures: [{ url: "summit.png", alt: "Three men", caption: "In Lachin.", credit: "Photo: ISPR" }],
  },
};

/** A document of the site as a browser would read it. */
function documentOf(html: string): Document {
  return new JSDOM(html).window.document;
}

async function pressedSummit(said: object = {}, settings: object = {}, ...options: readonly string[]) {
  const site = await pressed(
    {
      "feed.json": feedOf({
        ...summit,
        ...said,
        _dateline: { ...summit._dateline, ...(said as { _dateline?: object })._dateline },
      }),
      "summit.png": await picture("png"),
      "newsroom.json": JSON.stringify({ name: "The Courier", ...settings }),
    },
    ...options,
  );
  return { ...site, embed: (kind: string, slug = "summit") => documentOf(site.read(`embed/v1/${kind}/${slug}.html`)) };
}

test("a press prints every kind of embed", async () => {
  const { read, embed } = await pressedSummit();
  for (const kind of kinds) expect(embed(kind).querySelector("h1")).not.toBeNull();
  expect(embed("sections", "world").querySelector("h1")?.textContent).toBe("World");
  expect(embed("topics", "summit").querySelector("h1")?.textContent).toBe("Summit");
  expect(documentOf(read("embed/v1/search.html")).querySelector("form")?.getAttribute("action")).toBe("/search");
  expect(documentOf(read("embed/v1/missing.html")).querySelector("h1")?.textContent).toBe("This story is not here");
  expect(documentOf(read("embed/index.html")).querySelector("h1")?.textContent).toBe("Embed on your page");
});

test("a card leads to the story, and carries its picture with its credit, its newsroom and its day", async () => {
  const card = (await pressedSummit()).embed("card");
  expect(card.querySelector("h1 a")?.getAttribute("href")).toBe("/articles/summit");
  expect(card.querySelector("img")?.getAttribute("src")).toMatch(/^\/pictures\/summit-[\w-]+\.png$/u);
  expect(card.querySelector("figcaption")?.textContent).toBe("Photo: ISPR");
  expect(card.body.textContent).toContain("The Courier");
  expect(card.querySelector("time")?.textContent).toBe("28 May 2025");
});

test("a reader box has the whole story, and its links open in a window of their own", async () => {
  const box = (await pressedSummit()).embed("article");
  expect(box.querySelector("base")?.getAttribute("target")).toBe("_blank");
  const link = box.querySelector("article p a");
  expect([link?.getAttribute("href"), link?.getAttribute("rel")]).toEqual(["https://example.org/lachin", "noopener"]);
  expect(box.querySelector(".foot a")?.textContent).toBe("Continue on The Courier");
});

test("an embed’s page is for frames only: no search engine lists it, and it leads to the page that it stands for", async () => {
  const { embed } = await pressedSummit({}, { url: "https://courier.example/news/" });
  for (const kind of kinds) {
    const page = embed(kind);
    expect(page.querySelector('meta[name="robots"]')?.getAttribute("content")).toBe("noindex");
    expect(page.querySelector('link[rel="canonical"]')?.getAttribute("href")).toBe(
      "https://courier.example/news/articles/summit",
    );
    expect(page.querySelectorAll("h1")).toHaveLength(1);
  }
});

test("its policy names its one style sheet and its one script by their hashes, and allows no requests", async () => {
  const { embed } = await pressedSummit();
  for (const kind of kinds) {
    const page = embed(kind);
    const policy = page.querySelector("meta[http-equiv]")?.getAttribute("content") ?? "";
    const hashOf = async (text: string) =>
      `'sha256-${Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))).toString("base64")}'`;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${await hashOf(page.querySelector("script")?.textContent ?? "")};`);
    expect(policy).toContain(`style-src ${await hashOf(page.querySelector("style")?.textContent ?? "")};`);
    expect(policy).not.toMatch(/unsafe|connect-src|frame-src/u);
    expect(page.querySelectorAll("script, style, link[rel=stylesheet]")).toHaveLength(2);
    expect(page.querySelectorAll("[style], [onclick], [onload]")).toHaveLength(0);
  }
});

describe("what becomes of a story reaches everybody who embedded it", () => {
  test("a correction stands in its card and its reader box", async () => {
    const corrections = [{ at: "2025-05-29T08:00:00Z", text: "The meeting was on Wednesday." }];
    const { embed } = await pressedSummit({ _dateline: { corrections } });
    for (const kind of ["card", "article"])
      expect(embed(kind).querySelector(".correction")?.textContent).toBe(
        "Correction 29 May 2025 The meeting was on Wednesday.",
      );
  });

  test.each(["all", "recent"])(
    "one that is withdrawn leaves only word of that under each address, with --pages %s",
    async (choice) => {
      const other = { id: "other", title: "Another story", date_published: "2025-05-01T08:00:00Z" };
      const release = { kind: "withdrawn", reason: "The source withdrew it." };
      const withdrawn = { ...summit, _dateline: { ...summit._dateline, release } };
      const { site, read } = await pressed(
        {
          "feed.json": feedOf(withdrawn, other),
          "summit.png": await picture("png"),
          "newsroom.json": JSON.stringify({ name: "The Courier", url: "https://courier.example/" }),
        },
        "--pages",
        choice,
      );
      for (const kind of kinds) {
        const page = documentOf(read(`embed/v1/${kind}/summit.html`));
        expect(page.body.textContent).toContain("This article has been withdrawn. The source withdrew it.");
        expect(page.documentElement.dataset["state"]).toBe("gone");
        expect(page.body.textContent).not.toContain("They met");
      }
      expect(existsSync(join(site, "oembed/summit.json"))).toBe(false);
      expect(existsSync(join(site, "oembed/another-story.json"))).toBe(true);
    },
  );
});

test("an embed speaks the language of its story, and its newsroom’s words in theirs", async () => {
  const { embed } = await pressedSummit({ language: "ur", title: "لاچین میں ملاقات" });
  const card = embed("card").documentElement;
  expect([card.lang, card.dir]).toEqual(["ur", "rtl"]);
  const foot = embed("article").querySelector(".foot a");
  expect([foot?.getAttribute("lang"), foot?.getAttribute("dir")]).toEqual(["en", "ltr"]);
});

test("nothing of a hostile story is read as HTML", async () => {
  const text = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;
  const { embed } = await pressedSummit({
    title: text,
    summary: text,
    _dateline: {
      kicker: text,
      section: text,
      corrections: [{ at: "2025-05-29", text }],
      pictures: [{ url: "summit.png", alt: text, caption: text, credit: text }],
    },
  });
  for (const kind of kinds) {
    const page = embed(kind);
    expect(page.querySelectorAll("script")).toHaveLength(1);
    expect(page.querySelectorAll("[onerror]")).toHaveLength(0);
    expect(page.title).toContain(text);
  }
});

test("the page of a very long story stays small, and says where it goes on", async () => {
  const paragraph = `<p>${"The ferry left the harbour at nine with forty passengers and came back at ten. ".repeat(8)}</p>`;
  const { site, read } = await pressedSummit({ content_html: paragraph.repeat(200) });
  expect(gzipSync(read("embed/v1/article/summit.html")).length).toBeLessThan(12_000);
  expect(existsSync(join(site, "embed/v1/article/summit.html"))).toBe(true);
});

test("embeds follow --pages: none are printed of stories then, and what every site has is", async () => {
  const { site } = await pressedSummit({}, {}, "--pages", "none");
  expect(existsSync(join(site, "embed/v1/card/summit.html"))).toBe(false);
  expect(existsSync(join(site, "embed/v1/search.html"))).toBe(true);
});

describe("an article’s address that is pasted elsewhere", () => {
  const summitAt = (url: string) => pressedSummit({ authors: [{ name: "Ann Reporter" }] }, { url });

  test("tells by oEmbed how it is embedded: a quotation, and a frame in its place", async () => {
    const { read } = await summitAt("https://courier.example/news/");
    const page = documentOf(read("articles/summit/index.html"));
    const discovery = page.querySelector('link[type="application/json+oembed"]')?.getAttribute("href");
    expect(discovery).toBe("https://courier.example/news/oembed/summit.json");
    const oembed = JSON.parse(read("oembed/summit.json")) as Record<string, unknown> & { html: string };
    expect(oembed).toMatchObject({
      version: "1.0",
      type: "rich",
      title: "Three leaders meet in Lachin",
      provider_name: "The Courier",
      provider_url: "https://courier.example/news/",
      author_name: "Ann Reporter",
      author_url: "https://courier.example/news/authors/ann-reporter",
    });
    expect(oembed["height"]).toBeGreaterThanOrEqual(200);
    expect(oembed["height"]).toBeLessThanOrEqual(1_000);
    const embedded = documentOf(oembed.html);
    expect(embedded.querySelector("blockquote a")?.getAttribute("href")).toBe(
      "https://courier.example/news/articles/summit",
    );
    expect(embedded.querySelector("iframe")?.getAttribute("src")).toMatch(
      /^https:\/\/courier\.example\/news\/embed\/v1\/card\/summit\.html\?/u,
    );
  });

  test("tells nothing when the site does not know where it lives", async () => {
    const { site, read } = await pressedSummit();
    expect(read("articles/summit/index.html")).not.toContain("oembed");
    expect(existsSync(join(site, "oembed"))).toBe(false);
  });
});
