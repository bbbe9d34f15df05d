import { expect, test } from "vitest";
import type { Language } from "#domain/language.ts";
import { press } from "#press/press.ts";
import { articles, courier } from "../articles.ts";
import { illustrated } from "./illustrated.ts";
import { now, printed, textOf } from "./pressed.ts";

const url = "https://courier.example/news/";
const placed = { ...courier, url };
const forMachines = /\.(?:xml|txt|webmanifest)$/u;

test("without an address of the site only what is valid without one is printed", () => {
  const files = printed([...articles(3), illustrated]);
  expect([...files.keys()].filter((path) => forMachines.test(path))).toEqual(["robots.txt", "manifest.webmanifest"]);
  expect(textOf(files, "robots.txt")).toBe("User-agent: *\nAllow: /\n");
});

test("with an address there are feeds of the site and of each section, and robots.txt leads to the sitemaps", () => {
  const files = printed([...articles(3), illustrated], placed);
  expect([...files.keys()].filter((path) => forMachines.test(path)).sort()).toEqual([
    "atom.xml",
    "manifest.webmanifest",
    "news-sitemap.xml",
    "robots.txt",
    "rss.xml",
    "sections/harbour/atom.xml",
    "sections/harbour/rss.xml",
    "sections/town/atom.xml",
    "sections/town/rss.xml",
    "sitemap.xml",
  ]);
  expect(textOf(files, "robots.txt")).toBe(
    `User-agent: *\nAllow: /\nSitemap: ${url}sitemap.xml\nSitemap: ${url}news-sitemap.xml\n`,
  );
});

test("robots.txt leads to no news sitemap where there is none", () => {
  const files = printed([illustrated], placed);
  expect(files.has("news-sitemap.xml")).toBe(false);
  expect(textOf(files, "robots.txt")).toBe(`User-agent: *\nAllow: /\nSitemap: ${url}sitemap.xml\n`);
});

test("the web app manifest says how the newsroom looks when it is installed", () => {
  const newsroom = { ...courier, name: "The Kathmandu Courier", language: "ur" as Language };
  const { files } = press(articles(1), newsroom, now, { colours: { background: "#FBFAF8", theme: "#131518" } });
  const text = [...files].find(({ path }) => path === "manifest.webmanifest")?.content as string;
  expect(JSON.parse(text)).toEqual({
    name: "The Kathmandu Courier",
    short_name: "The Kathman…",
    description: "News of the harbour",
    lang: "ur",
    dir: "rtl",
    start_url: "./",
    scope: "./",
    display: "standalone",
    background_color: "#FBFAF8",
    theme_color: "#131518",
    icons: [{ src: "favicon.svg", sizes: "any", type: "image/svg+xml" }],
    categories: ["news"],
  });
});
