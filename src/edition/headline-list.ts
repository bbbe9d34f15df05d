import { epochOf, hasTime, type Instant } from "#domain/instant.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { decodeFeed } from "./decode.ts";
import type { Headline } from "./headline.ts";
import { editionVersion, type JsonFeed, type JsonFeedItem, jsonFeedVersion } from "./json-feed.ts";
import { addresses, editionPaths, type ListKind, type PageNumber } from "./paths.ts";

/**
 * One page of the headlines of a section, topic, place, author, credit or month, newest first. The latest page tells of the
 * whole list. A full one tells of the list as it was when the page became full, and is never printed anew.
 */
export type HeadlineList = {
  readonly kind: ListKind;
  readonly slug: string;
  readonly name: string;
  /** Articles on this page and all older ones. */
  readonly count: number;
  readonly page: PageNumber;
  /** How many full pages lie below "latest": 3 means pages 1 (oldest) to 3, then latest. */
  readonly fullPages: number;
  readonly headlines: readonly Headline[];
};

/** What a headline needs beyond the standard's own fields. */
type HeadlineExtension = Pick<
  Headline,
  "slug" | "kicker" | "section" | "place" | "published" | "updated" | "direction" | "picture" | "minutes"
>;

type ListExtension = Omit<HeadlineList, "headlines"> & { readonly version: number };

/** RFC 3339, which JSON Feed asks for: a day without a time is given as its noon. */
export function rfc3339(instant: Instant): string {
  return hasTime(instant) ? instant : new Date(epochOf(instant)).toISOString().replace(".000", "");
}

/** An address on the site: absolute when the newsroom says where it lives. */
export function siteAddress(newsroom: Newsroom, path: string): string {
  return newsroom.url ? new URL(path, newsroom.url).href : path;
}

function encodeHeadline(headline: Headline, newsroom: Newsroom): JsonFeedItem<HeadlineExtension> {
  const { id, headline: title, summary, language, ...extension } = headline;
  return {
    id,
    url: siteAddress(newsroom, addresses.article(headline.slug)),
    title,
    content_text: summary,
    ...(headline.picture?.url && { image: siteAddress(newsroom, headline.picture.url) }),
    date_published: rfc3339(headline.published),
    ...(headline.updated && { date_modified: rfc3339(headline.updated) }),
    language,
    _dateline: extension,
  };
}

function decodeHeadline(item: JsonFeedItem<HeadlineExtension>): Headline {
  return {
    id: item.id,
    headline: item.title,
    summary: item.content_text ?? "",
    language: item.language as Headline["language"],
    ...item._dateline,
  };
}

export function encodeHeadlineList(list: HeadlineList, newsroom: Newsroom): string {
  const { headlines, ...extension } = list;
  const older = olderPage(list);
  const feed: JsonFeed<ListExtension, HeadlineExtension> = {
    version: jsonFeedVersion,
    title: `${list.name} – ${newsroom.name}`,
    ...(newsroom.url && {
      home_page_url: siteAddress(newsroom, addresses.list(list.kind, list.slug)),
      feed_url: siteAddress(newsroom, editionPaths.list(list.kind, list.slug, list.page)),
    }),
    ...(older && { next_url: siteAddress(newsroom, editionPaths.list(list.kind, list.slug, older)) }),
    language: newsroom.language,
    items: headlines.map((headline) => encodeHeadline(headline, newsroom)),
    _dateline: { version: editionVersion, ...extension },
  };
  return `${JSON.stringify(feed)}\n`;
}

export function decodeHeadlineList(text: string, path: string): HeadlineList {
  const { items, _dateline } = decodeFeed<ListExtension, HeadlineExtension>(text, path);
  const { version: _version, ...list } = _dateline;
  return { ...list, headlines: items.map(decodeHeadline) };
}

/** The page with the stories before this one's, if there are any. */
export function olderPage({ page, fullPages }: Pick<HeadlineList, "page" | "fullPages">): number | undefined {
  const older = page === "latest" ? fullPages : page - 1;
  return older >= 1 ? older : undefined;
}

/** The page with the stories after this one's, if there are any. */
export function newerPage({ page, fullPages }: Pick<HeadlineList, "page" | "fullPages">): PageNumber | undefined {
  if (page === "latest") return undefined;
  return page < fullPages ? page + 1 : "latest";
}
