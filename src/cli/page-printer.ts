import { digitsOf } from "#domain/newsroom.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import { EditionProblem } from "#edition/edition-problem.ts";
import { encodeManifestHead, type ManifestHead } from "#edition/manifest.ts";
import { editionPaths } from "#edition/paths.ts";
import { loadEmbedWords } from "#words/embeds/load-embed-words.ts";
import { loadWords } from "#words/load-words.ts";
import type { App } from "./open-app.ts";
import { pagePrinter } from "./page-document.ts";
import { notFoundPath, pageSource, pagesOf, standingPages } from "./page-list.ts";
import { openEmbeds } from "./print-embeds.ts";

/** Which pages are printed: all, those that most readers ask for, or only those that a site cannot do without. */
export const pageChoices = ["all", "recent", "none"] as const;
export type PageChoice = (typeof pageChoices)[number];

/** A page, or an embed beside it. */
export type Printed = { readonly file: EditionFile; readonly isPage: boolean };

export type Printer = {
  /** What every site has. */
  readonly standing: (choice: PageChoice) => AsyncIterable<Printed>;
  /** What the edition's file at this path makes. */
  readonly printed: (path: string) => AsyncIterable<Printed>;
};

/** Opens a printer over an edition, whose other files `read` gives by their paths. */
export async function openPrinter(
  app: App,
  head: ManifestHead,
  basePath: string,
  read: (path: string) => Promise<string>,
): Promise<Printer> {
  const { newsroom } = head;
  const manifest = encodeManifestHead(head);
  let current = { path: "", text: "" };
  const load = async (path: string) => {
    if (path === editionPaths.manifest) return manifest;
    if (path === current.path) return current.text;
    return read(path).catch(() => {
      throw new EditionProblem("missing", path, `${path} is not there.`);
    });
  };
  const draw = app.openPages(load, basePath);
  const words = await loadWords(newsroom.language, digitsOf(newsroom));
  const embedWords = await loadEmbedWords(newsroom.language, digitsOf(newsroom));
  const embeds = await openEmbeds(app, newsroom, basePath);
  const print = pagePrinter(app, newsroom, basePath, words);
  return {
    async *standing(choice) {
      for (const file of embeds.standing) yield { file, isPage: false };
      for (const page of standingPages(newsroom, words, embedWords)) {
        // Where not all pages are printed, an address without one may yet name an article: then the app finds out.
        const isOpen = page.path === notFoundPath && choice !== "all";
        yield { file: print(page, isOpen ? undefined : await draw(page.path)), isPage: true };
      }
    },
    async *printed(path) {
      current = { path, text: await read(path) };
      const source = pageSource(path, current.text);
      for (const file of embeds.of(source)) yield { file, isPage: false };
      for (const page of pagesOf(source, newsroom, words))
        yield { file: print(page, await draw(page.path)), isPage: true };
    },
  };
}
