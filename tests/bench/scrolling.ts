import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Terminal } from "#cli/terminal.ts";
import { type BenchBrowser, type OpenPage, slowProcessor, withPhone } from "./bench-browser.ts";
import type { Served } from "./bench-sites.ts";
import { addLongList, wholeList } from "./long-list.ts";
import { inRounds, median } from "./rounds.ts";
import { milliseconds, table } from "./table.ts";

/** How a list went by. */
type Scrolled = {
  /** Frames that the page drew in a second, the median of half seconds. */
  readonly framesPerSecond: number;
  /** The longest time between two frames, milliseconds. */
  readonly longestFrame: number;
  /** The most elements that the document held. */
  readonly nodes: number;
  /** How often, of all times that were looked, the middle of the window was empty. */
  readonly empty: number;
  readonly pixels: number;
  /** Milliseconds until a headline stands in the window after a jump into the middle of the list. */
  readonly jump: number;
};

type Watched = { frames: number[]; nodes: number; looks: number; empty: number; jump: number };
declare global {
  interface Window {
    benchScroll: Watched;
    /** Whether a headline stands in the middle half of the window. */
    benchSeesHeadline: () => boolean;
  }
}

const speed = 3_000;
const pixels = 18_000;

/** Scrolls lists of the app, beside one that stands whole in a page written by hand. */
export async function measureLists(
  printed: Served,
  browser: BenchBrowser,
  rounds: number,
  terminal: Terminal,
  say: (text: string) => void,
): Promise<unknown> {
  const targets = [
    {
      name: "10,000 headlines",
      address: printed.address + (await addLongList(printed, 10_000, terminal)),
      isApp: true,
    },
    {
      name: "100,000 headlines",
      address: printed.address + (await addLongList(printed, 100_000, terminal)),
      isApp: true,
    },
    { name: "10,000 in one page by hand", address: `${printed.address}whole`, isApp: false },
  ];
  await mkdir(join(printed.folder, "whole"), { recursive: true });
  await writeFile(join(printed.folder, "whole/index.html"), wholeList(10_000));
  const results = await inRounds(targets, rounds, ({ name, address, isApp }, round) => {
    terminal.progress(`round ${round + 1} of ${rounds}: ${name}`);
    return withPhone(browser, slowProcessor, async (phone) => {
      await phone.page.goto(address, { waitUntil: "load" });
      if (isApp) {
        await phone.page.keyboard.press("Shift");
        await phone.page.waitForSelector("html[data-app=running]");
        await phone.page.waitForTimeout(1_500);
      }
      return scroll(phone);
    });
  });
  const rows = [...results].map(([{ name }, all]) => {
    const middle = (of: (scrolled: Scrolled) => number) => median(all.map(of));
    return [
      name,
      middle(({ framesPerSecond }) => framesPerSecond).toFixed(0),
      milliseconds(middle(({ longestFrame }) => longestFrame)),
      middle(({ nodes }) => nodes).toFixed(0),
      `${(100 * middle(({ empty }) => empty)).toFixed(0)} %`,
      middle((scrolled) => scrolled.pixels).toFixed(0),
      milliseconds(middle(({ jump }) => jump)),
    ];
  });
  say(`\nlists that go by, four times slower processor; ${rounds} rounds\n`);
  say(table(["", "frames/s", "longest ms", "nodes", "empty", "px", "jump to the middle ms"], rows));
  return Object.fromEntries([...results].map(([{ name }, all]) => [name, all]));
}

/** The page goes by for six seconds, as fast as for one who looks for something; then it jumps to its middle. */
async function scroll({ page, session }: OpenPage): Promise<Scrolled> {
  await page.evaluate(watchFrames);
  const from = await page.evaluate(() => scrollY);
  await session.send("Input.synthesizeScrollGesture", {
    x: 200,
    y: 600,
    yDistance: -pixels,
    speed,
    gestureSourceType: "mouse",
    preventFling: true,
  });
  const { frames, nodes, looks, empty } = await page.evaluate(() => window.benchScroll);
  const scrolled = (await page.evaluate(() => scrollY)) - from;
  await page.evaluate(jumpToMiddle);
  await page.waitForFunction(() => window.benchScroll.jump > 0, undefined, { timeout: 30_000 });
  const { jump } = await page.evaluate(() => window.benchScroll);
  const gaps = frames.slice(1).map((time, at) => time - (frames[at] ?? time));
  return {
    framesPerSecond: median(halfSeconds(frames).map((count) => 2 * count)),
    longestFrame: Math.max(0, ...gaps),
    nodes,
    empty: looks === 0 ? 0 : empty / looks,
    pixels: scrolled,
    jump,
  };
}

function halfSeconds(frames: readonly number[]): number[] {
  const first = frames[0] ?? 0;
  const counts: number[] = [];
  for (const time of frames) {
    const half = Math.floor((time - first) / 500);
    while (counts.length <= half) counts.push(0);
    counts[half] = (counts[half] ?? 0) + 1;
  }
  // The last one is not whole.
  return counts.slice(0, -1);
}

function watchFrames(): void {
  window.benchScroll = { frames: [], nodes: 0, looks: 0, empty: 0, jump: 0 };
  window.benchSeesHeadline = () => {
    const links = document.querySelectorAll("main li a");
    // So many would cost more to look at than the list itself.
    if (links.length > 1_000) return Boolean(document.elementFromPoint(200, 400)?.closest("li"));
    return [...links].some((link) => {
      const { top } = link.getBoundingClientRect();
      return top > innerHeight / 4 && top < (3 * innerHeight) / 4;
    });
  };
  requestAnimationFrame(function note(time) {
    window.benchScroll.frames.push(time);
    requestAnimationFrame(note);
  });
  setInterval(() => {
    const watched = window.benchScroll;
    watched.nodes = Math.max(watched.nodes, document.getElementsByTagName("*").length);
    watched.looks += 1;
    if (!window.benchSeesHeadline()) watched.empty += 1;
  }, 200);
}

function jumpToMiddle(): void {
  const start = performance.now();
  scrollTo(0, document.documentElement.scrollHeight / 2);
  requestAnimationFrame(function look() {
    if (window.benchSeesHeadline()) setTimeout(() => (window.benchScroll.jump = performance.now() - start));
    else requestAnimationFrame(look);
  });
}
