import { buildIndex, type SearchDocument } from "#search/build-index.ts";
import { openIndex } from "#search/open-index.ts";
import type { SearchIndex, SearchQuery } from "#search/protocol.ts";

/** A document of which only what the test is about is named. What is stored is its body. */
export function document(given: {
  headline?: string;
  lead?: string;
  body?: string;
  day?: string;
  section?: string | readonly string[];
}): SearchDocument {
  const { headline = "", lead = "", body = "", day = "2025-05-28", section = [] } = given;
  return {
    fields: { headline, lead, body },
    facets: { section: [section].flat().map((value) => ({ value, name: value })) },
    day,
    stored: body || headline,
  };
}

export function query(text: string, rest: Partial<SearchQuery> = {}): SearchQuery {
  return { text, sort: "relevance", offset: 0, limit: 1_000, ...rest };
}

/** The files of an index by name, to be tampered with. */
export function printIndex(documents: readonly SearchDocument[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const { name, content } of buildIndex(documents)) {
    files.set(name, typeof content === "string" ? new TextEncoder().encode(content) : content);
  }
  return files;
}

export function openPrinted(files: ReadonlyMap<string, Uint8Array>): Promise<SearchIndex> {
  return openIndex((name) => Promise.resolve(files.get(name)));
}

/** What the documents found have stored, best first. */
export async function found(
  documents: readonly SearchDocument[],
  text: string,
  rest: Partial<SearchQuery> = {},
): Promise<unknown[]> {
  const index = await openPrinted(printIndex(documents));
  const { hits } = await index.search(query(text, rest));
  return hits.map(({ stored }) => stored);
}
