import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
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
  compileLater();
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

/**
 * Before V8 12 there is no compiler between the one that compiles at once and the one that takes long, and every thread compiles
 * for itself: most of what printing pages calls is never called often enough to make up for that. So a function has to run four
 * times as much as is usual, in bytes of its bytecode, before it is taken for worth it.
 */
function compileLater(): void {
  if (Number.parseInt(process.versions.v8, 10) < 12) setFlagsFromString(`--interrupt-budget=${4 * 66 * 1024}`);
}

function end(worker: Worker): Promise<void> {
  return new Promise((done, fail) => {
    worker.once("error", fail);
    worker.once("exit", () => done());
  });
}
