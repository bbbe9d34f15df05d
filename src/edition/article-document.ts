import type { Article } from "#domain/article.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { decodeFeed } from "./decode.ts";
import type { Headline } from "./headline.ts";
import { rfc3339, siteAddress } from "./headline-list.ts";
import { editionVersion, type JsonFeed, jsonFeedVersion } from "./json-feed.ts";
import { addresses, editionPaths } from "./paths.ts";

/** Why a related story is related, for the reader to put into words. */
export type Reason =
  | { readonly kind: "place"; readonly name: string }
  | { readonly kind: "topic"; readonly name: string }
  | { readonly kind: "author"; readonly name: string }
  /** The weightiest words that both stories use, as printed, at most three. */
  | { readonly kind: "words"; readonly words: readonly string[] };

export type Related = { readonly headline: Headline; readonly reason: Reason };

/** The neighbours of an article in its section: previous is older, next is newer. */
export type Neighbours = { readonly previous?: Headline; readonly next?: Headline };

/** The same story in another language, with what the language is called by those who speak it. */
export type Alternate = Pick<Article, "language" | "direction" | "slug" | "headline"> & {
  readonly languageName: string;
};

/** Everything that an article's page shows. */
export type ArticleDocument = {
  readonly article: Article;
  /** What stands under its headline elsewhere. */
  readonly summary: string;
  /** How long reading it takes. */
  readonly minutes: number;
  /** Best first, without near-duplicates, never the article itself. */
  readonly related: readonly Related[];
  readonly neighbours: Neighbours;
  /** The original first, then by language; each language once, and never the article's own. */
  readonly alternates: readonly Alternate[];
};

type ArticleExtension = Omit<Article, "id" | "headline"> & Omit<ArticleDocument, "article" | "summary">;

export function encodeArticleDocument({ article, summary, ...rest }: ArticleDocument, newsroom: Newsroom): string {
  const { id, headline, ...extension } = article;
  const feed: JsonFeed<{ version: number }, ArticleExtension> = {
    version: jsonFeedVersion,
    title: newsroom.name,
    ...(newsroom.url && {
      home_page_url: newsroom.url,
      feed_url: siteAddress(newsroom, editionPaths.article(article.slug)),
    }),
    language: newsroom.language,
    items: [
      {
        id,
        url: siteAddress(newsroom, addresses.article(article.slug)),
        ...(article.canonicalUrl && { external_url: article.canonicalUrl }),
        title: headline,
        content_text: summary,
        date_published: rfc3339(article.published),
        ...(article.updated && { date_modified: rfc3339(article.updated) }),
        ...(article.bylines.length > 0 && {
          authors: article.bylines.map(({ name, url }) => ({ name, ...(url && { url: siteAddress(newsroom, url) }) })),
        }),
        ...(article.topics.length > 0 && { tags: article.topics.map(({ name }) => name) }),
        language: article.language,
        _dateline: { ...extension, ...rest },
      },
    ],
    _dateline: { version: editionVersion },
  };
  return `${JSON.stringify(feed)}\n`;
}

export function decodeArticleDocument(text: string, path: string): ArticleDocument | undefined {
  const item = decodeFeed<unknown, ArticleExtension>(text, path).items[0];
  if (!item) return undefined;
  const { minutes, related, neighbours, alternates, ...article } = item._dateline;
  const summary = item.content_text ?? "";
  return {
    article: { id: item.id, headline: item.title, ...article },
    summary,
    minutes,
    related,
    neighbours,
    alternates,
  };
}
