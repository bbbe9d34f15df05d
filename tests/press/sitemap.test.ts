import { describe, expect, test } from "vitest";
import type { Article } from "#domain/article.ts";
import type { Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import { printSitemaps } from "#press/sitemap.ts";
import { article, articles, courier, named } from "../articles.ts";
import { illustrated } from "./illustrated.ts";
import { printed, textOf } from "./pressed.ts";
import { faultsIn } from "./sitemap-schemas.ts";

const url = "https://courier.example/news/";
const placed = { ...courier, url };
const { canonicalUrl: _elsewhere, ...ours } = illustrated;

function addressesIn(sitemap: string): string[] {
  return [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/gu)].map(([, address = ""]) => address);
}

function sitemapOf(copy: readonly Article[]): string {
  return textOf(printed(copy, placed), "sitemap.xml");
}

function newsOf(copy: readonly Article[]): string {
  return textOf(printed(copy, placed), "news-sitemap.xml");
}

describe("the sitemap", () => {
  test("names every article, every list, their overviews and the front, each once", async () => {
    const files = printed([...articles(70), ours, article({ headline: "Şuşa", places: [named("لاہور")] })], placed);
    const sitemap = textOf(files, "sitemap.xml");
    expect(await faultsIn(sitemap)).toEqual([]);
    const addresses = addressesIn(sitemap).map(decodeURI);
    const expected = [...files.keys()].flatMap((path) => {
      const [, slug] = /^articles\/(.+)\.json$/u.exec(path) ?? [];
      const [, kind = "", list = ""] = /^lists\/(\w+)\/(.+)\/latest\.json$/u.exec(path) ?? [];
      if (slug) return `articles/${slug}`;
      return kind ? (kind === "months" ? `archive/${list.replace("-", "/")}` : `${kind}/${list}`) : [];
    });
    const overviews = ["sections", "topics", "places", "authors", "credits", "archive"];
    expect(addresses.sort()).toEqual([...expected, ...overviews, ""].map((path) => `${url}${path}`).sort());
  });

  test("says when each page changed last", () => {
    const sitemap = sitemapOf([...articles(2), ours]);
    const changeOf = (path: string) =>
      new RegExp(`<loc>${url}${path}</loc><lastmod>([^<]*)</lastmod>`, "u").exec(sitemap)?.[1];
    expect(changeOf("articles/story-number-2")).toBe("2025-01-02T09:00:00Z");
    expect(changeOf(`articles/${ours.slug}`)).toBe("2025-05-29T10:00:00+02:00");
    expect(changeOf("sections/harbour")).toBe("2025-01-02T09:00:00Z");
    expect(changeOf("sections/town")).toBe("2025-05-28");
    expect(changeOf("")).toBe("2025-05-29T10:00:00+02:00");
  });

  test("shows the pictures of an article, those in its text too, with captions and credits", () => {
    const pictures = [...sitemapOf([ours]).matchAll(/<image:image>(.*?)<\/image:image>/gu)].map(([, one]) => one);
    expect(pictures).toEqual([
      `<image:loc>${url}pictures/pier.png</image:loc><image:caption>The pier on May 28, 2025. Harbour Trust</image:caption>`,
      "<image:loc>https://harbour.example/crane.jpg</image:loc><image:caption>The crane — in May Ann Li/Harbour Trust</image:caption>",
      "<image:loc>https://harbour.example/1.jpg</image:loc><image:caption>Piles Ann Li</image:caption>",
      "<image:loc>https://harbour.example/2.jpg</image:loc>",
    ]);
  });

  test("shows of an article at most a thousand pictures", () => {
    const album = Array.from({ length: 1_001 }, (_none, at) => ({ url: `pictures/${at}.png`, alt: "" }));
    const sitemap = sitemapOf([article({ headline: "Album", pictures: album })]);
    expect(sitemap.match(/<image:image>/gu)).toHaveLength(1_000);
  });

  test("leaves an article that lives elsewhere to that other site, unless elsewhere is here", () => {
    const named = (canonicalUrl: string) => addressesIn(sitemapOf([{ ...ours, canonicalUrl }]));
    const address = `${url}articles/${ours.slug}`;
    expect(named("https://agency.example/pier")).not.toContain(address);
    expect(named(address)).toContain(address);
  });

  test("of more than 50,000 addresses is an index of files, each as full as it may be", async () => {
    const updated = "2300-01-01" as Instant;
    const many = articles(50_001).map((one, at) => (at === 0 ? { ...one, updated } : one));
    const files = [...printSitemaps(many, [{ address: "", changed: many.at(-1)?.published }], placed)];
    expect(files.map(({ path }) => path)).toEqual(["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
    for (const { content, path } of files) expect(await faultsIn(content as string), path).toEqual([]);
    const [first = [], second = [], index = []] = files.map(({ content }) => addressesIn(content as string));
    expect(first).toHaveLength(50_000);
    expect(second).toEqual([`${url}articles/story-number-50001`, url]);
    expect(index).toEqual([`${url}sitemap-1.xml`, `${url}sitemap-2.xml`]);
    const changes = [...String(files.at(-1)?.content).matchAll(/<lastmod>([^<]*)</gu)].map(([, at]) => at);
    expect(changes).toEqual([updated, many.at(-1)?.published]);
    const more = [...printSitemaps([...many, ours], [], placed)];
    expect(more[0]).toEqual(files[0]);
  });

  test("of 50,000 addresses is one file", () => {
    const files = [...printSitemaps(articles(49_999), [{ address: "", changed: undefined }], placed)];
    expect(files.map(({ path }) => path)).toEqual(["sitemap.xml"]);
  });

  test("never has a file of more than 50 MB, counted in bytes", () => {
    const caption = "ڈ".repeat(100_000);
    const wordy = articles(300, { pictures: [{ url: "pictures/pier.png", alt: "", caption }] });
    const files = [...printSitemaps(wordy, [], placed)];
    expect(files.map(({ path }) => path)).toEqual(["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
    const sizes = files.map(({ content }) => Buffer.byteLength(content as string));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(50 * 1024 * 1024);
    expect(sizes[0]).toBeGreaterThan(50 * 1024 * 1024 - 210_000);
  });

  test("of an edition without articles is the front alone", async () => {
    const sitemap = sitemapOf([]);
    expect(await faultsIn(sitemap)).toEqual([]);
    expect(addressesIn(sitemap)).toEqual([url]);
  });
});

describe("the news sitemap", () => {
  const at = (published: string, said: Partial<Article> = {}) =>
    article({ headline: `At ${published}`, published: published as Instant, ...said });

  test("names the publication, its language, and the articles of two days up to the newest, newest first", async () => {
    const news = newsOf([
      at("2025-05-28T08:00:00Z"),
      at("2025-05-26T07:59:59Z"),
      at("2025-05-26T08:00:00Z", { headline: "Fish & <chips>" }),
      at("2025-05-27", { language: "ur-PK" as Language }),
    ]);
    expect(await faultsIn(news)).toEqual([]);
    const told = [...news.matchAll(/<url>(.*?)<\/url>/gu)].map(([, entry = ""]) =>
      ["loc", "news:name", "news:language", "news:publication_date", "news:title"].map(
        (name) => new RegExp(`<${name}>([^<]*)</${name}>`, "u").exec(entry)?.[1],
      ),
    );
    expect(told).toEqual([
      [
        `${url}articles/at-2025-05-28t08-00-00z`,
        "The Courier",
        "en",
        "2025-05-28T08:00:00Z",
        "At 2025-05-28T08:00:00Z",
      ],
      [`${url}articles/at-2025-05-27`, "The Courier", "ur", "2025-05-27", "At 2025-05-27"],
      [`${url}articles/fish-chips`, "The Courier", "en", "2025-05-26T08:00:00Z", "Fish &amp; &lt;chips&gt;"],
    ]);
  });

  test("holds at most a thousand", async () => {
    const news = newsOf(articles(1_001, { published: "2025-05-28" as Instant }));
    expect(await faultsIn(news)).toEqual([]);
    expect(addressesIn(news)).toHaveLength(1_000);
  });

  test.each([
    ["zh", "zh-cn"],
    ["zh-TW", "zh-tw"],
    ["zh-Hant-HK", "zh-tw"],
    ["sr-Latn", "sr"],
    ["fil", "fil"],
  ])("has %s as %s", async (language, told) => {
    const news = newsOf([at("2025-05-28", { language: language as Language })]);
    expect(await faultsIn(news)).toEqual([]);
    expect(news).toContain(`<news:language>${told}</news:language>`);
  });

  test("is the same when the same copy is pressed later", () => {
    expect(printed([at("2025-05-28")], placed, Date.UTC(2030, 1, 1))).toEqual(printed([at("2025-05-28")], placed));
  });
});
