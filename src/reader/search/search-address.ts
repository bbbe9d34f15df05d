import type { SearchQuery } from "#search/protocol.ts";

/** Results that are shown at first, and added at a time. */
export const resultsAtATime = 20;

/** As many screens as an address may ask for at once. */
const mostScreens = 50;

/** A search as its address says it: everything that can be linked to or come back to. Its filters are in the text. */
export type SearchAddress = {
  readonly text: string;
  readonly sort: SearchQuery["sort"];
  /** True when similar words were refused. */
  readonly isLiteral: boolean;
  /** How many times results were asked for: 2 shows forty. */
  readonly screens: number;
};

/** A search for a text, as it is first asked. */
export function searchFor(text: string): SearchAddress {
  return { text, sort: "relevance", isLiteral: false, screens: 1 };
}

export function readSearchAddress(search: URLSearchParams): SearchAddress {
  const screens = Number(search.get("more") ?? "1");
  const sort = search.get("sort");
  return {
    text: search.get("q") ?? "",
    sort: sort === "newest" || sort === "oldest" ? sort : "relevance",
    isLiteral: search.get("similar") === "no",
    screens: Number.isInteger(screens) && screens > 0 ? Math.min(screens, mostScreens) : 1,
  };
}

/** The query part of the address, "" when there is nothing to say. */
export function writeSearchAddress({ text, sort, isLiteral, screens }: SearchAddress): string {
  const search = new URLSearchParams();
  if (text !== "") search.set("q", text);
  if (sort !== "relevance") search.set("sort", sort);
  if (isLiteral) search.set("similar", "no");
  if (screens > 1) search.set("more", String(screens));
  const written = search.toString();
  return written === "" ? "" : `?${written}`;
}

/** What the index is asked for, for so many results; undefined while there is nothing to look for. */
export function searchQueryOf(
  { text, sort, isLiteral }: SearchAddress,
  limit: number,
  isTyping = false,
): SearchQuery | undefined {
  if (text.trim() === "") return undefined;
  return { text, sort, offset: 0, limit, ...(isTyping && { isTyping }), ...(isLiteral && { isLiteral }) };
}
