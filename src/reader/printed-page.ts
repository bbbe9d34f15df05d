import { addresses } from "#edition/paths.ts";
import { printedPage } from "#edition/rendered-page.ts";

/**
 * Whether the page that stands in the document is the one at this address, so that the app can take it over. What links add
 * behind a question mark for their own purposes changes no page but the search and the one that makes embeds.
 */
export function printedHere(app: HTMLElement, root: string): boolean {
  const { pathname, search } = window.location;
  const page = decodeURIComponent(pathname)
    .slice(decodeURIComponent(new URL(root).pathname).length)
    .replace(/\/$/u, "");
  if (!app.firstElementChild || app.dataset["page"] !== page) return false;
  const isOfSearch = page === addresses.search || page === addresses.embed || page === addresses.catchUp;
  return search === "" || !isOfSearch;
}

/** The edition's files that a printed page was drawn from, by path; none on a page that was not printed. */
export function inlinedFiles(): Map<string, string> {
  const text = document.getElementById(printedPage.filesId)?.textContent;
  return new Map(text ? (JSON.parse(text) as [string, string][]) : []);
}

const longestWait = 5_000;

/**
 * Resolves when the style sheet for all pages is there, or does not come in five seconds. A page that was not printed has it
 * from the start.
 */
export function untilStyled(): Promise<void> {
  const sheet = document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]');
  if (!sheet || sheet.sheet) return Promise.resolve();
  return new Promise((styled) => {
    sheet.addEventListener("load", () => styled(), { once: true });
    sheet.addEventListener("error", () => styled(), { once: true });
    setTimeout(styled, longestWait);
  });
}
