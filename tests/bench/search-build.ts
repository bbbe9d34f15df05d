/**
 * What bench:search builds in a process of its own, so that CPU and memory are those of one engine: `engine corpus count folder`.
 * Writes the index as files to be served, and prints what that took as JSON.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Index } from "flexsearch";
import MiniSearch from "minisearch";
import { createIndex, close as endPagefind } from "pagefind";
import { parseInstant } from "#domain/instant.ts";
import { headlineOf } from "#edition/headline.ts";
import { usualNewsroom } from "#edition/newsroom-file.ts";
import { press } from "#press/press.ts";
import { printSearch } from "#press/print-search.ts";
import { readCopy } from "#wire/read-copy.ts";
import { type CorpusArticle, corpusFeed, extendedCorpus, generatedCorpus, readCorpus } from "./corpus.ts";
import { flexSearchOptions } from "./search-engines/flexsearch-options.ts";
import { miniSearchOptions } from "./search-engines/minisearch-options.ts";

export type Built = {
  /** Of CPU, user and system, in all threads and processes. */
  readonly seconds: number;
  readonly files: number;
  readonly bytes: number;
  /** The most memory that was held at once while the index was made, with what it was made of. */
  readonly megabytes: number;
  /** What the engine calls each article, in the order of the corpus. */
  readonly names: readonly string[];
};

const [engine = "", corpusPath = "", count = "", folder = ""] = process.argv.slice(2);
let corpus = extendedCorpus(
  corpusPath === "generated" ? generatedCorpus(20_000) : readCorpus(corpusPath),
  Number(count),
);
const written = { files: 0, bytes: 0 };

forgetPeak();
const { names, seconds } = await built();
const megabytes = peakMegabytes();
// Pagefind leaves something open behind it.
process.stdout.write(JSON.stringify({ seconds, ...written, megabytes, names } satisfies Built), () => process.exit(0));

function built(): Promise<{ names: readonly string[]; seconds: number }> {
  switch (engine) {
    case "ours":
      return Promise.resolve(buildOurs());
    case "minisearch-whole":
      return Promise.resolve(buildMiniSearch(({ body }) => body));
    case "minisearch-lead":
      return Promise.resolve(buildMiniSearch(({ body }) => body.split(/\s+/u).slice(0, 60).join(" ")));
    case "flexsearch":
      return buildFlexSearch();
    case "pagefind":
      return buildPagefind();
    default:
      throw new Error(`No engine is called ${engine}.`);
  }
}

/** The index as the press prints it; reading the copy is not its cost. */
function buildOurs() {
  const newsroom = usualNewsroom("Bench");
  const received = parseInstant("1988-01-01");
  if (!received) throw new Error("No date.");
  const bytes = new TextEncoder().encode(corpusFeed(corpus, corpus.length));
  const { articles } = press(
    readCopy({ name: "corpus.json", bytes }, { newsroom, received }).articles,
    newsroom,
    Date.now(),
  );
  const newestFirst = articles.toReversed();
  const headlines = newestFirst.map(headlineOf);
  const slugs = new Map(articles.map(({ id, slug }) => [id, slug]));
  const names = corpus.map(({ id }) => slugs.get(`${id}-0` as never) ?? "");
  // The press has no copy any more by then.
  corpus = [];
  forgetPeak();
  const since = cpuSeconds();
  for (const { path, content } of printSearch(newestFirst, headlines)) write(path, content);
  return { names, seconds: cpuSeconds() - since };
}

function buildMiniSearch(textOf: (article: CorpusArticle) => string) {
  const since = cpuSeconds();
  const index = new MiniSearch<{ id: string; title: string; text: string }>(miniSearchOptions);
  index.addAll(corpus.map((article, at) => ({ id: String(at), title: article.title, text: textOf(article) })));
  write("minisearch.json", JSON.stringify(index));
  return { names: numbers(), seconds: cpuSeconds() - since };
}

async function buildFlexSearch() {
  const since = cpuSeconds();
  const index = new Index(flexSearchOptions);
  for (const [at, { title, body }] of corpus.entries()) index.add(at, `${title}\n${body}`);
  const keys: string[] = [];
  const exported: unknown = index.export((key: string, content: string) => {
    keys.push(key);
    write(`flexsearch/${key}.json`, content);
  });
  // Its types say that nothing is to be waited for; its documentation says otherwise.
  await Promise.resolve(exported);
  write("flexsearch/keys.json", JSON.stringify(keys));
  write("flexsearch/titles.json", JSON.stringify(corpus.map(({ title }) => title)));
  return { names: numbers(), seconds: cpuSeconds() - since };
}

async function buildPagefind() {
  const since = cpuSeconds();
  const { index } = await createIndex();
  if (!index) throw new Error("Pagefind made no index.");
  for (const [at, { title, body }] of corpus.entries()) {
    const content = `<html lang="en"><body><h1>${escaped(title)}</h1><p>${escaped(body)}</p></body></html>`;
    await index.addHTMLFile({ url: `/${at}`, content });
  }
  const { files } = await index.getFiles();
  for (const { path, content } of files) write(`pagefind/${path}`, content);
  await endPagefind();
  // Its own process is counted once it has ended.
  await new Promise((done) => setTimeout(done, 1_000));
  return { names: numbers(), seconds: cpuSeconds() - since };
}

function numbers(): readonly string[] {
  return corpus.map((_article, at) => String(at));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function write(path: string, content: string | Uint8Array): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  written.files += 1;
  written.bytes += typeof content === "string" ? Buffer.byteLength(content) : content.length;
}

/** From here on, where the system can, so that what was only needed for reading the corpus is not counted. */
function forgetPeak(): void {
  globalThis.gc?.();
  try {
    writeFileSync("/proc/self/clear_refs", "5");
  } catch {
    // Elsewhere than on Linux the peak is that of everything.
  }
}

function peakMegabytes(): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return Math.round(process.resourceUsage().maxRSS / 1024);
  }
}

/** With processes that were started and have ended, where the system tells of them. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + childSeconds();
}

function childSeconds(): number {
  try {
    const fields = readFileSync("/proc/self/stat", "utf8")
      .replace(/^.*\) /u, "")
      .split(" ");
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return 0;
  }
}
