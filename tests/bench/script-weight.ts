import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { type PagePath, pageOf, type Served } from "./bench-sites.ts";
import { attribute } from "./page-variants.ts";
import type { Visit } from "./visit.ts";

/** Bytes of JavaScript: in the page and fetched by it before anybody does anything, and what a whole visit runs. */
export type ScriptWeight = { readonly beforeIntent: number; readonly wholeVisit: number };

export async function scriptsOf(site: Served, path: PagePath, visits: readonly Visit[]): Promise<ScriptWeight> {
  const html = await pageOf(site, path);
  const inline = [...html.matchAll(/<script(?: type="module")?>(.*?)<\/script>/gsu)]
    .map(([, script = ""]) => script)
    .join("\n");
  const fetched = Math.max(0, ...visits.map(({ bytes }) => bytes.script));
  const app = await Promise.all(
    attribute(html, "data-scripts")
      .split(" ")
      .map((script) => readFile(join(site.folder, script))),
  );
  const zipped = app.reduce((sum, script) => sum + gzipSync(script).length, 0);
  return {
    beforeIntent: brotliCompressSync(inline).length + fetched,
    wholeVisit: zipped + gzipSync(inline).length,
  };
}
