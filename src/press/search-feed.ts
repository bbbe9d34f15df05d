import type { Article } from "#domain/article.ts";
import type { NamedSearch, Newsroom } from "#domain/newsroom.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import { addresses, editionPaths } from "#edition/paths.ts";
import { isLocated } from "./channel.ts";
import { jsonFeedOf } from "./feeds.ts";
import { encodeRss } from "./rss.ts";

/** The feeds of a search that newsroom.json names, of the articles that it finds, newest first. RSS needs whole addresses. */
export function* printSearchFeed(
  { name, slug, query }: NamedSearch,
  articles: readonly Article[],
  newsroom: Newsroom,
): Generator<EditionFile> {
  const title = `${name} – ${newsroom.name}`;
  const page = addresses.searchFor(query);
  const json = editionPaths.searchFeed(slug);
  yield { path: json, content: `${JSON.stringify(jsonFeedOf({ title, page, path: json, articles }, newsroom))}\n` };
  if (!isLocated(newsroom)) return;
  const path = editionPaths.searchRss(slug);
  const description = newsroom.tagline ?? newsroom.name;
  yield { path, content: encodeRss({ title, description, page, path, articles }, newsroom) };
}
