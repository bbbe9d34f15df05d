import type { Article } from "#domain/article.ts";
import { editionPaths } from "#edition/paths.ts";
import type { Edition } from "#press/press.ts";
import type { App } from "./open-app.ts";
import { makesPages } from "./page-list.ts";
import { openPrinter, type PageChoice, type Printed, type Printer } from "./page-printer.ts";
import { startThreads, type Task, type Threads } from "./print-in-threads.ts";
import type { Terminal } from "./terminal.ts";
import type { SiteWriter } from "./write-site.ts";

const recentArticles = 1_000;
/** Fewer articles than this are printed before another thread is ready. */
const worthThreads = 300;
/** Waiting for the disk after each file would hold up the press. */
const articlesAtOnce = 50;

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
 * there is much to print, threads share it, and print the articles' pages while the rest of the edition is still being written.
 */
export function openPagePress(
  { articles, head }: Pick<Edition, "articles" | "head">,
  choice: PageChoice,
  app: App,
  basePath: string,
  site: SiteWriter,
  terminal: Pick<Terminal, "progress" | "interrupted">,
): PagePress {
  const isPrinted = pageFilter(choice, articles);
  return app.built === undefined || choice === "none" || articles.length < worthThreads
    ? pressHere(isPrinted, choice, () => openPrinter(app, head, basePath, site.read), site, terminal)
    : pressInThreads(
        isPrinted,
        choice,
        startThreads({ app: app.built, head, basePath, folder: site.folder }, terminal),
        site,
      );
}

function pressInThreads(
  isPrinted: (path: string) => boolean,
  choice: PageChoice,
  threads: Threads,
  { flush }: SiteWriter,
): PagePress {
  let ready: Task[] = [];
  const later: Task[] = [];
  const tell = async () => {
    await flush();
    threads.print(ready);
    ready = [];
  };
  return {
    take: async (path) => {
      if (!isPrinted(path)) return;
      // What is told of an article stands in its own file; a list's page may need those of others.
      (path.startsWith("articles/") ? ready : later).push({ kind: "file", path });
      if (ready.length >= articlesAtOnce) await tell();
    },
    finish: async () => {
      // The largest task comes before many small ones, so that no thread is left with it.
      ready.push({ kind: "standing", choice }, ...later);
      await tell();
      return threads.finish();
    },
    close: threads.stop,
  };
}

function pressHere(
  isPrinted: (path: string) => boolean,
  choice: PageChoice,
  open: () => Promise<Printer>,
  site: SiteWriter,
  { progress }: Pick<Terminal, "progress">,
): PagePress {
  const paths: string[] = [];
  return {
    take: async (path) => {
      if (isPrinted(path)) paths.push(path);
    },
    finish: async () => {
      const printer = await open();
      let pages = 0;
      const write = async (printed: AsyncIterable<Printed>) => {
        for await (const { file, isPage } of printed) {
          await site.write(file);
          if (isPage) pages += 1;
        }
      };
      await write(printer.standing(choice));
      for (const path of paths) {
        await write(printer.printed(path));
        progress(`printing  page ${pages}  ${path}`);
      }
      return pages;
    },
    close: async () => undefined,
  };
}
