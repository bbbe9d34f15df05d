/**
 * npm run bench:interact -- [--rounds 5] [--only moves|lists|typing] [--corpus corpus.jsonl.gz] [--articles 2000] [--ablate]
 *   [--try variants.ts] [--json]
 *
 * How fast a reader gets on in a page with a processor four times slower, and where it says so with slow 4G: from a tap on a
 * headline to the painted article, back, on to the next one, through 10,000 and 100,000 headlines, and how typing in search is
 * borne. Beside the same moves in pages written by hand, which the browser makes alone, in the same rounds. `--ablate` adds the
 * page without the techniques that these moves rest on, `--try` the variants that a module of your own exports. Search is typed into
 * over so many articles of a corpus, or of a generated one.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { processTerminal } from "#cli/terminal.ts";
import { type BenchBrowser, openBrowser, slowProcessor, withPhone } from "./bench-browser.ts";
import { floorOf, pressInto, type Served, served, variantOf, withPages } from "./bench-sites.ts";
import { extendedCorpus, generatedCorpus, readCorpus } from "./corpus.ts";
import { prepare } from "./moves.ts";
import { verdict } from "./page-report.ts";
import { neverStarted, variantsIn, varied, withoutTechnique } from "./page-variants.ts";
import { movedBetween, moves, type Place } from "./reader-moves.ts";
import { inRounds, median, quantile, ratioOf, watchLoad } from "./rounds.ts";
import { scratchCopy } from "./scratch-copy.ts";
import { measureLists } from "./scrolling.ts";
import { slowNetwork } from "./slow-network.ts";
import { milliseconds, table, times } from "./table.ts";
import { measureTyping } from "./typing.ts";

const { values: typed } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    only: { type: "string" },
    corpus: { type: "string" },
    articles: { type: "string", default: "2000" },
    ablate: { type: "boolean", default: false },
    try: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const rounds = Number(typed.rounds);
const say = typed.json ? () => undefined : (text: string) => console.log(text);
const wants = (part: string) => typed.only === undefined || typed.only === part;
/** The techniques that moves rest on. */
const movers = new Set(["app at once", "no speculation", "data not inlined"]);

const terminal = processTerminal();
const folder = await mkdtemp(join(tmpdir(), "dateline-bench-"));
const open: Served[] = [];
const serve = async (name: string) => {
  const site = await served(join(folder, name));
  open.push(site);
  return site;
};

const loadSince = watchLoad();
const report: Record<string, unknown> = {};
const browser = await openBrowser();
try {
  const printed = await serve("printed");
  await pressInto(printed, [await scratchCopy(terminal)], terminal);
  if (wants("moves")) report["moves"] = await measureMoves(printed, browser);
  if (wants("lists")) report["lists"] = await measureLists(printed, browser, rounds, terminal, say);
  if (wants("typing")) {
    const count = Number(typed.articles);
    const searched = extendedCorpus(typed.corpus ? readCorpus(typed.corpus) : generatedCorpus(count), count);
    report["typing"] = await measureTyping(await serve("searched"), searched, browser, rounds, terminal, say);
  }
  const { least, most } = loadSince();
  say(
    `\nThe machine has ${cpus().length} cores; ${least.toFixed(1)} to ${most.toFixed(1)} programs wanted one meanwhile.`,
  );
  if (typed.json) console.log(JSON.stringify({ rounds, load: { least, most }, ...report }));
} finally {
  await browser.close();
  for (const site of open) site.close();
  await rm(folder, { recursive: true, force: true });
}

async function measureMoves(printed: Served, browser: BenchBrowser): Promise<unknown> {
  const floor = await serve("floor");
  await withPages(printed, floor.folder, await floorOf(printed, movedBetween));
  const sites = [printed, floor];
  const removed = typed.ablate ? [...withoutTechnique.filter(({ name }) => movers.has(name)), neverStarted] : [];
  for (const variant of [...removed, ...(await variantsIn(typed.try))]) {
    const site = await serve(variant.name);
    await variantOf(printed, site.folder, movedBetween, (html) => varied(variant, html));
    sites.push(site);
  }
  const places: Place[] = [];
  try {
    for (const site of sites)
      places.push({ name: basename(site.folder), network: await slowNetwork(site.port), isByHand: site === floor });
    return await measureEachMove(places, browser);
  } finally {
    for (const { network } of places) network.close();
  }
}

async function measureEachMove(places: readonly Place[], browser: BenchBrowser): Promise<unknown> {
  const found: Record<string, unknown> = {};
  const rows: string[][] = [];
  for (const { name, most, isWithApp, run } of moves) {
    const targets = places.filter(
      ({ isByHand, name: place }) => !isWithApp || !(isByHand || place === neverStarted.name),
    );
    const results = await inRounds(targets, rounds, (place, round) => {
      terminal.progress(`round ${round + 1} of ${rounds}: ${name}, ${place.name}`);
      return withPhone(browser, slowProcessor, async (phone) => {
        await prepare(phone);
        return run(phone, place);
      });
    });
    const base = [...results].find(([{ isByHand }]) => isByHand)?.[1].map(({ took }) => took);
    for (const [{ name: place }, moved] of results) {
      const took = moved.map((one) => one.took);
      const off = moved.flatMap(({ pixelsOff }) => pixelsOff ?? []);
      const middle = median(took);
      rows.push([
        name,
        place,
        milliseconds(middle),
        `${milliseconds(quantile(took, 0.25))}–${milliseconds(quantile(took, 0.75))}`,
        base ? times(ratioOf(took, base).median) : "",
        off.length > 0 ? Math.max(...off).toFixed(1) : "",
        String(moved.filter(({ wasKept }) => wasKept).length || ""),
        String(took.filter(Number.isNaN).length || ""),
        most !== undefined && place === "printed" ? `${most}: ${verdict(middle <= most)}` : "",
      ]);
    }
    found[name] = Object.fromEntries([...results].map(([{ name: place }, moved]) => [place, moved]));
  }
  say(`\nmoves, four times slower processor, slow 4G (150 ms there and back, 1.6 Mbit/s); ${rounds} rounds\n`);
  say(table(["", "in", "ms", "middle half", "to the floor", "px off", "kept", "lost", "at most"], rows));
  return found;
}
