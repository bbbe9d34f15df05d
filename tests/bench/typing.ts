import { writeFile } from "node:fs/promises";
import type { Terminal } from "#cli/terminal.ts";
import { type BenchBrowser, type OpenPage, slowProcessor, withPhone } from "./bench-browser.ts";
import { pressInto, type Served } from "./bench-sites.ts";
import { corpusFeed, generatedCorpus } from "./corpus.ts";
import { verdict } from "./page-report.ts";
import { inRounds, median, quantile } from "./rounds.ts";
import { milliseconds, table } from "./table.ts";
import { traced } from "./trace.ts";

/** How the main thread bore it that somebody typed; milliseconds. */
type Typing = {
  readonly longestTask: number;
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

const betweenKeys = 110;
const searchedArticles = 2_000;

/** Presses a newsroom large enough to be searched, and types into its search. */
export async function measureTyping(
  site: Served,
  browser: BenchBrowser,
  rounds: number,
  terminal: Terminal,
  say: (text: string) => void,
): Promise<unknown> {
  const corpus = generatedCorpus(searchedArticles);
  const copy = `${site.folder}.json`;
  await writeFile(copy, corpusFeed(corpus, searchedArticles));
  await pressInto(site, [copy, "--pages", "none", "--share-pictures", "none"], terminal);
  const words = (corpus[100]?.body ?? "").replace(".", "").split(" ").slice(0, 3).join(" ").toLowerCase();
  const results = await inRounds(["search"], rounds, (_name, round) => {
    terminal.progress(`round ${round + 1} of ${rounds}: typing “${words}”`);
    return withPhone(browser, slowProcessor, async (phone) => {
      await phone.page.goto(`${site.address}search`, { waitUntil: "load" });
      await phone.page.waitForSelector("html[data-app=running]");
      await phone.page.getByRole("combobox", { name: "Search for" }).focus();
      await phone.page.waitForTimeout(1_000);
      return typeWords(phone, words);
    });
  });
  const all = results.get("search") ?? [];
  const middle = (of: (typing: Typing) => number) => median(all.map(of));
  say(
    `\ntyping “${words}” into search over ${searchedArticles} articles, four times slower processor; ${rounds} rounds\n`,
  );
  const longest = middle(({ longestTask }) => longestTask);
  say(
    table(
      ["", "longest task ms", "input delay p95 ms", "key to paint p95 ms"],
      [
        [
          "search",
          milliseconds(longest),
          milliseconds(middle(({ inputDelay }) => inputDelay)),
          milliseconds(middle(({ keyToPaint }) => keyToPaint)),
        ],
      ],
    ),
  );
  say(`no task of 50 ms or more: ${verdict(longest < 50)}`);
  return all;
}

/** Types these words into the field that has the focus, as fast as a practised hand. */
async function typeWords({ page, session }: OpenPage, words: string): Promise<Typing> {
  await page.evaluate(watchKeys);
  const events = await traced(session, async () => {
    for (const letter of words) {
      await page.keyboard.press(letter === " " ? "Space" : letter);
      await page.waitForTimeout(betweenKeys);
    }
    await page.waitForTimeout(1_500);
  });
  const { delays, paints } = await page.evaluate(() => window.benchTyping);
  const mains = new Set(events.filter(({ name }) => name === "EventDispatch").map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(({ name, pid, tid }) => name === "RunTask" && mains.has(`${pid} ${tid}`));
  return {
    longestTask: Math.max(0, ...tasks.map(({ dur = 0 }) => dur)) / 1_000,
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
