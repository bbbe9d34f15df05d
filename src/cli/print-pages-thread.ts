import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { workerData } from "node:worker_threads";
import { openApp } from "./build-app.ts";
import { openPrinter } from "./page-printer.ts";
import type { SharedOrder } from "./print-in-threads.ts";

/*
 * A thread that prints pages. It has nothing else to do while the disk works, and waiting for it costs less than being called
 * back by it.
 */
const { app, newsroom, basePath, folder, paths, counts } = workerData as SharedOrder;
const read = async (path: string) => readFileSync(join(folder, path), "utf8");
const printer = await openPrinter(await openApp(app), newsroom, basePath, read);
const made = new Set<string>();

for (;;) {
  const path = paths[Atomics.add(counts, 0, 1)];
  if (path === undefined) break;
  for await (const { file, isPage } of printer.printed(path)) {
    const target = join(folder, file.path);
    if (!made.has(dirname(target))) mkdirSync(dirname(target), { recursive: true });
    made.add(dirname(target));
    writeFileSync(target, file.content);
    if (isPage) Atomics.add(counts, 1, 1);
  }
}
