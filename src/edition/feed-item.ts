import { type Article, picturesOf } from "#domain/article.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { rfc3339, siteAddress } from "./headline-list.ts";
import type { JsonFeedItem } from "./json-feed.ts";
import { addresses } from "./paths.ts";

/** What an item says beyond the standard: all of an article but what the standard has a place for, and how it was filed. */
export type FeedItemExtension = Omit<
  Article,
  "id" | "headline" | "body" | "language" | "direction" | "canonicalUrl" | "provenance" | "sharePicture"
>;

/** An article as an item of a feed, with its whole body. Reading it as copy gives the article again. */
export function encodeFeedItem(
  article: Article,
  contentHtml: string,
  newsroom: Newsroom,
): JsonFeedItem<FeedItemExtension> {
  const {
    id,
    headline,
    body: _body,
    language,
    direction: _direction,
    canonicalUrl,
    provenance: _provenance,
    sharePicture: _sharePicture,
    ...extension
  } = article;
  const picture = picturesOf(article).find(({ url }) => url !== undefined);
  return {
    id,
    url: siteAddress(newsroom, addresses.article(article.slug)),
    ...(canonicalUrl && { external_url: canonicalUrl }),
    title: headline,
    content_html: contentHtml,
    ...(article.standfirst && { summary: article.standfirst }),
    ...(picture?.url && { image: siteAddress(newsroom, picture.url) }),
    date_published: rfc3339(article.published),
    ...(article.updated && { date_modified: rfc3339(article.updated) }),
    ...(article.bylines.length > 0 && {
      authors: article.bylines.map(({ name, url }) => ({ name, ...(url && { url: siteAddress(newsroom, url) }) })),
    }),
    ...(article.topics.length > 0 && { tags: article.topics.map(({ name }) => name) }),
    language,
    _dateline: extension,
  };
}
