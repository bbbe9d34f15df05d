import { queryOptions } from "@tanstack/react-query";
import { digitsOf, type Newsroom } from "#domain/newsroom.ts";
import type { FoundStories } from "#edition/search-card.ts";
import type { CountedName, SearchQuery } from "#search/protocol.ts";
import { loadSearchWords } from "#words/search/load-search-words.ts";
import type { Edition } from "../edition-source.ts";
import { asking } from "../queries.ts";
import { newestLookedAt } from "./kept-searches.ts";

export function searchWordsQuery(newsroom: Newsroom) {
  const { language } = newsroom;
  const digits = digitsOf(newsroom);
  return queryOptions({
    queryKey: ["search-words", language, digits],
    queryFn: () => loadSearchWords(language, digits),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** What was found, and what had been asked for. */
export type Results = FoundStories & { readonly query: SearchQuery };

/** Nothing to look for gives nothing. Asked again after five minutes, for a printed edition may have changed. */
export function searchQuery(edition: Edition, query: SearchQuery | undefined) {
  return queryOptions({
    queryKey: [edition.key, "search", query],
    queryFn: async ({ signal }): Promise<Results | null> =>
      query ? { ...(await edition.search.ask(query, signal)), query } : null,
    ...searching,
  });
}

/** How many matches there are by each value. Apart from the results, because it costs files of the index. */
export function countsQuery(edition: Edition, text: string, isLiteral: boolean, counted: readonly CountedName[]) {
  const query = { text, sort: "newest", offset: 0, limit: 0, counted, ...(isLiteral && { isLiteral }) } as const;
  return queryOptions({
    queryKey: [edition.key, "search", query],
    queryFn: async ({ signal }) => (await edition.search.ask(query, signal)).counts,
    ...searching,
  });
}

/** The newest articles that a search finds: for telling which of them are new. */
export function newestQuery(edition: Edition, text: string) {
  return searchQuery(edition, { text, sort: "newest", offset: 0, limit: newestLookedAt });
}

/** What the word before the caret could become. */
export function completionsQuery(
  edition: Edition,
  typed: { readonly text: string; readonly caret: number } | undefined,
) {
  return queryOptions({
    queryKey: [edition.key, "completions", typed],
    queryFn: async ({ signal }) => (typed ? edition.search.complete(typed.text, typed.caret, signal) : []),
    ...searching,
  });
}

/** Two lines of an article around the words that a search found; none where its text cannot be had. */
export function passageQuery(edition: Edition, slug: string, words: readonly string[]) {
  return queryOptions({
    queryKey: [edition.key, "passage", slug, words],
    queryFn: async () => (await edition.search.passages([slug], words))[0]?.runs ?? [],
    ...searching,
  });
}

/** A desk works without a network too: what it cannot have, it says itself. */
const searching = { ...asking, networkMode: "always" } as const;
