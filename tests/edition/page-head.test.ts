import { describe, expect, test } from "vitest";
import { type Article, summaryOf } from "#domain/article.ts";
import type { Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { listDescription, listTitle, overviewTitle } from "#edition/list-titles.ts";
import { articleHead, frontHead, pageHead } from "#edition/page-head.ts";
import { addresses, editionPaths, listKinds } from "#edition/paths.ts";
import { articleProperties, pageProperties } from "#edition/share-properties.ts";
import { english } from "#words/english.ts";
import { wordsOf } from "#words/words.ts";
import { article, courier, named } from "../articles.ts";

const words = wordsOf(english, "en" as Language, "latn");
const located = { ...courier, url: "https://courier.example/news/" };

function headed(article: Article) {
  return { article, summary: summaryOf(article) };
}

describe("a page's head", () => {
  test("has the newsroom's name behind the title, and a canonical address when the newsroom has one", () => {
    const subject = { title: "Harbour", description: "News of it.", path: "sections/harbour" };
    expect(pageHead(located, subject)).toEqual({
      title: "Harbour – The Courier",
      description: "News of it.",
      path: "sections/harbour",
      canonical: "https://courier.example/news/sections/harbour",
      language: "en",
      direction: "ltr",
      subject: "Harbour",
    });
    expect(pageProperties(located, pageHead(located, subject))).toEqual([
      ["og:type", "website"],
      ["og:title", "Harbour"],
      ["og:description", "News of it."],
      ["og:site_name", "The Courier"],
      ["og:url", "https://courier.example/news/sections/harbour"],
    ]);
    expect(pageHead(courier, subject)).not.toHaveProperty("canonical");
  });

  test("of a newsroom that writes from right to left goes from right to left", () => {
    const urdu = { ...courier, language: "ur" as Language };
    expect(pageHead(urdu, { title: "x", description: "x", path: "x" }).direction).toBe("rtl");
    expect(articleHead(urdu, headed(article({ headline: "Pier" }))).direction).toBe("ltr");
  });

  test("of the front has the newsroom's name and is described by its tagline", () => {
    expect(frontHead(located)).toMatchObject({
      title: "The Courier",
      description: "News of the harbour",
      canonical: "https://courier.example/news/",
    });
    const { tagline: _tagline, ...plain } = located;
    expect(frontHead(plain)).toMatchObject({ title: "The Courier", description: "The Courier" });
  });

  test("of an article says what it is about, when it is from and what it shows", () => {
    const told = article({
      headline: "Pier",
      standfirst: "It is mended.",
      topics: [named("Cranes")],
      published: "2025-05-28" as Instant,
      updated: "2025-05-29T10:00:00Z" as Instant,
      pictures: [{ alt: "no file" }, { url: "pictures/pier.png", alt: "The pier" }],
    });
    const head = articleHead(located, headed(told));
    expect(head).toMatchObject({
      title: "Pier – The Courier",
      description: "It is mended.",
      canonical: "https://courier.example/news/articles/pier",
    });
    expect(articleProperties(located, told, head)).toEqual([
      ["og:type", "article"],
      ["og:title", "Pier"],
      ["og:description", "It is mended."],
      ["og:site_name", "The Courier"],
      ["og:url", "https://courier.example/news/articles/pier"],
      ["og:locale", "en"],
      ["article:published_time", "2025-05-28T12:00:00Z"],
      ["article:modified_time", "2025-05-29T10:00:00Z"],
      ["article:section", "Harbour"],
      ["article:tag", "Cranes"],
      ["og:image", "https://courier.example/news/pictures/pier.png"],
      ["og:image:alt", "The pier"],
      ["twitter:card", "summary_large_image"],
    ]);
  });

  test("of an article has a picture that networks can show: a photograph of some size, else the one that was drawn for it", () => {
    const shared = (said: Partial<Article>, newsroom: Newsroom = located) => {
      const told = article({ headline: "Pier", ...said });
      const properties = articleProperties(newsroom, told, articleHead(newsroom, headed(told)));
      return properties.filter(([name]) => name.startsWith("og:image"));
    };
    const drawing = { url: "pictures/map.svg", alt: "A map", drawn: true };
    const small = { url: "pictures/small.jpg", alt: "", width: 300, height: 200 };
    const photograph = {
      url: "pictures/pier.jpg",
      alt: "",
      caption: "On Friday.",
      credit: "CNA",
      width: 1160,
      height: 773,
    };
    expect(shared({ pictures: [drawing, small] })).toEqual([]);
    expect(shared({ pictures: [drawing, small, photograph], sharePicture: "pictures/share-1.png" })).toEqual([
      ["og:image", "https://courier.example/news/pictures/pier.jpg"],
      ["og:image:width", "1160"],
      ["og:image:height", "773"],
      ["og:image:alt", "On Friday. (CNA)"],
    ]);
    expect(shared({ pictures: [drawing], sharePicture: "pictures/share-1.png" })).toEqual([
      ["og:image", "https://courier.example/news/pictures/share-1.png"],
      ["og:image:width", "1200"],
      ["og:image:height", "630"],
      ["og:image:alt", "Pier"],
    ]);
    expect(shared({ pictures: [photograph], sharePicture: "pictures/share-1.png" }, courier)).toEqual([]);
    const elsewhere = { url: "https://agency.example/pier.jpg", alt: "The pier" };
    expect(shared({ pictures: [elsewhere] }, courier)).toEqual([
      ["og:image", "https://agency.example/pier.jpg"],
      ["og:image:alt", "The pier"],
    ]);
  });

  test("of an article that lives elsewhere leads there, and of a withdrawn one gives the reason", () => {
    const elsewhere = article({ headline: "Pier", canonicalUrl: "https://agency.example/pier" });
    expect(articleHead(located, headed(elsewhere)).canonical).toBe("https://agency.example/pier");
    const withdrawn = article({ headline: "Pier", release: { kind: "withdrawn", reason: "It was wrong." } });
    expect(articleHead(located, headed(withdrawn)).description).toBe("It was wrong.");
  });
});

describe("a list is called", () => {
  test("by its name, and a month by its words", () => {
    expect(listTitle({ kind: "topics", slug: "cranes", name: "Cranes" }, courier)).toBe("Cranes");
    expect(listTitle({ kind: "months", slug: "2025-05", name: "2025-05" }, courier)).toBe("May 2025");
    expect(listTitle({ kind: "months", slug: "2025-05", name: "2025-05" }, { language: "fa" as Language })).toMatch(
      /2025/u,
    );
  });

  test("with its number of articles in its description", () => {
    const list = { slug: "2025-05", name: "Cranes", page: "latest", fullPages: 0, headlines: [] } as const;
    expect(
      listKinds.map((kind) => listDescription({ ...list, kind, count: kind === "topics" ? 1 : 2 }, courier, words)),
    ).toEqual([
      "Cranes: 2 articles in The Courier.",
      "1 article about Cranes in The Courier.",
      "2 articles from or about Cranes in The Courier.",
      "2 articles by Cranes in The Courier.",
      "2 articles with pictures credited to Cranes in The Courier.",
      "2 articles from May 2025 in The Courier.",
    ]);
    expect(listKinds.map((kind) => overviewTitle(kind, words))).toEqual([
      "Sections",
      "Topics",
      "Places",
      "Authors",
      "Picture credits",
      "Archive",
    ]);
  });
});

test("every page and file has an address that holds any slug", () => {
  expect(addresses.article("لاہور-میں")).toBe(`articles/${encodeURIComponent("لاہور-میں")}`);
  expect(addresses.list("topics", "q-a")).toBe("topics/q-a");
  expect(addresses.list("months", "2025-05")).toBe("archive/2025/05");
  expect(addresses.overview("months")).toBe("archive");
  expect(editionPaths.list("topics", "cranes", "latest")).toBe("lists/topics/cranes/latest.json");
  expect(editionPaths.article("pier")).toBe("articles/pier.json");
});
