import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ManifestHead } from "#edition/manifest.ts";
import type { PageChoice } from "./page-printer.ts";
import type { Terminal } from "./terminal.ts";

/** The site that threads print pages of, and where it is written. */
export type SharedSite = {
  /** The folder of the built reader. */
  readonly app: string;
  readonly head: ManifestHead;
  readonly basePath: string;
  readonly folder: string;
  /** The first counts the tasks that were taken, the second the pages that are printed. */
  readonly counts: Int32Array;
};

/** Printing what a file of the edition makes, or what every site has. Files that it needs lie in the site. */
export type Task =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "standing"; readonly choice: PageChoice };

/** What all threads are told: of further tasks, each of which is for the one that takes it first, or that there are no more. */
export type Order = readonly Task[] | "no more";

export type Threads = {
  readonly print: (tasks: readonly Task[]) => void;
  /** Waits until all tasks are done, and gives the number of pages. Throws what any of the threads has thrown. */
  readonly finish: () => Promise<number>;
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
  // Whoever finishes hears of it.
  ended.catch(() => undefined);
  const tell = (order: Order) => {
    for (const worker of workers) worker.postMessage(order);
  };
  const stop = async () => {
    await Promise.all(workers.map((worker) => worker.terminate()));
  };
  return {
    print: tell,
    finish: async () => {
      tell("no more");
      const look = setInterval(() => {
        progress(`printing  page ${counts[1]}`);
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
