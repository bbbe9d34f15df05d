import type { Article } from "#domain/article.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import { encodeFeedItem, type FeedItemExtension } from "#edition/feed-item.ts";
import { siteAddress } from "#edition/headline-list.ts";
import { editionVersion, type JsonFeed, jsonFeedVersion } from "#edition/json-feed.ts";
import { addresses, editionPaths, type PageNumber } from "#edition/paths.ts";
import { renderBlocks } from "./block-html.ts";
import { fullPagesOf, type PageSize, paginate } from "./paginate.ts";

const feedPage: PageSize = { full: 100, least: 30 };

/** feed.json with the newest articles, and the archive pages that its next_url leads to. Articles oldest first. */
export function* printFeeds(articles: readonly Article[], newsroom: Newsroom): Generator<EditionFile> {
  const fullPages = fullPagesOf(articles.length, feedPage);
  for (const { page, values } of paginate(articles, feedPage)) {
    const older = page === "latest" ? fullPages : page - 1;
    const feed = jsonFeedOf(
      {
        title: newsroom.name,
        description: newsroom.tagline,
        page: addresses.front,
        path: pathOf(page),
        next: older >= 1 ? pathOf(older) : undefined,
        articles: values,
      },
      newsroom,
    );
    yield { path: pathOf(page), content: `${JSON.stringify(feed)}\n` };
  }
}

/** What a JSON Feed tells of. Paths and addresses are from the site's root. */
type Told = {
  readonly title: string;
  readonly description?: string | undefined;
  /** Where a reader finds the same stories. */
  readonly page: string;
  readonly path: string;
  /** The feed of older ones. */
  readonly next?: string | undefined;
  readonly articles: readonly Article[];
};

export function jsonFeedOf(
  { title, description, page, path, next, articles }: Told,
  newsroom: Newsroom,
): JsonFeed<{ version: number }, FeedItemExtension> {
  return {
    version: jsonFeedVersion,
    title,
    ...(description && { description }),
    ...(newsroom.url && { home_page_url: siteAddress(newsroom, page), feed_url: siteAddress(newsroom, path) }),
    ...(next !== undefined && { next_url: siteAddress(newsroom, next) }),
    language: newsroom.language,
    items: articles.map((article) =>
      encodeFeedItem(
        article,
        renderBlocks(article.body, (url) => siteAddress(newsroom, url)),
        newsroom,
      ),
    ),
    _dateline: { version: editionVersion },
  };
}

function pathOf(page: PageNumber): string {
  return page === "latest" ? editionPaths.feed : editionPaths.feedPage(page);
}
