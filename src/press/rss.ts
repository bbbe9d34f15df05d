import { type Article, summaryOf } from "#domain/article.ts";
import { epochOf, type Instant } from "#domain/instant.ts";
import { escapedHtml } from "#domain/markup.ts";
import { rfc3339, siteAddress } from "#edition/headline-list.ts";
import { addresses } from "#edition/paths.ts";
import { type Channel, contentOf, type LocatedNewsroom, lastChangeOf } from "./channel.ts";
import { mediaContent, mediaNamespace, mediaOf } from "./media-rss.ts";
import { element, type Xml, xmlFile } from "./xml.ts";

/**
 * RSS 2.0 (rssboard.org/rss-specification) with Media RSS. What RSS itself has no element for stands in those of Dublin
 * Core (authors who need no e-mail address, language, rights), of Atom (when it was updated) and of the content module.
 */
export function encodeRss(channel: Channel, newsroom: LocatedNewsroom): string {
  const changed = lastChangeOf(channel.articles);
  const self = siteAddress(newsroom, channel.path);
  return xmlFile(
    element(
      "rss",
      [
        element("channel", [
          element("title", channel.title),
          element("link", siteAddress(newsroom, channel.page)),
          element("description", channel.description),
          element("language", newsroom.language),
          ...(newsroom.licence ? [element("copyright", newsroom.licence)] : []),
          ...(changed ? [element("lastBuildDate", rfc822(changed))] : []),
          element("generator", "Dateline"),
          element("atom:link", [], { rel: "self", type: "application/rss+xml", href: self }),
          ...channel.articles.map((article) => itemOf(article, newsroom)),
        ]),
      ],
      {
        version: "2.0",
        "xmlns:atom": "http://www.w3.org/2005/Atom",
        "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:media": mediaNamespace,
      },
    ),
  );
}

/** A description is HTML, a title plain text. */
function itemOf(article: Article, newsroom: LocatedNewsroom): Xml {
  const category = (kind: "sections" | "topics", name: string) =>
    element("category", name, { domain: siteAddress(newsroom, addresses.overview(kind)) });
  return element("item", [
    element("title", article.headline),
    element("link", siteAddress(newsroom, addresses.article(article.slug))),
    element("guid", article.id, { isPermaLink: "false" }),
    element("pubDate", rfc822(article.published)),
    ...(article.updated ? [element("atom:updated", rfc3339(article.updated))] : []),
    ...article.bylines.map(({ name }) => element("dc:creator", name)),
    category("sections", article.section.name),
    ...article.topics.map(({ name }) => category("topics", name)),
    element("dc:language", article.language),
    ...(article.licence ? [element("dc:rights", article.licence)] : []),
    element("description", escapedHtml(summaryOf(article))),
    element("content:encoded", contentOf(article, newsroom)),
    ...mediaOf(article, newsroom).map(mediaContent),
  ]);
}

/** "Wed, 28 May 2025 12:00:00 GMT". A day without a time is given as its noon. */
function rfc822(instant: Instant): string {
  return new Date(epochOf(instant)).toUTCString();
}
