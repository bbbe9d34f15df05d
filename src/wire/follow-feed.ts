import type { Article } from "#domain/article.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { type Desk, type Reading, readCopy } from "./read-copy.ts";

/** What asking for a page of a feed gave. */
export type Fetched =
  | { readonly kind: "copy"; readonly bytes: Uint8Array; readonly etag?: string; readonly lastModified?: string }
  | { readonly kind: "unchanged" }
  | { readonly kind: "gone" }
  | { readonly kind: "unreachable"; readonly found: string };

const mostPages = 1_000;
const mostBytes = 256_000_000;

/**
 * Reads a feed and the older pages that its next_url leads to. Stops at a page that it has read before, after 1,000 pages
 * or 256 MB, and at a page that cannot be had; says so as a note and keeps what it has. Ids count across all pages.
 * Relative addresses on every page are relative to the first.
 */
export async function followFeed(
  url: string,
  fetchCopy: (url: string) => Promise<Fetched>,
  desk: Desk,
): Promise<Reading> {
  const articles = new Map<string, Article>();
  const spiked: CopyProblem[] = [];
  const notes: CopyProblem[] = [];
  const asked = new Set<string>();
  let title: string | undefined;
  let bytes = 0;
  for (let next: string | undefined = url; next; ) {
    const page: string = next;
    asked.add(page);
    const fetched = await fetchCopy(page);
    if (fetched.kind !== "copy") {
      const problem = {
        file: page,
        found: sayFetched(fetched),
        expected: "a JSON Feed",
        mend: "Check the address, and that the server lets this page be read.",
      };
      if (page === url) spiked.push(problem);
      else notes.push({ ...problem, mend: "The older articles from here on are missing." });
      break;
    }
    bytes += fetched.bytes.length;
    const reading = readCopy({ name: page, bytes: fetched.bytes, base: url }, desk);
    title ??= reading.title;
    spiked.push(...reading.spiked);
    notes.push(...reading.notes);
    for (const article of reading.articles) if (!articles.has(article.id)) articles.set(article.id, article);
    next = reading.nextUrl;
    const stop = next && whyStop(next, asked, bytes);
    if (next && stop) {
      notes.push({
        file: page,
        field: "next_url",
        found: `"${next}", ${stop}`,
        expected: "the next older page",
        mend: "Reading stopped here.",
      });
      next = undefined;
    }
  }
  return { articles: [...articles.values()], spiked, notes, ...(title && { title }) };
}

function whyStop(next: string, asked: ReadonlySet<string>, bytes: number): string | undefined {
  if (asked.has(next)) return "which was read already";
  if (asked.size >= mostPages) return `after ${mostPages} pages`;
  return bytes >= mostBytes ? `after ${Math.round(bytes / 1_000_000)} MB` : undefined;
}

function sayFetched(fetched: Exclude<Fetched, { kind: "copy" }>): string {
  switch (fetched.kind) {
    case "unchanged":
      return "unchanged";
    case "gone":
      return "gone for good (410)";
    case "unreachable":
      return fetched.found;
  }
}
