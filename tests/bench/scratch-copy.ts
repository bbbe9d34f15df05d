import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openCache } from "#cli/cache.ts";
import type { Terminal } from "#cli/terminal.ts";
import { generatedCorpus } from "./corpus.ts";
import { photograph } from "./photograph.ts";
import { type Random, seededRandom } from "./random.ts";

const articles = 40;
const photographs = 24;
const sections = ["World", "Harbour", "Town", "Science", "Sport"];
const newest = Date.parse("2025-11-30T09:00:00Z");
const made = ["scratch-copy.ts", "photograph.ts", "random.ts", "corpus.ts"];

/**
 * The folder with the copy of a newsroom that does not exist, always the same: forty articles in five sections, three of five with a
 * photograph at their head, some with another in the text. Made once and kept.
 */
export async function scratchCopy(terminal: Pick<Terminal, "environment" | "now" | "progress">): Promise<string> {
  const sources = await Promise.all(made.map((name) => readFile(fileURLToPath(new URL(name, import.meta.url)))));
  const key = `copy-${createHash("sha256").update(Buffer.concat(sources)).digest("hex").slice(0, 16)}`;
  return openCache("bench", terminal).get(key, async (folder) => {
    await mkdir(join(folder, "pictures"), { recursive: true });
    const random = seededRandom(19_870_401);
    for (let at = 0; at < photographs; at += 1) {
      terminal.progress(`photographing ${at + 1} of ${photographs}`);
      await writeFile(join(folder, pictureName(at)), await photograph(random));
    }
    await writeFile(join(folder, "feed.json"), JSON.stringify(feed(random)));
    await writeFile(join(folder, "newsroom.json"), JSON.stringify(newsroom));
  });
}

/** The article whose page is measured: it has its photograph, another in its text, and neighbours on both sides. */
export const measuredArticle = "story-31";

/** An article as pages link it. 32 stands on the front page under “Latest”, and 37 is the next one in its section. */
export function storyOf(at: number): { readonly href: string; readonly headline: string } {
  return { href: `/articles/story-${at}`, headline: asTitle(generatedCorpus(articles)[at]?.title ?? "") };
}

const newsroom = {
  name: "The Scratch Courier",
  tagline: "News of a harbour that is not there",
  language: "en",
  timeZone: "UTC",
  sections,
  lead: "story-39",
};

function pictureName(at: number): string {
  return `pictures/photograph-${at}.jpg`;
}

function feed(random: Random): object {
  const items = generatedCorpus(articles).map(({ title, body, places, topics }, at) => {
    const paragraphs = body.split("\n\n").map(asSentences);
    // As long as a report is: the words of a short one are said three times.
    const text = Array.from({ length: 10 }, (_none, place) => paragraphs[place % paragraphs.length] ?? "");
    const html = text.map((paragraph) => `<p>${paragraph}</p>`);
    html.splice(5, 0, `<h2>${asTitle(topics[0] ?? title)}</h2>`);
    if (at % 3 === 1) html.splice(8, 0, `<figure>${figure(at, random)}</figure>`);
    return {
      id: `scratch:${at}`,
      title: asTitle(title),
      summary: shortened(asSentences(body), 160),
      content_html: html.join("\n"),
      date_published: new Date(newest - (articles - 1 - at) * 5 * 3_600_000).toISOString(),
      authors: [{ name: asTitle(`${places[0]} ${places[0]?.slice(0, 4)}ren`) }],
      _dateline: {
        slug: `story-${at}`,
        section: sections[at % sections.length],
        topics: topics.map(asTitle),
        places: places.map(asTitle),
        pictures: at % 5 < 3 || at === articles - 1 ? [pictureOf(at, random)] : [],
      },
    };
  });
  return { version: "https://jsonfeed.org/version/1.1", title: newsroom.name, language: "en", items };
}

function pictureOf(at: number, random: Random): object {
  return {
    url: pictureName(at % photographs),
    alt: `A photograph of nothing, the ${at + 1}st of its kind`,
    caption: `What there was to be seen at the quay ${Math.floor(random() * 24)} hours after the ferry had left.`,
    credit: `Photograph: ${at % 2 === 0 ? "Lena Korvo" : "Scratch Pictures"}`,
  };
}

function figure(at: number, random: Random): string {
  const picture = pictureOf(at + 7, random) as Record<"url" | "alt" | "caption" | "credit", string>;
  return `<img src="${picture.url}" alt="${picture.alt}"><figcaption>${picture.caption} <span data-credit>${picture.credit}</span></figcaption>`;
}

function asTitle(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function asSentences(text: string): string {
  return text.replace(/(?:^|\. )[a-z]/gu, (beginning) => beginning.toUpperCase());
}

function shortened(text: string, longest: number): string {
  return `${text.slice(0, longest).replace(/\s\S*$/u, "")}.`;
}
