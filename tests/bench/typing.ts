import { writeFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import type { Terminal } from "#cli/terminal.ts";
import { type BenchBrowser, type Conditions, type OpenPage, slowProcessor, withPhone } from "./bench-browser.ts";
import { pressInto, type Served } from "./bench-sites.ts";
import { type CorpusArticle, corpusFeed } from "./corpus.ts";
import { type Cost, type Counting, costOf, meanCost, openCounting, type Sent } from "./counting-server.ts";
import { verdict } from "./page-report.ts";
import { inRounds, median, quantile } from "./rounds.ts";
import { type KnownSearch, knownSearches } from "./search-queries.ts";
import { kilobytes, milliseconds, table } from "./table.ts";
import { traced } from "./trace.ts";

/** How the main thread bore it that somebody typed; milliseconds. */
type Typing = {
  readonly longestTask: number;
  /** That of the thread itself, whatever else the machine did meanwhile. */
  readonly longestOwn: number;
  /** From when a key was pressed until the page heard of it, the 95th of a hundred. */
  readonly inputDelay: number;
  /** From when a key was pressed until its letter was painted, likewise. */
  readonly keyToPaint: number;
  readonly keys: number;
};

declare global {
  interface Window {
    benchTyping: { delays: number[]; paints: number[] };
  }
}

/** A practised hand, and one after whose every letter results are asked for. */
const betweenKeys = { fast: 110, slow: 200 };
const queriesCounted = 5;

/**
 * Presses a newsroom large enough to be searched, types into its search, and counts what that loads: of the search itself, and of
 * the articles whose passages are shown.
 */
export async function measureTyping(
  site: Served,
  corpus: readonly CorpusArticle[],
  browser: BenchBrowser,
  rounds: number,
  terminal: Terminal,
  say: (text: string) => void,
): Promise<unknown> {
  const copy = `${site.folder}.json`;
  await writeFile(copy, corpusFeed(corpus, corpus.length));
  await pressInto(site, [copy, "--pages", "none", "--share-pictures", "none"], terminal);
  const searches = knownSearches(corpus, 100).filter(({ kind, half }) => kind === "exact" && half === "reported");
  const words = searches[0]?.text ?? "";
  const typed = await inRounds([slowProcessor, { processor: 1 }], rounds, ({ processor }, round) => {
    terminal.progress(`round ${round + 1} of ${rounds}: typing “${words}”, ${processor} times slower`);
    return withSearch(browser, { processor }, site.address, (phone) => typeTraced(phone, words));
  });
  const [slowed = [], unslowed = []] = [...typed.values()];
  const middle = (all: readonly Typing[], of: (typing: Typing) => number) => median(all.map(of));
  say(`\ntyping “${words}” into search over ${corpus.length} articles; ${rounds} rounds\n`);
  const own = slowProcessor.processor * middle(unslowed, ({ longestOwn }) => longestOwn);
  const longest = middle(slowed, ({ longestTask }) => longestTask);
  say(
    table(
      ["four times slower processor", "ms"],
      [
        ["longest task", milliseconds(longest)],
        ["longest task, the thread's own time without slowing, four times", milliseconds(own)],
        ["input delay, p95", milliseconds(middle(slowed, ({ inputDelay }) => inputDelay))],
        ["key to paint, p95", milliseconds(middle(slowed, ({ keyToPaint }) => keyToPaint))],
      ],
    ),
  );
  say(`no task of 50 ms or more: ${verdict(longest < 50)}; by the thread's own time: ${verdict(own < 50)}`);
  const counted = await countTyping(site, searches.slice(0, queriesCounted), browser, terminal);
  const cost = ({ bytes, requests }: Cost) => `${kilobytes(bytes)} / ${requests.toFixed(1)}`;
  say(`\nwhat typing a query loads, letter by letter, kB / requests; means of ${queriesCounted} queries\n`);
  say(table(["search", "articles, for passages"], [[cost(counted.search), cost(counted.articles)]]));
  return { slowed, unslowed, counted };
}

/** Everything that is asked for from when the field takes focus until typing has long come to rest. */
async function countTyping(
  site: Served,
  searches: readonly KnownSearch[],
  browser: BenchBrowser,
  terminal: Terminal,
): Promise<{ readonly search: Cost; readonly articles: Cost }> {
  const counting = await openCounting(site.folder);
  const search: Cost[] = [];
  const articles: Cost[] = [];
  try {
    for (const { text } of searches) {
      terminal.progress(`counting what typing “${text}” loads`);
      await withSearch(
        browser,
        slowProcessor,
        counting.address,
        async ({ page }) => {
          await typeWords(page, text, betweenKeys.slow);
          await page.waitForTimeout(1_500);
          const isArticle = ({ path }: Sent) => path.startsWith("/articles/");
          const sent = counting.take();
          search.push(costOf(sent.filter((one) => !isArticle(one))));
          articles.push(costOf(sent.filter(isArticle)));
        },
        counting,
      );
    }
  } finally {
    counting.close();
  }
  return { search: meanCost(search), articles: meanCost(articles) };
}

/**
 * The search page with nothing stored, its field about to be typed into. Without the offline worker, which fetches parts of the
 * app meanwhile that nobody has asked for.
 */
async function withSearch<Outcome>(
  browser: BenchBrowser,
  conditions: Conditions,
  address: string,
  work: (phone: OpenPage) => Promise<Outcome>,
  counting?: Counting,
): Promise<Outcome> {
  return withPhone(browser, conditions, async (phone) => {
    const { page } = phone;
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
    await page.goto(`${address}search`, { waitUntil: "load" });
    await page.waitForSelector("html[data-app=running]");
    await page.waitForTimeout(1_000);
    counting?.take();
    await page.getByRole("combobox", { name: "Search for" }).focus();
    await page.waitForTimeout(1_000);
    return work(phone);
  });
}

async function typeWords(page: Page, words: string, between: number): Promise<void> {
  for (const letter of words) {
    await page.keyboard.press(letter === " " ? "Space" : letter);
    await page.waitForTimeout(between);
  }
}

async function typeTraced({ page, session }: OpenPage, words: string): Promise<Typing> {
  await page.evaluate(watchKeys);
  const events = await traced(session, async () => {
    await typeWords(page, words, betweenKeys.fast);
    await page.waitForTimeout(1_500);
  });
  const { delays, paints } = await page.evaluate(() => window.benchTyping);
  const mains = new Set(events.filter(({ name }) => name === "EventDispatch").map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(({ name, pid, tid }) => name === "RunTask" && mains.has(`${pid} ${tid}`));
  return {
    longestTask: Math.max(0, ...tasks.map(({ dur = 0 }) => dur)) / 1_000,
    longestOwn: Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1_000,
    inputDelay: quantile(delays, 0.95),
    keyToPaint: quantile(paints, 0.95),
    keys: delays.length,
  };
}

function watchKeys(): void {
  window.benchTyping = { delays: [], paints: [] };
  addEventListener(
    "keydown",
    ({ timeStamp }) => {
      window.benchTyping.delays.push(performance.now() - timeStamp);
      requestAnimationFrame(() => {
        setTimeout(() => window.benchTyping.paints.push(performance.now() - timeStamp));
      });
    },
    true,
  );
}
