import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Article } from "#domain/article.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import type { NamedSearch, Newsroom } from "#domain/newsroom.ts";
import { editionPaths } from "#edition/paths.ts";
import { decodeSearchCard } from "#edition/search-card.ts";
import { printSearchFeed } from "#press/search-feed.ts";
import { openIndex } from "#search/open-index.ts";
import type { SearchIndex } from "#search/protocol.ts";
import type { SiteWriter } from "./write-site.ts";

const newestInFeed = 50;

/**
 * Asks the index that was just printed for the searches that the newsroom names, and prints a feed of each. Gives a note on
 * each that finds nothing, because a filter that is mistyped finds nothing either.
 */
export async function printSearchFeeds(
  articles: readonly Article[],
  newsroom: Newsroom,
  site: SiteWriter,
): Promise<readonly CopyProblem[]> {
  const { searches = [] } = newsroom;
  if (searches.length === 0) return [];
  await site.flush();
  const index = await openIndex((name) => readFile(join(site.folder, editionPaths.search(name))));
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const notes: CopyProblem[] = [];
  for (const search of searches) {
    const slugs = await slugsFoundBy(search, index);
    if (slugs.length === 0) notes.push(foundNothing(search));
    const found = slugs.flatMap((slug) => bySlug.get(slug) ?? []);
    for (const file of printSearchFeed(search, found, newsroom)) await site.write(file);
  }
  return notes;
}

/** A feed has nothing that is merely similar, nor what has only some of the words. */
async function slugsFoundBy({ query }: NamedSearch, index: SearchIndex) {
  const asked = { text: query, sort: "newest", offset: 0, limit: newestInFeed, isLiteral: true } as const;
  const { hits, hasAllWords } = await index.search(asked);
  return hasAllWords ? hits.map(({ stored }) => decodeSearchCard(stored).slug) : [];
}

function foundNothing({ name, query }: NamedSearch): CopyProblem {
  return {
    file: "newsroom.json",
    field: `searches, “${name}”`,
    found: `the query ${JSON.stringify(query)}, which finds no article`,
    expected: "a query that finds some, as it is typed into the search",
    mend: "Its feed is printed without articles: try the query on the search page.",
  };
}
