import { on } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import type { EditionFile } from "#edition/edition-file.ts";
import { openApp } from "./open-app.ts";
import { openPrinter } from "./page-printer.ts";
import type { Order, SharedSite } from "./print-in-threads.ts";

/*
 * A thread that prints pages and embeds. It has nothing else to do while the disk works, and waiting for it costs less than being
 * called back by it.
 */
const { app, newsroom, basePath, folder, counts } = workerData as SharedSite;
const read = async (path: string) => readFileSync(join(folder, path), "utf8");
const printer = await openPrinter(await openApp(app), newsroom, basePath, read);
const made = new Set<string>();

if (!parentPort) throw new Error("This is a thread of the press.");
for await (const [order] of on(parentPort, "message")) if (!(await obey(order as Order))) break;

/** Whether more orders will come. */
async function obey(order: Order): Promise<boolean> {
  switch (order.kind) {
    case "embeds":
      for (const path of order.paths) for (const file of await printer.embeds(path)) write(file);
      return true;
    case "standing":
      for (const file of printer.standingEmbeds) write(file);
      for await (const file of printer.standingPages(order.choice)) writePage(file);
      return true;
    case "pages":
      for (let path = next(order.paths); path !== undefined; path = next(order.paths))
        for await (const file of printer.pages(path)) writePage(file);
      return false;
  }
}

/** The next path that no thread has taken. */
function next(paths: readonly string[]): string | undefined {
  return paths[Atomics.add(counts, 0, 1)];
}

function writePage(file: EditionFile): void {
  write(file);
  Atomics.add(counts, 1, 1);
}

function write({ path, content }: EditionFile): void {
  const target = join(folder, path);
  const around = dirname(target);
  if (!made.has(around)) mkdirSync(around, { recursive: true });
  made.add(around);
  writeFileSync(target, content);
}
