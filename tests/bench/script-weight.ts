import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { type PagePath, pageOf, type Served } from "./bench-sites.ts";
import { attribute } from "./page-variants.ts";
import type { Visit } from "./visit.ts";

/**
 * Bytes of JavaScript: what runs before anybody does anything and before the page has come to rest, what comes then, and what a
 * whole visit runs.
 */
export type ScriptWeight = { readonly beforeIntent: number; readonly atRest: number; readonly wholeVisit: number };

/** What the answer to a request takes beside the file, at most. */
const headers = 1_000;

export async function scriptsOf(site: Served, path: PagePath, visits: readonly Visit[]): Promise<ScriptWeight> {
  const html = await pageOf(site, path);
  const inline = [...html.matchAll(/<script(?: type="module")?>(.*?)<\/script>/gsu)]
    .map(([, script = ""]) => script)
    .join("\n");
  const fetched = Math.max(0, ...visits.map(({ bytes }) => bytes.script));
  const rest = brotliCompressSync(await readFile(join(site.folder, attribute(html, "data-rest")))).length;
  // Nobody has done anything in a visit: whatever else it fetched, it fetched too early.
  const early = Math.max(0, fetched - rest - headers);
  const app = await Promise.all(
    attribute(html, "data-scripts")
      .split(" ")
      .map((script) => readFile(join(site.folder, script))),
  );
  const zipped = app.reduce((sum, script) => sum + gzipSync(script).length, 0);
  return {
    beforeIntent: brotliCompressSync(inline).length + early,
    atRest: fetched - early,
    wholeVisit: zipped + gzipSync(inline).length + fetched,
  };
}
