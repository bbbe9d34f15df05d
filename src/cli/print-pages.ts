import type { Article } from "#domain/article.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { editionPaths } from "#edition/paths.ts";
import type { App } from "./build-app.ts";
import { makesPages } from "./page-list.ts";
import { openPrinter, type PageChoice, type Printed } from "./page-printer.ts";
import { printInThreads } from "./print-in-threads.ts";
import type { Terminal } from "./terminal.ts";
import type { SiteWriter } from "./write-site.ts";

const recentArticles = 1_000;
/** Fewer files than this are printed before another thread is ready. */
const worthThreads = 400;

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
 * Prints the pages and embeds that the edition's files at these paths make, and those that every site has. The whole edition lies
 * in the site already, and each file is read back when its turn comes, so that memory stays bounded. Many are shared out among
 * threads. Gives the number of pages.
 */
export async function printPages(
  paths: readonly string[],
  choice: PageChoice,
  app: App,
  newsroom: Newsroom,
  basePath: string,
  site: SiteWriter,
  terminal: Pick<Terminal, "progress" | "interrupted">,
): Promise<number> {
  const printer = await openPrinter(app, newsroom, basePath, site.read);
  let pages = 0;
  const write = async (printed: AsyncIterable<Printed>) => {
    for await (const { file, isPage } of printed) {
      await site.write(file);
      if (isPage) pages += 1;
    }
  };
  await write(printer.standing(choice));
  if (app.built !== undefined && paths.length >= worthThreads) {
    await site.flush();
    return pages + (await printInThreads({ app: app.built, newsroom, basePath, folder: site.folder, paths }, terminal));
  }
  for (const path of paths) {
    await write(printer.printed(path));
    terminal.progress(`printing  page ${pages}  ${path}`);
  }
  return pages;
}
