import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeArticleDocument } from "#edition/article-document.ts";
import { dateline, folderOf } from "./command.ts";

/** Presses copy of these files into a new site. */
export async function pressed(files: Readonly<Record<string, string | Uint8Array>>, ...options: readonly string[]) {
  const folder = folderOf(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [`copy/${name}`, content])),
  );
  const copy = join(folder, "copy");
  const site = join(folder, "site");
  const outcome = await dateline("press", copy, "--out", site, ...options);
  return { ...outcome, copy, site, read: (path: string) => readFileSync(join(site, path), "utf8") };
}

export function articleIn(site: string, slug: string) {
  const path = `articles/${slug}.json`;
  return decodeArticleDocument(readFileSync(join(site, path), "utf8"), path)?.article;
}
