/**
 * npm run bench:reading -- [--rounds 7] [--navigations 1000]
 *
 * How a page bears being read, with a processor four times slower: how long styles and layout take when a reader changes the theme
 * and the size of the text of the demo's longest article, how soon an article that was read before is painted when it is opened
 * from a list, and how much more memory is taken after so many pages.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { CDPSession, Page } from "playwright-core";
import { processTerminal } from "#cli/terminal.ts";
import { apply, type BenchBrowser, type OpenPage, openBrowser, slowProcessor, withPhone } from "./bench-browser.ts";
import { pressInto, type Served, served } from "./bench-sites.ts";
import { arrive, goBack, prepare, type Story, startApp, tap } from "./moves.ts";
import { verdict } from "./page-report.ts";
import { median, watchLoad } from "./rounds.ts";
import { type SlowNetwork, slowNetwork } from "./slow-network.ts";
import { milliseconds, table } from "./table.ts";

const { values: typed } = parseArgs({
  options: { rounds: { type: "string", default: "7" }, navigations: { type: "string", default: "1000" } },
});
const rounds = Number(typed.rounds);
const navigations = Number(typed.navigations);
const longestReflow = 100;
const slowestOpening = 100;
const mostGrowth = 0.1;
const longest = "articles/how-fast-news-travelled";
const list = "sections/history";
/** As many pages as it takes until everything that is read once is in memory. */
const warming = 100;

const terminal = processTerminal();
const folder = await mkdtemp(join(tmpdir(), "dateline-bench-"));
const loadSince = watchLoad();
const site = await served(join(folder, "site"));
const browser = await openBrowser();
const network = await slowNetwork(site.port);
network.hurry(true);
try {
  await pressInto(site, ["public/feed.json", "--newsroom", "public/newsroom.json"], terminal);
  await tellReflows(browser, network);
  await tellOpenings(browser, network);
  await tellMemory(browser, site);
  const { least, most } = loadSince();
  console.log(
    `\nThe machine has ${cpus().length} cores; ${least.toFixed(1)} to ${most.toFixed(1)} programs wanted one meanwhile.`,
  );
} finally {
  network.close();
  await browser.close();
  site.close();
  await rm(folder, { recursive: true, force: true });
}

/** What the reader does, in the order in which it is done. */
const changes: readonly (readonly [name: string, setting: string, choice: string])[] = [
  ["theme: dark", "theme", "dark"],
  ["theme: sepia", "theme", "sepia"],
  ["theme: contrast", "theme", "contrast"],
  ["text: 200 %", "size", "7"],
  ["text: 87.5 %", "size", "1"],
  ["lines further apart", "leading", "4"],
  ["longest lines", "measure", "3"],
];

async function tellReflows(browser: BenchBrowser, network: SlowNetwork): Promise<void> {
  const found = new Map(changes.map(([name]) => [name, { reflow: [] as number[], painted: [] as number[] }]));
  for (let round = 0; round < rounds; round += 1)
    await withPhone(browser, slowProcessor, async (open) => {
      await arrive(open, network, longest);
      await startApp(open, network);
      network.hurry(true);
      await open.page.getByRole("button", { name: "Text and colours" }).click();
      await open.page.waitForSelector("dialog[open]");
      await open.session.send("Performance.enable");
      for (const [name, setting, choice] of changes) {
        terminal.progress(`round ${round + 1} of ${rounds}: ${name}`);
        await open.page.waitForTimeout(300);
        const before = await spent(open.session);
        const painted = await choose(open.page, setting, choice);
        found.get(name)?.painted.push(painted);
        found.get(name)?.reflow.push((await spent(open.session)) - before);
      }
    });
  const rows = [...found].map(([name, { reflow, painted }]) => {
    const worst = Math.max(...reflow);
    return [
      name,
      milliseconds(median(reflow)),
      milliseconds(worst),
      milliseconds(median(painted)),
      verdict(worst <= longestReflow),
    ];
  });
  console.log(`\nsettings changed in the demo’s longest article, four times slower processor; ${rounds} rounds\n`);
  console.log(table(["", "styles and layout ms", "longest", "until painted ms", `at most ${longestReflow}`], rows));
}

/** Milliseconds of finding styles and laying out so far. */
async function spent(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const seconds = metrics
    .filter(({ name }) => name === "LayoutDuration" || name === "RecalcStyleDuration")
    .reduce((sum, { value }) => sum + value, 0);
  return 1_000 * seconds;
}

/** Gives the milliseconds from the choice to the frame that shows it. */
function choose(page: Page, setting: string, choice: string): Promise<number> {
  return page.evaluate(
    async ([name, value]) => {
      const radio = document.querySelector<HTMLInputElement>(`input[name="${name}"][value="${value}"]`);
      if (!radio) throw new Error(`There is no setting ${name} ${value}.`);
      const began = performance.now();
      radio.click();
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      return performance.now() - began;
    },
    [setting, choice] as const,
  );
}

async function tellOpenings(browser: BenchBrowser, network: SlowNetwork): Promise<void> {
  const took = await withPhone(browser, slowProcessor, async (open) => {
    await prepare(open);
    await arrive(open, network, list);
    await startApp(open, network);
    network.hurry(true);
    const stories = await headlinesOf(open.page);
    const measured: number[] = [];
    for (const story of stories.slice(0, rounds)) {
      terminal.progress(`opening ${story.headline}`);
      await there(open, story);
      measured.push(await there(open, story));
    }
    return measured;
  });
  const [middle, worst] = [median(took), Math.max(...took)];
  console.log(
    `\nan article that was read before, opened from a list: painted ${milliseconds(middle)} ms after the tap (longest ${milliseconds(worst)}) of ${took.length}, at most ${slowestOpening}: ${verdict(middle <= slowestOpening)}`,
  );
}

async function there(open: OpenPage, story: Story): Promise<number> {
  const { took } = await tap(open, story);
  await goBack(open, story, `/${list}`, 0);
  return took;
}

function headlinesOf(page: Page): Promise<readonly Story[]> {
  return page.locator("main .headline a").evaluateAll((links) =>
    (links as HTMLAnchorElement[]).map((link) => ({
      href: link.getAttribute("href") ?? "",
      headline: link.textContent ?? "",
    })),
  );
}

/** Goes from front to article to related article to front, again and again, and looks what is left in memory. */
async function tellMemory(browser: BenchBrowser, { address }: Served): Promise<void> {
  const [before, after] = await withPhone(browser, slowProcessor, async ({ page, session }) => {
    await apply(session, { processor: 1 });
    await page.goto(address);
    await page.keyboard.press("Shift");
    await page.waitForSelector("html[data-app=running]");
    await go(page, 0, warming);
    const warm = await leftIn(session);
    for (let done = 0; done < navigations; done += warming) {
      terminal.progress(`${done} of ${navigations} pages`);
      await go(page, warming + done, Math.min(warming, navigations - done));
    }
    return [warm, await leftIn(session)] as const;
  });
  const growth = after.heap / before.heap - 1;
  const rows = [
    ["after warming up", (before.heap / 1e6).toFixed(2), String(before.nodes), String(before.listeners)],
    [`after ${navigations} more pages`, (after.heap / 1e6).toFixed(2), String(after.nodes), String(after.listeners)],
  ];
  console.log(`\nmemory after garbage was collected\n\n${table(["", "heap MB", "nodes", "listeners"], rows)}`);
  console.log(`grown by ${(100 * growth).toFixed(1)} %, at most 10: ${verdict(growth <= mostGrowth)}`);
}

/** So many pages of the app, one after the other: every third the front, the others whatever its links lead to. */
function go(page: Page, from: number, count: number): Promise<void> {
  return page.evaluate(
    async ([first, many]) => {
      const isThere = (path: string, before: Element | null) =>
        location.pathname === path && document.querySelector("main h1") !== before;
      for (let at = first; at < first + many; at += 1) {
        const links = [...document.querySelectorAll<HTMLAnchorElement>("main .headline a")];
        const link =
          at % 3 === 2 ? document.querySelector<HTMLAnchorElement>("header a") : links[(7 * at) % links.length];
        const before = document.querySelector("main h1");
        if (!link || link.pathname === location.pathname) continue;
        const { pathname } = link;
        link.click();
        const began = performance.now();
        while (!isThere(pathname, before)) {
          if (performance.now() - began > 10_000) throw new Error(`${pathname} did not come.`);
          await new Promise((drawn) => setTimeout(drawn, 5));
        }
        await new Promise((drawn) => requestAnimationFrame(drawn));
      }
    },
    [from, count] as const,
  );
}

async function leftIn(session: CDPSession): Promise<{ heap: number; nodes: number; listeners: number }> {
  await session.send("HeapProfiler.enable");
  for (let time = 0; time < 3; time += 1) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}
