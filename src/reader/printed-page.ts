import type { DataRouter } from "react-router";
import { printedPage } from "#edition/rendered-page.ts";

/** The page that stands in the document, when it is the one at this address and the app can take it over. */
export function printedHere(app: HTMLElement, root: string): boolean {
  const { pathname, search } = window.location;
  const page = decodeURIComponent(pathname).slice(decodeURIComponent(new URL(root).pathname).length);
  return app.dataset["page"] === page.replace(/\/$/u, "") && search === "";
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

/** Resolves when the first page's loaders are through, so that it can be drawn whole. */
export function untilLoaded(router: DataRouter): Promise<void> {
  if (router.state.initialized) return Promise.resolve();
  return new Promise((loaded) => {
    const unsubscribe = router.subscribe(({ initialized }) => {
      if (!initialized) return;
      unsubscribe();
      loaded();
    });
  });
}
