import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Newsroom } from "#domain/newsroom.ts";
import type { Terminal } from "./terminal.ts";

/** What threads print together, and where. */
export type Order = {
  /** The folder of the built reader. */
  readonly app: string;
  readonly newsroom: Newsroom;
  readonly basePath: string;
  /** The folder of the site, with all files of the edition. */
  readonly folder: string;
  readonly paths: readonly string[];
};

/** An order as a thread gets it. The first number is the next path to print, the second counts the pages that are. */
export type SharedOrder = Order & { readonly counts: Int32Array };

/** What lets Node read TypeScript is not handed down to threads. */
const [tsx, program] = ["tsx/esm/api", "./print-pages-thread.ts"].map((name) =>
  JSON.stringify(import.meta.resolve(name)),
);
const thread = `import(${tsx}).then(({ register }) => { register(); return import(${program}); });`;

const mostThreads = 8;
const betweenLooks = 200;

/** Prints the pages of an order, each thread taking the next path when it has done one. Gives the number of pages. */
export async function printInThreads(
  order: Order,
  { progress, interrupted }: Pick<Terminal, "progress" | "interrupted">,
): Promise<number> {
  const counts = new Int32Array(new SharedArrayBuffer(8));
  const workers = Array.from({ length: Math.min(mostThreads, availableParallelism()) }, () => {
    return new Worker(thread, { eval: true, workerData: { ...order, counts } satisfies SharedOrder });
  });
  const stop = () => Promise.all(workers.map((worker) => worker.terminate()));
  const look = setInterval(() => {
    const [next = 0, pages = 0] = counts;
    progress(`printing  page ${pages}  ${order.paths[next] ?? ""}`);
    if (interrupted.aborted) void stop();
  }, betweenLooks);
  try {
    await Promise.all(workers.map(ended));
    interrupted.throwIfAborted();
  } finally {
    clearInterval(look);
    await stop();
  }
  return counts[1] ?? 0;
}

function ended(worker: Worker): Promise<void> {
  return new Promise((done, fail) => {
    worker.once("error", fail);
    worker.once("exit", () => done());
  });
}
