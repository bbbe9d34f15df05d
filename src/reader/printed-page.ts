import type { DataRouter } from "react-router";

export const inlinedFilesId = "edition-files";

/** The edition's files that a printed page was drawn from, by path; none on a page that was not printed. */
export function inlinedFiles(): Map<string, string> {
  const text = document.getElementById(inlinedFilesId)?.textContent;
  return new Map(text ? (JSON.parse(text) as [string, string][]) : []);
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
