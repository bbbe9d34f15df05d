import type { Article } from "#domain/article.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { readCopy } from "./read-copy.ts";
import type { Desk, Reading } from "./reading.ts";

/** What asking for a page of a feed gave. */
export type Fetched =
  | { readonly kind: "copy"; readonly bytes: Uint8Array; readonly etag?: string; readonly lastModified?: string }
  | { readonly kind: "unchanged" }
  | { readonly kind: "gone" }
  | { readonly kind: "unreachable"; readonly found: string };

const mostPages = 1_000;
const mostBytes = 256_000_000;

/**
 * Reads a feed and the older pages that its next_url leads to. Stops, and says so as a note, at a page that it has read
 * before or that lies on another site, after a page that brought nothing new, after 1,000 pages or 256 MB, and at a page
 * that cannot be had; keeps what it has. Ids count across all pages. Relative addresses on every page are relative to the first.
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
    asked.add(withoutHash(page));
    const fetched = await fetchCopy(page);
    if (fetched.kind !== "copy") {
      const problem = {
        file: page,
        found: sayFetched(fetched),
        expected: "a JSON Feed",
        mend: "Check the address, and that its server lets it be read.",
      };
      if (page === url) spiked.push(problem);
      else notes.push({ ...problem, mend: "The older articles from here on are missing." });
      break;
    }
    bytes += fetched.bytes.length;
    const known = articles.size + spiked.length;
    const reading = readCopy({ name: page, bytes: fetched.bytes, base: url }, desk);
    title ??= reading.title;
    spiked.push(...reading.spiked.map(withMendForAddress));
    notes.push(...reading.notes);
    for (const article of reading.articles) if (!articles.has(article.id)) articles.set(article.id, article);
    next = reading.nextUrl;
    const stop = next && whyStop(next, url, asked, bytes, articles.size + spiked.length > known);
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

/** Whoever named an address cannot save what lies there in another way; they can name another one. */
function withMendForAddress(problem: CopyProblem): CopyProblem {
  return problem.field === undefined ? { ...problem, mend: "Check that the address is that of a JSON Feed." } : problem;
}

function whyStop(
  next: string,
  first: string,
  asked: ReadonlySet<string>,
  bytes: number,
  broughtNews: boolean,
): string | undefined {
  if (asked.has(withoutHash(next))) return "which was read already";
  if (siteOf(next) !== siteOf(first)) return "which is on another site";
  if (!broughtNews) return "after a page that brought nothing new";
  if (asked.size >= mostPages) return `after ${mostPages} pages`;
  return bytes >= mostBytes ? `after ${Math.round(bytes / 1_000_000)} MB` : undefined;
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/u, "");
}

/** A feed may move from http to https, or to www, between its pages; its address may not lead the reader anywhere else. */
function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./u, "") : "";
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
