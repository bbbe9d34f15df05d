import type { Article } from "#domain/article.ts";
import { epochOf, type Instant } from "#domain/instant.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { siteAddress } from "#edition/headline-list.ts";
import { renderBlocks } from "./block-html.ts";

/** A newsroom of which is known where it lives on the web. */
export type LocatedNewsroom = Newsroom & { readonly url: string };

export function isLocated(newsroom: Newsroom): newsroom is LocatedNewsroom {
  return newsroom.url !== undefined;
}

/** What a feed of RSS or Atom tells of: the whole site, or one section. */
export type Channel = {
  readonly title: string;
  readonly description: string;
  /** Where a reader finds the same stories, from the site's root. */
  readonly page: string;
  /** Where the feed itself lies, from the site's root. */
  readonly path: string;
  /** Newest first. */
  readonly articles: readonly Article[];
};

/** The whole article as HTML: the pictures at its head with their captions and credits, then its body. */
export function contentOf({ pictures, body }: Article, newsroom: Newsroom): string {
  const figures = pictures.map((picture) => ({ kind: "figure", picture }) as const);
  return renderBlocks([...figures, ...body], (url) => siteAddress(newsroom, url));
}

/** When one of them was published or updated last; undefined when there are none. */
export function lastChangeOf(articles: readonly Article[]): Instant | undefined {
  return articles.reduce<Instant | undefined>((last, one) => later(later(last, one.published), one.updated), undefined);
}

export function later(one: Instant | undefined, other: Instant | undefined): Instant | undefined {
  return one === undefined || (other !== undefined && epochOf(other) > epochOf(one)) ? other : one;
}
