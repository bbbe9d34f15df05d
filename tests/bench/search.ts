/**
 * npm run bench:search -- [corpus.jsonl.gz] [articles ...] [engine ...]
 * Our search beside MiniSearch, FlexSearch and Pagefind, over editions of 1,000, 10,000, 19,035 and 100,000 articles unless other
 * counts are given; without a corpus, over a generated one. Where there are too few articles, further ones are made of their
 * sentences. Bytes and requests are counted at the server, for the first ten results, in a Chromium that has seen nothing yet;
 * while a query is typed ours is asked as the page asks: with each letter for a few results and completions, then for all.
 * MRR@10 is that of searches for a known article, by words from its head or its body, or drawn as those that the bars were set
 * for, on the half of them that nothing was tuned on. "Whole text" is what an engine would reach that leaves nothing out for the sake of size; the last row has the bars
 * that ours is built for.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { openBrowser, slowProcessor, withPhone } from "./bench-browser.ts";
import { extendedCorpus, generatedCorpus, readCorpus } from "./corpus.ts";
import { type Cost, type Counting, costOf, meanCost, openCounting } from "./counting-server.ts";
import { quantile } from "./rounds.ts";
import type { Built } from "./search-build.ts";
import { ceilingOf } from "./search-ceiling.ts";
import { barSearches, type KnownSearch, knownSearches, origins, queryKinds, reciprocalRank } from "./search-queries.ts";
import { kilobytes, table } from "./table.ts";

declare global {
  interface Window {
    benchSearch: (text: string, isTyping: boolean) => Promise<readonly string[]>;
    benchLongest: number;
  }
}

const engines = ["ours", "minisearch-whole", "minisearch-lead", "flexsearch", "pagefind"] as const;
type Engine = (typeof engines)[number];

type Network = { readonly first: Cost; readonly further: Cost; readonly typing: Cost; readonly longestTask: number };

const articlesSought = 400;
const coldStarts = 5;
/** Articles: more of them whole, MiniSearch takes minutes to start and seconds for a search. */
const mostForWhole = 20_000;
const bars = {
  small: { first: 50_000, further: 25_000, typing: 60_000, ranks: [0.94, 0.92, 0.92, 0.97] },
  large: { first: 60_000, further: 25_000, typing: 80_000, ranks: [0.82, 0.79, 0.78, 0.95] },
};

const head = [
  "engine",
  "build, CPU s",
  "MB on disk / files",
  "peak, MB",
  "first, kB / requests",
  "further",
  "typing",
  "longest task, ms",
  "ms p50 / p95 / p99",
  ...origins.flatMap((from) => queryKinds.map((kind) => `${from} ${kind}`)),
];

const typed = process.argv.slice(2);
const chosen = engines.filter((engine) => typed.includes(engine));
const counts = typed.filter((word) => /^\d+$/u.test(word)).map(Number);
const path = typed.find((word) => !/^\d+$/u.test(word) && !engines.some((engine) => engine === word));
const corpus = path ? readCorpus(path) : generatedCorpus(20_000);
const folder = mkdtempSync(join(tmpdir(), "bench-search-"));
console.log(
  `corpus: ${path ?? "generated"}, ${corpus.length} articles; ${articlesSought / 4} searches behind each MRR`,
);
const browser = await openBrowser();
try {
  const pages = await buildPages(join(folder, "pages"));
  for (const count of counts.length > 0 ? counts : [1_000, 10_000, 19_035, 100_000]) {
    const extended = extendedCorpus(corpus, count);
    const drawn = [...knownSearches(extended, articlesSought), ...barSearches(extended, articlesSought / 2)];
    const searches = drawn.filter(({ half }) => half === "reported");
    const rows: string[][] = [];
    for (const engine of chosen.length > 0 ? chosen : engines) {
      const isLong = engine === "minisearch-whole" && count > mostForWhole;
      const asked = isLong ? searches.filter((_search, at) => Math.floor(at / queryKinds.length) % 9 === 0) : searches;
      const row = await measured(engine, count, asked, pages, isLong ? 1 : coldStarts).catch((problem: unknown) => [
        `failed: ${String(problem)}`,
      ]);
      rows.push([isLong ? `${engine}, of one start and every ninth search` : engine, ...row]);
      // The largest take long: what is known is told at once, beside the table.
      console.error(`${count} ${rows.at(-1)?.join("  ") ?? ""}`);
    }
    const ceiling = meansOf(searches, ceilingOf(extended, searches));
    rows.push(["whole text", "", "", "", "", "", "", "", "", ...ceiling]);
    const { ranks, ...most } = count > 20_000 ? bars.large : bars.small;
    const least = ranks.map((rank) => `≥ ${rank.toFixed(2)}`);
    const elsewhere = ["head", "body"].flatMap(() => ranks.map(() => ""));
    const limits = [most.first, most.further, most.typing].map((bytes) => `≤ ${kilobytes(bytes)}`);
    rows.push(["bars", "", "", "", ...limits, "< 50", "", ...elsewhere, ...least]);
    console.log(`\n${count} articles`);
    console.log(table(head, rows));
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measured(
  engine: Engine,
  count: number,
  searches: readonly KnownSearch[],
  pages: ReadonlyMap<string, string>,
  starts: number,
): Promise<string[]> {
  const site = join(folder, `${engine}-${count}`);
  const { names, seconds, files, bytes, megabytes } = built(engine, count, site);
  for (const [file, content] of pages) writeFileSync(join(site, file), content);
  const counting = await openCounting(site);
  try {
    const adapter = engine.replace(/-.*$/u, "");
    const { first, further, typing, longestTask } = await network(adapter, searches, counting, starts);
    const { ranks, times } = await found(adapter, searches, names, counting);
    const cost = (one: Cost) => `${kilobytes(one.bytes)} / ${one.requests.toFixed(0)}`;
    return [
      seconds.toFixed(1),
      `${(bytes / 1e6).toFixed(1)} / ${files}`,
      String(megabytes),
      cost(first),
      cost(further),
      cost(typing),
      longestTask < 50 ? "< 50" : longestTask.toFixed(0),
      [0.5, 0.95, 0.99].map((part) => quantile(times, part).toFixed(1)).join(" / "),
      ...meansOf(searches, ranks),
    ];
  } finally {
    counting.close();
    rmSync(site, { recursive: true, force: true });
  }
}

function built(engine: Engine, count: number, site: string): Built {
  const words = ["--max-old-space-size=8000", "--expose-gc", "--import", "tsx", "tests/bench/search-build.ts"];
  const { stdout, status } = spawnSync(process.execPath, [...words, engine, path ?? "generated", String(count), site], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 64_000_000,
    timeout: 15 * 60_000,
  });
  if (status !== 0) throw new Error(`no index of ${count} articles`);
  return JSON.parse(stdout.slice(stdout.indexOf('{"seconds"'))) as Built;
}

/** A page for each engine, which loads it as it is searched for the first time. By path in a site. */
async function buildPages(out: string): Promise<ReadonlyMap<string, string>> {
  const entries = ["ours", "minisearch", "flexsearch", "pagefind"];
  const files = new Map<string, string>();
  for (const entry of entries) {
    const result = await build({
      configFile: false,
      logLevel: "error",
      worker: { format: "es" },
      build: {
        write: false,
        target: "es2022",
        outDir: out,
        modulePreload: false,
        rolldownOptions: {
          input: `tests/bench/search-engines/${entry}.ts`,
          preserveEntrySignatures: "strict",
          output: { entryFileNames: `engine-${entry}.js`, chunkFileNames: "[name]-[hash].js" },
        },
        assetsDir: "",
      },
    });
    for (const { output } of [result].flat() as { output: { fileName: string; code?: string; source?: string }[] }[])
      for (const file of output) files.set(file.fileName, file.code ?? String(file.source));
    files.set(
      `bench-${entry}.html`,
      `<!doctype html><title>Bench</title><script type="module" src="/bench-${entry}.js"></script>`,
    );
    files.set(
      `bench-${entry}.js`,
      `let engine;
window.benchSearch = async (text, isTyping) => (await (engine ??= import("/engine-${entry}.js"))).search(text, isTyping);
window.benchLongest = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) window.benchLongest = Math.max(window.benchLongest, duration);
}).observe({ type: "longtask" });`,
    );
  }
  return files;
}

/** Means over cold starts, on a slowed processor: a first search, a second one, and a third one typed letter by letter in a new page. */
async function network(
  adapter: string,
  searches: readonly KnownSearch[],
  counting: Counting,
  starts: number,
): Promise<Network> {
  const exact = searches.filter(({ kind }) => kind === "exact");
  const first: Cost[] = [];
  const further: Cost[] = [];
  const typing: Cost[] = [];
  let longestTask = 0;
  for (let start = 0; start < starts; start += 1) {
    const text = (at: number) => exact[start * 3 + at]?.text ?? "";
    await inFreshPage(adapter, counting, async (search, longest) => {
      await search(text(0));
      first.push(costOf(counting.take()));
      await search(text(1));
      further.push(costOf(counting.take()));
      longestTask = Math.max(longestTask, await longest());
    });
    await inFreshPage(adapter, counting, async (search, longest) => {
      for (let length = 1; length <= text(2).length; length += 1) await search(text(2).slice(0, length), true);
      await search(text(2));
      typing.push(costOf(counting.take()));
      longestTask = Math.max(longestTask, await longest());
    });
  }
  return { first: meanCost(first), further: meanCost(further), typing: meanCost(typing), longestTask };
}

async function inFreshPage(
  adapter: string,
  counting: Counting,
  work: (
    search: (text: string, isTyping?: boolean) => Promise<unknown>,
    longest: () => Promise<number>,
  ) => Promise<void>,
): Promise<void> {
  await withPhone(browser, slowProcessor, async ({ page }) => {
    await page.goto(`${counting.address}bench-${adapter}.html`);
    await page.waitForFunction(() => "benchSearch" in window);
    counting.take();
    await work(
      (text, isTyping = false) =>
        page.evaluate(([asked, typing]) => window.benchSearch(asked, typing), [text, isTyping] as const),
      () => page.evaluate(() => window.benchLongest),
    );
  });
}

/** All searches one after the other in one page, on a processor that is not slowed: where the article was, and how long it took. */
async function found(
  adapter: string,
  searches: readonly KnownSearch[],
  names: readonly string[],
  counting: Counting,
): Promise<{ ranks: readonly number[]; times: readonly number[] }> {
  const numbers = new Map(names.map((name, number) => [name, number]));
  return withPhone(browser, { processor: 1 }, async ({ page }) => {
    await page.goto(`${counting.address}bench-${adapter}.html`);
    await page.waitForFunction(() => "benchSearch" in window);
    const ranks: number[] = [];
    const times: number[] = [];
    for (const { text, article } of searches) {
      const [names, time] = await page.evaluate(async (asked) => {
        const since = performance.now();
        const results = await window.benchSearch(asked, false);
        return [results, performance.now() - since] as const;
      }, text);
      ranks.push(
        reciprocalRank(
          names.map((name) => numbers.get(name) ?? -1),
          article,
        ),
      );
      times.push(time);
    }
    return { ranks, times };
  });
}

/** By where the words of a search came from, and its kind. */
function meansOf(searches: readonly KnownSearch[], ranks: readonly number[]): readonly string[] {
  return origins.flatMap((from) =>
    queryKinds.map((kind) => {
      const own = searches.flatMap((one, at) => (one.kind === kind && one.from === from ? [ranks[at] ?? 0] : []));
      return mean(own).toFixed(3);
    }),
  );
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
