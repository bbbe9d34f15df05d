import type { SearchQuery } from "#search/protocol.ts";
import { withFilter } from "#search/query-language.ts";

/** Results that are shown at first, and added at a time. */
export const resultsAtATime = 20;

/** A search as its address says it: everything that can be linked to or come back to. */
export type SearchAddress = {
  readonly text: string;
  readonly sections: readonly string[];
  /** "2025-05-28", or empty. */
  readonly from: string;
  readonly until: string;
  readonly sort: SearchQuery["sort"];
  /** How many times results were asked for: 2 shows forty. */
  readonly screens: number;
};

export function readSearchAddress(search: URLSearchParams): SearchAddress {
  const screens = Number(search.get("more") ?? "1");
  return {
    text: search.get("q") ?? "",
    sections: search.getAll("section"),
    from: dayOrNothing(search.get("from")),
    until: dayOrNothing(search.get("until")),
    sort: search.get("sort") === "newest" ? "newest" : "relevance",
    screens: Number.isInteger(screens) && screens > 0 ? Math.min(screens, 500) : 1,
  };
}

/** The query part of the address, "" when there is nothing to say. */
export function writeSearchAddress({ text, sections, from, until, sort, screens }: SearchAddress): string {
  const search = new URLSearchParams();
  if (text !== "") search.set("q", text);
  for (const section of sections) search.append("section", section);
  if (from !== "") search.set("from", from);
  if (until !== "") search.set("until", until);
  if (sort !== "relevance") search.set("sort", sort);
  if (screens > 1) search.set("more", String(screens));
  const written = search.toString();
  return written === "" ? "" : `?${written}`;
}

/** What the index is asked for; undefined while there is nothing to look for. */
export function searchQueryOf({ text, sections, from, until, sort, screens }: SearchAddress): SearchQuery | undefined {
  if (text.trim() === "" && sections.length === 0 && from === "" && until === "") return undefined;
  let written = text;
  for (const section of sections) written = withFilter(written, "section", section);
  if (from !== "") written = withFilter(written, "after", from);
  if (until !== "") written = withFilter(written, "before", dayAfter(until));
  return {
    text: written,
    counted: ["section"],
    sort,
    offset: 0,
    limit: screens * resultsAtATime,
  };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function dayOrNothing(text: string | null): string {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text)) ? text : "";
}
