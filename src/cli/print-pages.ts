import type { Article } from "#domain/article.ts";
import { digitsOf, type Newsroom } from "#domain/newsroom.ts";
import { EditionProblem } from "#edition/edition-problem.ts";
import { editionPaths } from "#edition/paths.ts";
import { loadEmbedWords } from "#words/embeds/load-embed-words.ts";
import { loadWords } from "#words/load-words.ts";
import type { App } from "./build-app.ts";
import { pagePrinter } from "./page-document.ts";
import { makesPages, notFoundPath, pagesOf, standingPages } from "./page-list.ts";
import { openEmbeds } from "./print-embeds.ts";
import type { Terminal } from "./terminal.ts";
import type { SiteWriter } from "./write-site.ts";

/** Which pages are printed: all, those that most readers ask for, or only those that a site cannot do without. */
export const pageChoices = ["all", "recent", "none"] as const;
export type PageChoice = (typeof pageChoices)[number];

const recentArticles = 1_000;

/**
 * Chooses among the files of an edition those that pages are printed of. Articles are given oldest first. Those that were
 * withdrawn are not among them, and always get a page that says so.
 */
export function pageFilter(choice: PageChoice, articles: readonly Pick<Article, "slug">[]): (path: string) => boolean {
  const older = new Set(articles.slice(0, -recentArticles).map(({ slug }) => editionPaths.article(slug)));
  switch (choice) {
    case "all":
      return makesPages;
    case "recent":
      return (path) => makesPages(path) && !older.has(path) && !/^lists\/.+\/\d+\.json$/u.test(path);
    case "none":
      return (path) => path === editionPaths.front;
  }
}

/**
 * Prints the pages and embeds that the edition's files at these paths make, and those that every site has. The whole edition lies in the
 * site already, and each file is read back when its turn comes, so that memory stays bounded. Gives the number of pages.
 */
export async function printPages(
  paths: readonly string[],
  choice: PageChoice,
  app: App,
  newsroom: Newsroom,
  basePath: string,
  { read, write }: Pick<SiteWriter, "read" | "write">,
  { progress }: Pick<Terminal, "progress">,
): Promise<number> {
  const manifest = await read(editionPaths.manifest);
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
  for (const file of embeds.standing) await write(file);
  const print = pagePrinter(app, newsroom, basePath, words);
  let printed = 0;
  for (const page of standingPages(newsroom, words, embedWords)) {
    // Where not all pages are printed, an address without one may yet name an article: then the app finds out.
    const isOpen = page.path === notFoundPath && choice !== "all";
    await write(print(page, isOpen ? undefined : await draw(page.path)));
    printed += 1;
  }
  for (const path of paths) {
    current = { path, text: await read(path) };
    for (const file of embeds.of({ path, content: current.text })) await write(file);
    for (const page of pagesOf({ path, content: current.text }, newsroom, words)) {
      await write(print(page, await draw(page.path)));
      printed += 1;
      if (printed % 50 === 0) progress(`printing  page ${printed}  ${page.path}`);
    }
  }
  return printed;
}
