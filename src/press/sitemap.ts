import { type Article, picturesOf } from "#domain/article.ts";
import { epochOf, type Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import { siteAddress } from "#edition/headline-list.ts";
import { addresses, editionPaths } from "#edition/paths.ts";
import { type LocatedNewsroom, later } from "./channel.ts";
import { element, type Xml, xmlFile } from "./xml.ts";

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
const imageNamespace = "http://www.google.com/schemas/sitemap-image/1.1";
const newsNamespace = "http://www.google.com/schemas/sitemap-news/0.9";

/** What a sitemap may hold (sitemaps.org/protocol.html): addresses, and bytes before compression. */
const mostAddresses = 50_000;
const mostBytes = 50 * 1024 * 1024;
/** Pictures of one page that search engines read. */
const mostPictures = 1_000;

/** How many days before the newest article the news sitemap reaches back, and how many articles it may hold. */
const newsDays = 2;
const mostNews = 1_000;

/** A page that is no article: its address from the root, and when it changed last. */
export type SitePage = { readonly address: string; readonly changed: Instant | undefined };

/** One file of addresses, and when a page in it changed last. */
type Sheet = { readonly content: string; readonly changed: Instant | undefined };

/**
 * sitemap.xml with every article, oldest first, and then the other pages; when they do not fit into one file, an index of
 * files that are numbered from the oldest. An article whose canonical address is elsewhere is left to that other site.
 */
export function* printSitemaps(
  articles: readonly Article[],
  pages: Iterable<SitePage>,
  newsroom: LocatedNewsroom,
): Generator<EditionFile> {
  const index: Xml[] = [];
  const numbered = ({ content, changed }: Sheet): EditionFile => {
    const path = editionPaths.sitemapPart(index.length + 1);
    index.push(element("sitemap", [element("loc", siteAddress(newsroom, path)), ...lastModified(changed)]));
    return { path, content };
  };
  let latest: Sheet | undefined;
  for (const sheet of sheetsOf(articles, pages, newsroom)) {
    if (latest) yield numbered(latest);
    latest = sheet;
  }
  if (!latest) return;
  if (index.length === 0) {
    yield { path: editionPaths.sitemap, content: latest.content };
    return;
  }
  yield numbered(latest);
  yield { path: editionPaths.sitemap, content: xmlFile(element("sitemapindex", index, { xmlns: namespace })) };
}

/** Files as full as they may be. */
function* sheetsOf(
  articles: readonly Article[],
  pages: Iterable<SitePage>,
  newsroom: LocatedNewsroom,
): Generator<Sheet> {
  const encoder = new TextEncoder();
  const sheet = (urls: readonly Xml[]) =>
    xmlFile(element("urlset", urls, { xmlns: namespace, "xmlns:image": imageNamespace }));
  const wrapping = encoder.encode(sheet([])).length;
  let urls: Xml[] = [];
  let bytes = wrapping;
  let changed: Instant | undefined;
  for (const { url, at } of urlsOf(articles, pages, newsroom)) {
    const added = encoder.encode(url).length;
    if (urls.length === mostAddresses || (urls.length > 0 && bytes + added > mostBytes)) {
      yield { content: sheet(urls), changed };
      urls = [];
      bytes = wrapping;
      changed = undefined;
    }
    urls.push(url);
    bytes += added;
    changed = later(changed, at);
  }
  if (urls.length > 0) yield { content: sheet(urls), changed };
}

function* urlsOf(
  articles: readonly Article[],
  pages: Iterable<SitePage>,
  newsroom: LocatedNewsroom,
): Generator<{ readonly url: Xml; readonly at: Instant | undefined }> {
  for (const article of articles) {
    const address = ownAddress(article, newsroom);
    if (address === undefined) continue;
    const at = article.updated ?? article.published;
    yield { url: element("url", [element("loc", address), ...lastModified(at), ...images(article, newsroom)]), at };
  }
  for (const { address, changed } of pages) {
    const url = element("url", [element("loc", siteAddress(newsroom, address)), ...lastModified(changed)]);
    yield { url, at: changed };
  }
}

/** W3C dates, which are ISO 8601 with a day or a second, as an Instant is. */
function lastModified(at: Instant | undefined): readonly Xml[] {
  return at ? [element("lastmod", at)] : [];
}

function images(article: Article, newsroom: LocatedNewsroom): readonly Xml[] {
  return picturesOf(article)
    .filter(({ url }) => url !== undefined)
    .slice(0, mostPictures)
    .map(({ url = "", caption, credit }) => {
      const words = [caption, credit].filter(Boolean).join(" ");
      return element("image:image", [
        element("image:loc", siteAddress(newsroom, url)),
        ...(words ? [element("image:caption", words)] : []),
      ]);
    });
}

/**
 * The news sitemap of the search engines: the newest articles, newest first. Two days are counted back from the newest
 * article, not from today, so that pressing the same copy tomorrow prints the same. Undefined when there is nothing to tell.
 */
export function encodeNewsSitemap(articles: readonly Article[], newsroom: LocatedNewsroom): string | undefined {
  const urls: Xml[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const article of articles.toReversed()) {
    const published = epochOf(article.published);
    if (published < from || urls.length === mostNews) break;
    const address = ownAddress(article, newsroom);
    if (address === undefined) continue;
    if (urls.length === 0) from = published - newsDays * 86_400_000;
    urls.push(newsOf(article, address, newsroom));
  }
  if (urls.length === 0) return undefined;
  return xmlFile(element("urlset", urls, { xmlns: namespace, "xmlns:news": newsNamespace }));
}

function newsOf({ headline, language, published }: Article, address: string, newsroom: LocatedNewsroom): Xml {
  return element("url", [
    element("loc", address),
    element("news:news", [
      element("news:publication", [
        element("news:name", newsroom.name),
        element("news:language", newsLanguage(language)),
      ]),
      element("news:publication_date", published),
      element("news:title", headline),
    ]),
  ]);
}

/** ISO 639 in two or three letters; only Chinese is told apart by its script. */
function newsLanguage(language: Language): string {
  const { language: spoken, script } = new Intl.Locale(language).maximize();
  return spoken === "zh" ? (script === "Hant" ? "zh-tw" : "zh-cn") : spoken;
}

/** Undefined for an article that lives elsewhere. */
function ownAddress({ slug, canonicalUrl }: Article, newsroom: LocatedNewsroom): string | undefined {
  const address = siteAddress(newsroom, addresses.article(slug));
  return canonicalUrl === undefined || canonicalUrl === address ? address : undefined;
}
