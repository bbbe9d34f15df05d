/**
 * npm run bench:reading -- [--rounds 7] [--navigations 1000] [--only settings|openings|memory]
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
  options: {
    only: { type: "string" },
    rounds: { type: "string", default: "7" },
    navigations: { type: "string", default: "1000" },
  },
});
const wants = (part: string) => typed.only === undefined || typed.only === part;
const rounds = Number(typed.rounds);
const navigations = Number(typed.navigations);
const longestReflow = 100;
const slowestOpening = 100;
const mostGrowth = 0.1;
const longest = "articles/how-fast-news-travelled";
const list = "sections/history";
/**
 * Pages until what does not grow any further is there: every article of the demo, the code that the browser makes of what runs
 * often, and its own lists of timings.
 */
const warming = 500;
const atOnce = 100;

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

/** What a browser counts its time by. */
const reflow = ["LayoutDuration", "RecalcStyleDuration"];
const everything = ["TaskDuration"];

const terminal = processTerminal();
const folder = await mkdtemp(join(tmpdir(), "dateline-bench-"));
const loadSince = watchLoad();
const site = await served(join(folder, "site"));
const browser = await openBrowser();
const network = await slowNetwork(site.port);
network.hurry(true);
try {
  await pressInto(site, ["public/feed.json", "--newsroom", "public/newsroom.json"], terminal);
  if (wants("settings")) await tellReflows(browser, network);
  if (wants("openings")) await tellOpenings(browser, network);
  if (wants("memory")) await tellMemory(browser, site);
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

async function tellReflows(browser: BenchBrowser, network: SlowNetwork): Promise<void> {
  const found = new Map(changes.map(([name]) => [name, { reflow: [] as number[], painted: [] as number[] }]));
  for (let round = 0; round < rounds; round += 1)
    await withPhone(browser, slowProcessor, async (open) => {
      await arrive(open, network, longest);
      await startApp(open, network);
      network.hurry(true);
      await open.page.getByRole("button", { name: "Text and colours" }).click();
      await open.page.waitForSelector("dialog[open]");
      await open.session.send("Performance.enable", { timeDomain: "threadTicks" });
      for (const [name, setting, choice] of changes) {
        terminal.progress(`round ${round + 1} of ${rounds}: ${name}`);
        await open.page.waitForTimeout(300);
        const before = await spent(open.session, reflow);
        const painted = await choose(open.page, setting, choice);
        found.get(name)?.painted.push(painted);
        found.get(name)?.reflow.push((await spent(open.session, reflow)) - before);
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

/** Milliseconds of the processor that the page's thread has spent on something so far, whatever else the machine does. */
async function spent(session: CDPSession, on: readonly string[]): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const seconds = metrics.filter(({ name }) => on.includes(name)).reduce((sum, { value }) => sum + value, 0);
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
  const openings = await withPhone(browser, slowProcessor, async (open) => {
    await prepare(open);
    await arrive(open, network, list);
    await startApp(open, network);
    network.hurry(true);
    const stories = await headlinesOf(open.page);
    await open.session.send("Performance.enable", { timeDomain: "threadTicks" });
    const measured: Opening[] = [];
    for (const story of stories.slice(0, rounds)) {
      terminal.progress(`opening ${story.headline}`);
      await there(open, story);
      measured.push(await there(open, story));
    }
    return measured;
  });
  const painted = median(openings.map(({ took }) => took));
  const busy = median(openings.map(({ spent }) => spent));
  console.log(
    `\nan article that was read before, opened from a list: painted ${milliseconds(painted)} ms after the tap, of ${openings.length}; ${milliseconds(busy)} ms of the processor; at most ${slowestOpening}: ${verdict(painted <= slowestOpening)}`,
  );
}

/** Milliseconds until it was painted, and those of the processor until the page had come to rest. */
type Opening = { readonly took: number; readonly spent: number };

async function there(open: OpenPage, story: Story): Promise<Opening> {
  await open.page.waitForTimeout(300);
  const before = await spent(open.session, everything);
  const { took } = await tap(open, story);
  const after = await spent(open.session, everything);
  await goBack(open, story, `/${list}`, 0);
  return { took, spent: after - before };
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
  const [first, before, after] = await withPhone(browser, slowProcessor, async ({ page, session }) => {
    await apply(session, { processor: 1 });
    await page.goto(address);
    await page.keyboard.press("Shift");
    await page.waitForSelector("html[data-app=running]");
    const read = async (count: number, from: number) => {
      for (let done = 0; done < count; done += atOnce) {
        terminal.progress(`${from + done} of ${warming + navigations} pages`);
        await go(page, from + done, Math.min(atOnce, count - done));
      }
      return leftIn(session);
    };
    const first = await read(atOnce, 0);
    return [first, await read(warming - atOnce, atOnce), await read(navigations, warming)] as const;
  });
  const growth = after.heap / before.heap - 1;
  const row = (name: string, { heap, nodes, listeners }: Left) => [
    name,
    (heap / 1e6).toFixed(2),
    String(nodes),
    String(listeners),
  ];
  const rows = [
    row(`after ${atOnce} pages`, first),
    row(`after ${warming}`, before),
    row(`after ${navigations} more`, after),
  ];
  console.log(`\nmemory after garbage was collected\n\n${table(["", "heap MB", "nodes", "listeners"], rows)}`);
  console.log(`grown by ${(100 * growth).toFixed(1)} %, at most 10: ${verdict(growth <= mostGrowth)}`);
}

/** So many pages of the app, one after the other: every third the front, the others whatever its links lead to. */
function go(page: Page, from: number, count: number): Promise<void> {
  return page.evaluate(
    async ([first, many]) => {
      const heading = () => document.querySelector("main h1")?.textContent;
      for (let at = first; at < first + many; at += 1) {
        const links = [...document.querySelectorAll<HTMLAnchorElement>("main .headline a")];
        const link =
          at % 3 === 2 ? document.querySelector<HTMLAnchorElement>("header a") : links[(7 * at) % links.length];
        const before = heading();
        if (!link || link.pathname === location.pathname) continue;
        const { pathname } = link;
        link.click();
        const began = performance.now();
        while (location.pathname !== pathname || heading() === before) {
          if (performance.now() - began > 10_000)
            throw new Error(`${pathname} did not come: ${location.pathname} with “${heading()}” after “${before}”.`);
          await new Promise((drawn) => setTimeout(drawn, 5));
        }
        // A browser takes no more than twenty new addresses a second.
        await new Promise((rested) => setTimeout(rested, Math.max(0, 70 - (performance.now() - began))));
      }
    },
    [from, count] as const,
  );
}

type Left = { readonly heap: number; readonly nodes: number; readonly listeners: number };

async function leftIn(session: CDPSession): Promise<Left> {
  await session.send("HeapProfiler.enable");
  for (let time = 0; time < 3; time += 1) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}
