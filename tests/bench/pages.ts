/**
 * npm run bench:pages -- [--demo] [--page front|article] [--rounds 5] [--ablate] [--try variants.ts] [--no-lighthouse] [--json]
 *
 * How fast a page comes on a slow telephone, beside the floor: the same page written by hand, without an application. Presses a
 * newsroom that does not exist (or the demo edition), and serves it with the same server as the floor, the floor once more (what
 * differs between the two is noise) and the app rendered in the browser. Visits them in turn: with Lighthouse, if it is
 * installed, and with a visit of our own that applies Lighthouse's slow 4G and a processor four times slower. `--ablate` adds
 * the page without each of its techniques, and one that is slowed on purpose, which the bench must find; `--try` adds those that a
 * module of your own exports as `variants`.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { processTerminal } from "#cli/terminal.ts";
import { openBrowser, slowPhone, startChromium } from "./bench-browser.ts";
import {
  floorOf,
  type PagePath,
  pageOf,
  pressInto,
  type Served,
  served,
  sharedWords,
  variantOf,
  withPages,
} from "./bench-sites.ts";
import { howToGetLighthouse, type Opinion, openLighthouse } from "./lighthouse.ts";
import { sayGains, sayOpinions, sayScripts, sayTargets, sayVisits } from "./page-report.ts";
import { clientRendered, slowed, variantsIn, varied, withoutTechnique } from "./page-variants.ts";
import { inRounds, watchLoad } from "./rounds.ts";
import { measuredArticle, scratchCopy } from "./scratch-copy.ts";
import { scriptsOf } from "./script-weight.ts";
import { type Visit, visit } from "./visit.ts";

const { values: typed } = parseArgs({
  options: {
    demo: { type: "boolean", default: false },
    page: { type: "string" },
    rounds: { type: "string", default: "5" },
    ablate: { type: "boolean", default: false },
    try: { type: "string" },
    lighthouse: { type: "boolean", default: true },
    json: { type: "boolean", default: false },
  },
  allowNegative: true,
});
const rounds = Number(typed.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error("--rounds asks for a number of rounds, five or more.");
const say = typed.json ? () => undefined : (text: string) => console.log(text);

const measured: Readonly<Record<string, PagePath>> = {
  front: "",
  article: `articles/${typed.demo ? "munir-hasanov-lachin" : measuredArticle}`,
};
const names = Object.keys(measured).filter((name) => typed.page === undefined || name === typed.page);
const paths = names.map((name) => measured[name] ?? "");

const terminal = processTerminal();
const folder = await mkdtemp(join(tmpdir(), "dateline-bench-"));
const open: Served[] = [];
const serve = async (name: string) => {
  const site = await served(join(folder, name));
  open.push(site);
  return site;
};
const loadSince = watchLoad();
try {
  const printed = await serve("printed");
  await pressInto(printed, [typed.demo ? "public/feed.json" : await scratchCopy(terminal)], terminal);
  const handWritten = await floorOf(printed, paths);
  const floor = await serve("floor");
  const floorAgain = await serve("floor again");
  for (const site of [floor, floorAgain]) await withPages(printed, site.folder, handWritten);
  const removed = typed.ablate ? [...withoutTechnique, slowed] : [];
  const variants = [clientRendered, ...removed, ...(await variantsIn(typed.try))];
  const sites = [
    { name: "printed", site: printed },
    { name: "floor", site: floor },
    { name: "floor again", site: floorAgain },
  ];
  for (const variant of variants) {
    const site = await serve(variant.name);
    await variantOf(printed, site.folder, paths, (html) => varied(variant, html));
    sites.push({ name: variant.name, site });
  }

  const report: Record<string, unknown> = {};
  for (const name of names) {
    const path = measured[name] ?? "";
    const said = sharedWords(await pageOf(printed, path), handWritten.get(path) ?? "");
    if (said < 0.98) throw new Error(`The floor says only ${(said * 100).toFixed(0)} % of what the ${name} page says.`);
    const visits = await visitAll(sites, path);
    const scripts = await scriptsOf(printed, path, visits.get("printed") ?? []);
    say(
      `\n${name}, applied: four times slower processor, slow 4G (562.5 ms a request, 1,474.56 kbit/s); ${rounds} rounds\n`,
    );
    say(sayVisits(visits));
    say(`\n${sayTargets(visits)}\n${sayScripts(scripts)}`);
    if (variants.length > 1) say(`\n${sayGains(visits)}`);
    report[name] = { visits: Object.fromEntries(visits), scripts };
  }
  report["lighthouse"] = await askLighthouse(sites.slice(0, 4), printed);
  const { least, most } = loadSince();
  say(
    `\nThe machine has ${cpus().length} cores; ${least.toFixed(1)} to ${most.toFixed(1)} programs wanted one meanwhile.`,
  );
  if (typed.json) console.log(JSON.stringify({ rounds, load: { least, most }, ...report }));
} finally {
  for (const site of open) site.close();
  await rm(folder, { recursive: true, force: true });
}

type Target = { readonly name: string; readonly site: Served };

async function visitAll(targets: readonly Target[], path: PagePath): Promise<ReadonlyMap<string, readonly Visit[]>> {
  const browser = await openBrowser();
  try {
    // Once for nothing: the server compresses what it is asked for first.
    for (const { site } of targets) await visit(browser, site.address + path, { processor: 1 }, 0);
    const found = await inRounds(targets, rounds, ({ name, site }, round) => {
      terminal.progress(`round ${round + 1} of ${rounds}: ${name} ${path}`);
      return visit(browser, site.address + path, slowPhone);
    });
    return new Map([...found].map(([{ name }, visits]) => [name, visits]));
  } finally {
    await browser.close();
  }
}

async function askLighthouse(targets: readonly Target[], printed: Served): Promise<unknown> {
  const lighthouse = typed.lighthouse ? await openLighthouse() : undefined;
  if (typed.lighthouse && !lighthouse) console.error(`\nFor the part with Lighthouse:  ${howToGetLighthouse}`);
  if (!lighthouse) return undefined;
  const chromium = await startChromium();
  const answer: Record<string, unknown> = { version: lighthouse.version };
  const pages = [
    ...names.map((name) => ({ name, path: measured[name] ?? "", asked: targets })),
    { name: "search", path: "search", asked: targets.filter(({ site }) => site === printed) },
  ];
  try {
    for (const { name, path, asked } of pages) {
      const found = await inRounds(asked, rounds, ({ name: target, site }, round) => {
        terminal.progress(`Lighthouse ${round + 1} of ${rounds}: ${target} ${path}`);
        const wanted = ["performance", "accessibility", "best-practices", "seo"] as const;
        return lighthouse.ask(chromium, site.address + path, site === printed ? wanted : ["performance"]);
      });
      const opinions = new Map<string, readonly Opinion[]>([...found].map(([target, said]) => [target.name, said]));
      say(`\n${name}, Lighthouse ${lighthouse.version}, mobile preset (simulated throttling); ${rounds} rounds\n`);
      say(sayOpinions(opinions));
      answer[name] = Object.fromEntries(opinions);
    }
    return answer;
  } finally {
    await chromium.close();
  }
}
