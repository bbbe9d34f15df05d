import type { Article } from "#domain/article.ts";
import { directionOf } from "#domain/language.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { shortened } from "#domain/shorten.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import { siteAddress } from "#edition/headline-list.ts";
import { addresses, editionPaths, listKinds } from "#edition/paths.ts";
import { encodeAtom } from "./atom.ts";
import { type Channel, isLocated, type LocatedNewsroom, lastChangeOf } from "./channel.ts";
import type { Listings } from "./lists.ts";
import { encodeRss } from "./rss.ts";
import { encodeNewsSitemap, printSitemaps, type SitePage } from "./sitemap.ts";

/** What a device surrounds the site with once it is installed, as CSS has colours. */
export type AppColours = { readonly background: string; readonly theme: string };

/** RSS and Atom have no pages: they tell of the newest articles. */
const newestInFeed = 50;
/** What fits under an icon. */
const longestShortName = 12;

/**
 * Feeds and maps for machines, beside feed.json. RSS, Atom and sitemaps have to name whole addresses, and so does the
 * line in robots.txt that leads to the sitemaps: they are only printed when the newsroom says where it lives. The web app
 * manifest and the rest of robots.txt are printed always. Articles oldest first.
 */
export function* printForMachines(
  articles: readonly Article[],
  listings: Listings,
  newsroom: Newsroom,
  colours: AppColours | undefined,
): Generator<EditionFile> {
  const maps: string[] = [];
  if (isLocated(newsroom)) {
    yield* printChannels(articles, listings, newsroom);
    yield* printSitemaps(articles, pagesOf(articles, listings), newsroom);
    maps.push(siteAddress(newsroom, editionPaths.sitemap));
    const news = encodeNewsSitemap(articles, newsroom);
    if (news !== undefined) {
      yield { path: editionPaths.newsSitemap, content: news };
      maps.push(siteAddress(newsroom, editionPaths.newsSitemap));
    }
  }
  yield { path: editionPaths.robots, content: robots(maps) };
  yield { path: editionPaths.appManifest, content: appManifest(newsroom, colours) };
}

function* printChannels(
  articles: readonly Article[],
  listings: Listings,
  newsroom: LocatedNewsroom,
): Generator<EditionFile> {
  const description = newsroom.tagline ?? newsroom.name;
  const whole = { title: newsroom.name, description, page: addresses.front, articles: articles.slice(-newestInFeed) };
  yield* printChannel(whole, editionPaths.rss(), editionPaths.atom(), newsroom);
  for (const [slug, { name, articles: places }] of listings.sections) {
    const newest = places.slice(-newestInFeed).flatMap((at) => articles[at] ?? []);
    const title = `${name} – ${newsroom.name}`;
    const section = { title, description, page: addresses.list("sections", slug), articles: newest };
    yield* printChannel(section, editionPaths.rss(slug), editionPaths.atom(slug), newsroom);
  }
}

/** Articles oldest first, as they are given everywhere; the feeds have the newest first. */
function* printChannel(
  channel: Omit<Channel, "path">,
  rss: string,
  atom: string,
  newsroom: LocatedNewsroom,
): Generator<EditionFile> {
  const newestFirst = { ...channel, articles: channel.articles.toReversed() };
  yield { path: rss, content: encodeRss({ ...newestFirst, path: rss }, newsroom) };
  yield { path: atom, content: encodeAtom({ ...newestFirst, path: atom }, newsroom) };
}

/** The front, every list, and the lists of lists. Older pages of a list are left to be found from its first. */
function* pagesOf(articles: readonly Article[], listings: Listings): Generator<SitePage> {
  for (const kind of listKinds) {
    const ofKind = listings[kind];
    for (const [slug, { articles: places }] of ofKind) {
      const newest = articles[places.at(-1) ?? -1];
      yield { address: addresses.list(kind, slug), changed: newest?.published };
    }
    if (ofKind.size > 0) yield { address: addresses.overview(kind), changed: articles.at(-1)?.published };
  }
  yield { address: addresses.front, changed: lastChangeOf(articles) };
}

/** RFC 9309. Crawlers only ask for it at the root of a host; below a path it does no harm. */
function robots(maps: readonly string[]): string {
  return `${["User-agent: *", "Allow: /", ...maps.map((address) => `Sitemap: ${address}`)].join("\n")}\n`;
}

/** W3C Web Application Manifest. Its addresses are relative to it, so that it holds below any path. */
function appManifest(newsroom: Newsroom, colours: AppColours | undefined): string {
  const manifest = {
    name: newsroom.name,
    short_name: shortened(newsroom.name, longestShortName),
    ...(newsroom.tagline && { description: newsroom.tagline }),
    lang: newsroom.language,
    dir: directionOf(newsroom.language),
    start_url: "./",
    scope: "./",
    display: "standalone",
    ...(colours && { background_color: colours.background, theme_color: colours.theme }),
    icons: [{ src: "favicon.svg", sizes: "any", type: "image/svg+xml" }],
    categories: ["news"],
  };
  return `${JSON.stringify(manifest, undefined, 1)}\n`;
}
