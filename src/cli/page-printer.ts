import { digitsOf, type Newsroom } from "#domain/newsroom.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import { EditionProblem } from "#edition/edition-problem.ts";
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

export type Printer = {
  /** The pages that every site has. */
  readonly standingPages: (choice: PageChoice) => AsyncIterable<EditionFile>;
  readonly standingEmbeds: readonly EditionFile[];
  /** The pages that the edition's file at this path makes. Asks for the manifest as well, and for other files on some. */
  readonly pages: (path: string) => AsyncIterable<EditionFile>;
  /** The embeds that it makes. Asks for no other file. */
  readonly embeds: (path: string) => Promise<readonly EditionFile[]>;
};

/** Opens a printer over an edition, whose files `read` gives by their paths. */
export async function openPrinter(
  app: App,
  newsroom: Newsroom,
  basePath: string,
  read: (path: string) => Promise<string>,
): Promise<Printer> {
  let manifest: string | undefined;
  let current = { path: "", text: "" };
  const keepManifest = async () => {
    manifest ??= await read(editionPaths.manifest);
  };
  const readCurrent = async (path: string) => {
    if (current.path !== path) current = { path, text: await read(path) };
    return current.text;
  };
  const load = async (path: string) => {
    if (path === editionPaths.manifest && manifest !== undefined) return manifest;
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
    async *standingPages(choice) {
      await keepManifest();
      for (const page of standingPages(newsroom, words, embedWords)) {
        // Where not all pages are printed, an address without one may yet name an article: then the app finds out.
        const isOpen = page.path === notFoundPath && choice !== "all";
        yield print(page, isOpen ? undefined : await draw(page.path));
      }
    },
    standingEmbeds: embeds.standing,
    async *pages(path) {
      await keepManifest();
      const source = pageSource(path, await readCurrent(path));
      for (const page of pagesOf(source, newsroom, words)) yield print(page, await draw(page.path));
    },
    async embeds(path) {
      return embeds.of(pageSource(path, await readCurrent(path)));
    },
  };
}
