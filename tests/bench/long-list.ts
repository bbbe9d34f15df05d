import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { builtApp } from "#cli/build-app.ts";
import { openPrinter } from "#cli/page-printer.ts";
import type { Terminal } from "#cli/terminal.ts";
import type { Instant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import type { Slug } from "#domain/slug.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import type { Headline } from "#edition/headline.ts";
import { encodeHeadlineList } from "#edition/headline-list.ts";
import { decodeManifest } from "#edition/manifest.ts";
import { editionPaths } from "#edition/paths.ts";
import { fullPagesOf, paginate } from "#press/paginate.ts";
import type { Served } from "./bench-sites.ts";
import { generatedCorpus } from "./corpus.ts";

/** As the press cuts them. */
const pageSize = { full: 50, least: 20 };

/**
 * Adds a section of so many headlines to a pressed site, its page included: the files that a press of as many articles would
 * print for it, without the articles. Gives the page's address.
 */
export async function addLongList(site: Served, count: number, terminal: Terminal): Promise<string> {
  const file = (path: string) => join(site.folder, path);
  const read = (path: string) => readFile(file(path), "utf8");
  const write = async ({ path, content }: EditionFile) => {
    await mkdir(dirname(file(path)), { recursive: true });
    await writeFile(file(path), content);
  };
  const manifest = decodeManifest(await read(editionPaths.manifest), editionPaths.manifest);
  const slug = `of-${count}`;
  const list = { kind: "sections", slug, name: `Section of ${count}`, count } as const;
  const fullPages = fullPagesOf(count, pageSize);
  for (const { page, values } of paginate(headlinesOf(count, slug as Slug), pageSize)) {
    const content = encodeHeadlineList({ ...list, page, fullPages, headlines: values }, manifest.newsroom);
    await write({ path: editionPaths.list("sections", slug, page), content });
  }
  const latest = editionPaths.list("sections", slug, "latest");
  const printer = await openPrinter(await builtApp(terminal), manifest, "/", read);
  for await (const { file: printed } of printer.printed(latest)) await write(printed);
  return `sections/${slug}`;
}

/** Oldest first. The words of a few hundred articles are used over and over. */
function headlinesOf(count: number, slug: Slug): Headline[] {
  const corpus = generatedCorpus(Math.min(count, 500));
  const section = { name: `Section of ${count}`, slug };
  return Array.from({ length: count }, (_none, at): Headline => {
    const { title, body } = corpus[at % corpus.length] ?? { title: "", body: "" };
    return {
      id: `long:${at}`,
      slug: `long-${at}` as Slug,
      headline: `${at + 1}: ${title}`,
      summary: `${body.slice(0, 120 + (at % 5) * 20)}…`,
      section,
      published: new Date(Date.UTC(2015, 0, 1) + at * 3_000_000).toISOString().replace(".000", "") as Instant,
      language: "en" as Language,
      direction: "ltr",
      minutes: 2,
    };
  });
}

/** All of the list in one page of its own, as it could be written by hand; the browser leaves out what is far from the window. */
export function wholeList(count: number): string {
  const rows = headlinesOf(count, "whole" as Slug)
    .reverse()
    .map(
      ({ slug, headline, summary, published }) =>
        `<li><h2><a href="/articles/${slug}">${headline}</a></h2><p>${summary}</p><p>${published}</p></li>`,
    );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>All of them</title><style>body{font:1rem/1.5 sans-serif;margin:1rem}li{content-visibility:auto;contain-intrinsic-size:auto 150px;list-style:none;padding:1rem 0}</style></head><body><main><ol>${rows.join("\n")}</ol></main></body></html>`;
}
