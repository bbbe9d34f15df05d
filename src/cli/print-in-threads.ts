import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Newsroom } from "#domain/newsroom.ts";
import type { PageChoice } from "./page-printer.ts";
import type { Terminal } from "./terminal.ts";

/** The site that threads print pages and embeds of, and where it is written. */
export type SharedSite = {
  /** The folder of the built reader. */
  readonly app: string;
  readonly newsroom: Newsroom;
  readonly basePath: string;
  readonly folder: string;
  /** The first counts the paths of the last order that are taken, the second the pages that are printed. */
  readonly counts: Int32Array;
};

/** What a thread is asked for. It does one after the other. */
export type Order =
  /** The embeds that files of the edition make, which lie in the site. */
  | { readonly kind: "embeds"; readonly paths: readonly string[] }
  /** What every site has. The whole edition lies in the site. */
  | { readonly kind: "standing"; readonly choice: PageChoice }
  /** The pages that files of the edition make, shared with the other threads. The whole edition lies in the site. The last order. */
  | { readonly kind: "pages"; readonly paths: readonly string[] };

export type Threads = {
  /** Begins to print the embeds of files. */
  readonly embeds: (paths: readonly string[]) => void;
  /** Prints all that is left, and gives the number of pages. Throws what any of the threads threw until then. */
  readonly finish: (paths: readonly string[], choice: PageChoice) => Promise<number>;
  /** Ends them, wherever they are. */
  readonly stop: () => Promise<void>;
};

const mostThreads = 8;
const betweenLooks = 200;

/** Starts threads that print, as many as the machine has cores. */
export function startThreads(
  site: Omit<SharedSite, "counts">,
  { progress, interrupted }: Pick<Terminal, "progress" | "interrupted">,
): Threads {
  const program = join(site.app, "pages/print-pages-thread.js");
  const counts = new Int32Array(new SharedArrayBuffer(8));
  const workers = Array.from({ length: Math.min(mostThreads, availableParallelism()) }, () => {
    // What the program needs is built into it; what this one was started with is nothing to it.
    return new Worker(program, { workerData: { ...site, counts } satisfies SharedSite, execArgv: [] });
  });
  const ended = Promise.all(workers.map(end));
  // It is waited for later.
  ended.catch(() => undefined);
  const stop = async () => {
    await Promise.all(workers.map((worker) => worker.terminate()));
  };
  const order = (worker: Worker | undefined, what: Order) => worker?.postMessage(what);
  let next = 0;
  return {
    embeds: (paths) => {
      order(workers[next % workers.length], { kind: "embeds", paths });
      next += 1;
    },
    finish: async (paths, choice) => {
      order(workers[next % workers.length], { kind: "standing", choice });
      for (const worker of workers) order(worker, { kind: "pages", paths });
      const look = setInterval(() => {
        const [taken = 0, pages = 0] = counts;
        progress(`printing  page ${pages}  ${paths[taken] ?? ""}`);
        if (interrupted.aborted) void stop();
      }, betweenLooks);
      try {
        await ended;
        interrupted.throwIfAborted();
      } finally {
        clearInterval(look);
      }
      return counts[1] ?? 0;
    },
    stop,
  };
}

function end(worker: Worker): Promise<void> {
  return new Promise((done, fail) => {
    worker.once("error", fail);
    worker.once("exit", () => done());
  });
}
