import { on } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { openApp } from "./open-app.ts";
import { openPrinter } from "./page-printer.ts";
import type { Order, SharedSite, Task } from "./print-in-threads.ts";

/*
 * A thread that prints pages. It has nothing else to do while the disk works, and waiting for it costs less than being called
 * back by it.
 */
if (!parentPort) throw new Error("Only the press starts this.");
const orders = on(parentPort, "message");
const { app, head, basePath, folder, counts } = workerData as SharedSite;
const read = async (path: string) => readFileSync(join(folder, path), "utf8");
const printer = await openPrinter(await openApp(app), head, basePath, read);
const tasks: Task[] = [];
const made = new Set<string>();

for (let task = await next(); task !== undefined; task = await next()) {
  const printed = task.kind === "file" ? printer.printed(task.path) : printer.standing(task.choice);
  for await (const { file, isPage } of printed) {
    const target = join(folder, file.path);
    if (!made.has(dirname(target))) mkdirSync(dirname(target), { recursive: true });
    made.add(dirname(target));
    writeFileSync(target, file.content);
    if (isPage) Atomics.add(counts, 1, 1);
  }
}
await orders.return?.();

/** The next task that no thread has taken, which may have to be waited for. */
async function next(): Promise<Task | undefined> {
  const at = Atomics.add(counts, 0, 1);
  while (at >= tasks.length) {
    const [order] = (await orders.next()).value as [Order];
    if (order === "no more") return undefined;
    for (const task of order) tasks.push(task);
  }
  return tasks[at];
}
