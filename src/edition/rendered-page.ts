/** A page as it is drawn before any script runs. */
export type RenderedPage = {
  /** What stands in the place of the app. */
  readonly html: string;
  /** The edition's files that the page was drawn from, by path: with them the app draws the same page again. */
  readonly files: ReadonlyMap<string, string>;
};

/** Draws the page at a path ("articles/harbour-repairs", "" for the front). */
export type RenderPage = (path: string) => Promise<RenderedPage>;

/**
 * Opens an edition to draw its pages. `load` gives the text of an edition's file, or throws EditionProblem; `basePath` is
 * where the site lies on its host ("/" or "/news/").
 */
export type OpenPages = (load: (path: string) => Promise<string>, basePath: string) => RenderPage;

/** What press and app have to agree on in a printed page. */
export const printedPage = {
  /** The element that the app lives in. */
  appId: "reader",
  /** The element with the edition's files that the page was drawn from, as JSON: [path, text] pairs. */
  filesId: "edition-files",
} as const;
