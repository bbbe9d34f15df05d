import type { Article } from "#domain/article.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { editionPaths } from "#edition/paths.ts";
import type { App } from "./open-app.ts";
import { makesPages } from "./page-list.ts";
import { openPrinter, type PageChoice, type Printer } from "./page-printer.ts";
import { startThreads } from "./print-in-threads.ts";
import type { Terminal } from "./terminal.ts";
import type { SiteWriter } from "./write-site.ts";

const recentArticles = 1_000;
/** Fewer articles than this are printed before another thread is ready. */
const worthThreads = 300;
/** Waiting for the disk after each file would hold up the press. */
const embedsAtOnce = 50;

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

/** Prints the pages and embeds of an edition into the site that it is written to. */
export type PagePress = {
  /** Tells of a file of the edition that was given to the site. */
  readonly take: (path: string) => Promise<void>;
  /** Prints all that is left when the whole edition is there. Gives the number of pages. */
  readonly finish: () => Promise<number>;
  /** To be called in any case: what still works is stopped. */
  readonly close: () => Promise<void>;
};

/**
 * Opens a press for the pages of an edition. Each file is read back when its turn comes, so that memory stays bounded. Where
 * there is much to print, threads share it, and print embeds, which tell of nothing but their story, while the edition is still
 * being written.
 */
export function openPagePress(
  choice: PageChoice,
  articles: readonly Article[],
  app: App,
  newsroom: Newsroom,
  basePath: string,
  site: SiteWriter,
  terminal: Pick<Terminal, "progress" | "interrupted">,
): PagePress {
  const isPrinted = pageFilter(choice, articles);
  const paths: string[] = [];
  if (app.built === undefined || choice === "none" || articles.length < worthThreads) {
    return {
      take: async (path) => {
        if (isPrinted(path)) paths.push(path);
      },
      finish: async () =>
        printHere(paths, choice, await openPrinter(app, newsroom, basePath, site.read), site, terminal),
      close: async () => undefined,
    };
  }
  const threads = startThreads({ app: app.built, newsroom, basePath, folder: site.folder }, terminal);
  let told = 0;
  const tell = async () => {
    await site.flush();
    threads.embeds(paths.slice(told));
    told = paths.length;
  };
  return {
    take: async (path) => {
      if (!isPrinted(path)) return;
      paths.push(path);
      if (paths.length - told >= embedsAtOnce) await tell();
    },
    finish: async () => {
      await tell();
      return threads.finish(paths, choice);
    },
    close: threads.stop,
  };
}

async function printHere(
  paths: readonly string[],
  choice: PageChoice,
  printer: Printer,
  { write }: SiteWriter,
  { progress }: Pick<Terminal, "progress">,
): Promise<number> {
  let pages = 0;
  for (const file of printer.standingEmbeds) await write(file);
  for await (const file of printer.standingPages(choice)) {
    await write(file);
    pages += 1;
  }
  for (const path of paths) {
    for (const file of await printer.embeds(path)) await write(file);
    for await (const file of printer.pages(path)) {
      await write(file);
      pages += 1;
    }
    progress(`printing  page ${pages}  ${path}`);
  }
  return pages;
}
