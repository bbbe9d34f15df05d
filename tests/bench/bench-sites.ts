import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import { dirname, join } from "node:path";
import { runCommandLine } from "#cli/command-line.ts";
import { staticServer } from "#cli/static-server.ts";
import type { Terminal } from "#cli/terminal.ts";
import { decodeArticleDocument } from "#edition/article-document.ts";
import { decodeFront } from "#edition/front.ts";
import { decodeManifest } from "#edition/manifest.ts";
import { editionPaths } from "#edition/paths.ts";
import { floorPages } from "./floor-page.ts";

/** A folder that is served, by the same server as every other one, at an address of its own. */
export type Served = {
  readonly folder: string;
  readonly port: number;
  readonly address: string;
  readonly close: () => void;
};

export async function served(folder: string): Promise<Served> {
  const server: Server = staticServer(folder, "/");
  await new Promise<void>((done) => server.listen(0, done));
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  return {
    folder,
    port,
    address: `http://localhost:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Presses copy into a folder, as anyone would, for the address that it will be read at. */
export async function pressInto(site: Served, copyAndOptions: readonly string[], terminal: Terminal): Promise<void> {
  const typed = ["press", ...copyAndOptions, "--out", site.folder, "--url", site.address, "--now", "2025-12-01"];
  const quiet = { ...terminal, say: () => undefined };
  if ((await runCommandLine(typed, quiet)) !== 0) throw new Error("The copy could not be pressed.");
}

/** The address of an article's page, relative to its site; that of the front is "". */
export type PagePath = "" | `articles/${string}`;

export async function pageOf({ folder }: Served, path: PagePath): Promise<string> {
  return readFile(join(folder, path, "index.html"), "utf8");
}

/** Another site that differs from a pressed one in these pages alone: everything else is linked. */
export async function withPages(site: Served, folder: string, pages: ReadonlyMap<PagePath, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const replaced = new Set([...pages.keys()].map((path) => join(path, "index.html")));
  await link(site.folder, folder, replaced);
  for (const [path, html] of pages) {
    await mkdir(join(folder, path), { recursive: true });
    await writeFile(join(folder, path, "index.html"), html);
  }
}

/** Links what lies in one folder into another, going down where something in it is to be replaced. */
async function link(from: string, to: string, replaced: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const inner = (path: string) => path.startsWith(`${entry.name}/`);
    if (replaced.has(entry.name)) continue;
    if (entry.isDirectory() && [...replaced].some(inner)) {
      await mkdir(join(to, entry.name), { recursive: true });
      const below = new Set([...replaced].filter(inner).map((path) => path.slice(entry.name.length + 1)));
      await link(join(from, entry.name), join(to, entry.name), below);
    } else await symlink(join(from, entry.name), join(to, entry.name));
  }
}

/** The pages at these addresses as somebody would have written them by hand. */
export async function floorOf(site: Served, paths: readonly PagePath[]): Promise<ReadonlyMap<PagePath, string>> {
  const read = (path: string) => readFile(join(site.folder, path), "utf8");
  const manifest = decodeManifest(await read(editionPaths.manifest), editionPaths.manifest);
  const assets = await readdir(join(site.folder, "assets"));
  const font = (name: string) => `/assets/${assets.find((asset) => asset.startsWith(`${name}-latin-wght-normal`))}`;
  const pages = floorPages(manifest, { text: font("source-serif-4"), ui: font("libre-franklin") });
  const written = new Map<PagePath, string>();
  for (const path of paths) {
    const head = toldToMachines(await pageOf(site, path));
    if (path === "") {
      written.set(path, pages.front(decodeFront(await read(editionPaths.front), editionPaths.front), head));
    } else {
      const document = decodeArticleDocument(await read(`${path}.json`), path);
      if (document) written.set(path, pages.article(document, head));
    }
  }
  return written;
}

function toldToMachines(html: string): string {
  const lines =
    html.match(
      /<title>.*?<\/title>|<meta (?:name="description"|property=)[^>]*>|<link rel="(?:canonical|alternate)"[^>]*>|<script type="application\/ld\+json">.*?<\/script>/gsu,
    ) ?? [];
  return lines.join("\n");
}

/** The words that a page says, however often: what two pages must share to be compared. */
export function wordsOf(html: string): ReadonlySet<string> {
  const body = html.slice(html.indexOf("<body"));
  const text = body
    .replace(/<(script|style|noscript)\b.*?<\/\1>|<!--.*?-->/gsu, "")
    .replace(/<[^>]*>/gu, " ")
    .replace(/&\w+;|&#\w+;/gu, " ");
  return new Set(text.match(/[\p{L}\p{N}]+/gu));
}

/** The share of the words of one page that the other one says too. */
export function sharedWords(html: string, other: string): number {
  const words = wordsOf(html);
  const others = wordsOf(other);
  return [...words].filter((word) => others.has(word)).length / words.size;
}

/** Pages are drawn anew for each site that is made of another. */
export async function variantOf(
  site: Served,
  folder: string,
  paths: readonly PagePath[],
  change: (html: string) => string,
): Promise<void> {
  const pages = new Map<PagePath, string>();
  for (const path of paths) pages.set(path, change(await pageOf(site, path)));
  await mkdir(dirname(folder), { recursive: true });
  await withPages(site, folder, pages);
}
