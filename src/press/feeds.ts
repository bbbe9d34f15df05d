import type { Article } from "#domain/article.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import { encodeFeedItem, type FeedItemExtension } from "#edition/feed-item.ts";
import { siteAddress } from "#edition/headline-list.ts";
import { editionVersion, type JsonFeed, jsonFeedVersion } from "#edition/json-feed.ts";
import { editionPaths, type PageNumber } from "#edition/paths.ts";
import { renderBlocks } from "./block-html.ts";
import { fullPagesOf, type PageSize, paginate } from "./paginate.ts";

const feedPage: PageSize = { full: 100, least: 30 };

/** feed.json with the newest articles, and the archive pages that its next_url leads to. Articles oldest first. */
export function* printFeeds(articles: readonly Article[], newsroom: Newsroom): Generator<EditionFile> {
  const fullPages = fullPagesOf(articles.length, feedPage);
  for (const { page, values } of paginate(articles, feedPage)) {
    const older = page === "latest" ? fullPages : page - 1;
    const feed: JsonFeed<{ version: number }, FeedItemExtension> = {
      version: jsonFeedVersion,
      title: newsroom.name,
      ...(newsroom.tagline && { description: newsroom.tagline }),
      ...(newsroom.url && { home_page_url: newsroom.url, feed_url: siteAddress(newsroom, pathOf(page)) }),
      ...(older >= 1 && { next_url: siteAddress(newsroom, pathOf(older)) }),
      language: newsroom.language,
      items: values.map((article) =>
        encodeFeedItem(
          article,
          renderBlocks(article.body, (url) => siteAddress(newsroom, url)),
          newsroom,
        ),
      ),
      _dateline: { version: editionVersion },
    };
    yield { path: pathOf(page), content: `${JSON.stringify(feed)}\n` };
  }
}

function pathOf(page: PageNumber): string {
  return page === "latest" ? editionPaths.feed : editionPaths.feedPage(page);
}
