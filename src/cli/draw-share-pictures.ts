import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { type Article, isReadable, picturesOf } from "#domain/article.ts";
import { epochOf } from "#domain/instant.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { isShareable } from "#domain/picture.ts";
import { atOnce } from "./at-once.ts";
import { openCache } from "./cache.ts";
import type { Collected, CollectedPicture } from "./collect-pictures.ts";
import { openLettering } from "./lettering.ts";
import { drawSharePicture, shareDesign, shareWordsOf } from "./share-picture.ts";
import type { Terminal } from "./terminal.ts";

/** Which articles get a share picture, of those that have no photograph to be shared with. */
export const shareChoices = ["recent", "all", "none"] as const;
export type ShareChoice = (typeof shareChoices)[number];

const recentArticles = 100;

/**
 * Draws a picture for links to articles without a photograph. Networks want whole addresses, so that a site that does not know
 * its own gets none. An article with letters that the house's fonts lack gets none either.
 */
export async function drawSharePictures(
  collected: Collected,
  newsroom: Newsroom,
  now: number,
  choice: ShareChoice,
  terminal: Pick<Terminal, "progress" | "interrupted" | "environment" | "now">,
): Promise<Collected> {
  if (choice === "none" || newsroom.url === undefined) return collected;
  const readable = collected.articles.filter((article) => isReadable(article, now));
  const chosen = choice === "all" ? readable : newest(readable);
  const without = chosen.filter((article) => !picturesOf(article).some(isShareable));
  if (without.length === 0) return collected;
  const lettering = await openLettering(terminal);
  const cache = openCache("share-pictures", terminal);
  const drawn = new Map<Article, CollectedPicture>();
  await atOnce(without, async (article) => {
    terminal.interrupted.throwIfAborted();
    const words = shareWordsOf(article, newsroom);
    if (
      ![words.headline, words.newsroom, words.section, words.date].every((text) => text !== "" && lettering.has(text))
    )
      return;
    const key = createHash("sha256")
      .update(JSON.stringify([shareDesign, lettering.fonts, words]))
      .digest("hex")
      .slice(0, 16);
    terminal.progress(`share pictures  ${drawn.size + 1} of ${without.length}  ${article.slug}`);
    const from = await cache.get(key, async (aside) => writeFile(aside, await drawSharePicture(words, lettering)));
    drawn.set(article, { from, path: `pictures/share-${key}.png` });
  });
  await cache.prune();
  return {
    ...collected,
    articles: collected.articles.map((article) => {
      const picture = drawn.get(article);
      return picture ? { ...article, sharePicture: picture.path } : article;
    }),
    pictures: [...collected.pictures, ...drawn.values()],
  };
}

function newest(articles: readonly Article[]): readonly Article[] {
  return articles
    .map((article) => ({ article, at: epochOf(article.published) }))
    .sort((one, other) => other.at - one.at)
    .slice(0, recentArticles)
    .map(({ article }) => article);
}
