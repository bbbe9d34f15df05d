/**
 * npm run bench:embed
 * What an embed costs the page around it: the same card of the demo edition at the same place on the same page, put there by
 * our snippets and by pym.js, @newswire/frames and iframe-resizer from npm, each as its own documentation says. Bytes are of
 * the scripts that the host must load, compressed by brotli (11); layout shift is that of Chromium at 412 by 915 pixels while
 * the page loads; the longest task is the host's, with twenty of them on one page. The median of three rounds; of tasks the least.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { runCommandLine } from "#cli/command-line.ts";
import { staticServer } from "#cli/static-server.ts";
import { processTerminal } from "#cli/terminal.ts";
import { frameSnippet, type Placed, scriptSnippet } from "#widgets/snippets.ts";
import { openBrowser } from "./bench-browser.ts";
import { table } from "./table.ts";

const rounds = 3;
const screen = { width: 412, height: 915 };
const slug = "null-island";

/** A way to embed: what stands in the host, and what the embedded page has besides the card. */
type Way = {
  readonly name: string;
  /** The scripts that the host loads. */
  readonly scripts: readonly string[];
  /** The host's code for one embed at this address, by its number on the page, and what it runs once. */
  readonly place: (address: string, number: number) => string;
  readonly once?: string;
  /** The embedded page's own script. Ours is in it already. */
  readonly child?: string;
};

/** The text of a file beside the main one of a package. */
const textOf = (path: string, main: string) => readFileSync(fileURLToPath(new URL(path, main)), "utf8");
const pym = textOf("pym.v1.min.js", import.meta.resolve("pym.js"));
/** For hosts and frames in one: a host that bundles only its own part loads less. */
const frames = textOf("frames.umd.js", import.meta.resolve("@newswire/frames"));
const resizer = import.meta.resolve("iframe-resizer");

const folder = mkdtempSync(join(tmpdir(), "dateline-bench-"));
const site = join(folder, "site");
const code = await runCommandLine(["press", "public/feed.json", "--out", site], processTerminal());
if (code !== 0) throw new Error("The demo edition could not be pressed.");
const card = readFileSync(join(site, `embed/v1/card/${slug}.html`), "utf8");
const hostScript = readFileSync(join(site, "embed/v1.js"), "utf8");

const newsroom = staticServer(site, "/");
const newsroomPort = await listening(newsroom);
const placed: Placed = {
  site: `http://localhost:${newsroomPort}/`,
  embedded: { kind: "card", slug },
  title: "Null Island, the busiest place that does not exist",
  newsroomName: "The Dateline",
  language: "en",
  direction: "ltr",
  path: `articles/${slug}`,
  theme: "light",
  height: 270,
  isLive: false,
};

const ways: readonly Way[] = [
  { name: "ours, a frame and a link", scripts: [], place: () => frameSnippet(placed) },
  {
    name: "ours, with the script",
    scripts: [hostScript],
    place: () => scriptSnippet(placed, { path: "embed/v1.js" }).replace(/<script.*<\/script>/u, ""),
  },
  {
    name: "pym.js 1.3.2",
    scripts: [pym],
    place: (address, number) =>
      `<div id="embed-${number}"></div><script>new pym.Parent("embed-${number}", "${address}", {})</script>`,
    child: `${pym};new pym.Child();`,
  },
  {
    name: "@newswire/frames 1.0.0",
    scripts: [frames],
    place: (address) => `<div data-frame-src="${address}"></div>`,
    once: "newswireFrames.autoInitFrames()",
    child: `${frames};newswireFrames.initFrame();`,
  },
  {
    name: "iframe-resizer 5.5.9",
    scripts: [textOf("js/iframeResizer.min.js", resizer)],
    place: (address) => `<iframe src="${address}" style="width:100%;border:0"></iframe>`,
    once: `iframeResize({ license: "GPLv3", log: false }, "iframe")`,
    child: textOf("js/iframeResizer.contentWindow.min.js", resizer),
  },
];

const text = "<p>Words of the page that embeds, which must stay where they are. ".repeat(3);

/** The card as it is, or with another script and a height that follows from what is in it, as the others expect it. */
function childPage({ child }: Way): string {
  if (child === undefined) return card;
  const natural = "<style>html,body,.box{height:auto!important;container-type:inline-size!important}</style>";
  return card
    .replace(/<meta http-equiv="content-security-policy"[^>]*>/u, "")
    .replace(/<script>[^]*?<\/script>/u, () => `${natural}<script>addEventListener("load", () => {${child}})</script>`)
    .replaceAll('src="/', `src="${placed.site}`);
}

function hostPage(way: Way, address: string, count: number): string {
  const scripts = way.scripts.map((_script, number) => `<script src="/script-${number}.js"></script>`).join("");
  const embeds = Array.from({ length: count }, (_none, number) => `${way.place(address, number)}${text}`).join("");
  return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A host</title>
<script>
  shift = 0; longest = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value; }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) longest = Math.max(longest, duration); }).observe({ type: "longtask", buffered: true });
</script>${scripts}<body>${text}${embeds}${text.repeat(4)}${way.once ? `<script>${way.once}</script>` : ""}`;
}

type Measured = { readonly shift: number; readonly longest: number };

async function measure(browser: Browser, way: Way, count: number): Promise<Measured> {
  const children = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(childPage(way));
  });
  const childPort = await listening(children);
  const host = createServer((request, response) => {
    const number = /^\/script-(\d+)\.js$/u.exec(request.url ?? "")?.[1];
    const script = number === undefined ? undefined : way.scripts[Number(number)];
    const type = script === undefined ? "text/html; charset=utf-8" : "text/javascript";
    response.writeHead(200, { "content-type": type });
    response.end(script ?? hostPage(way, `http://localhost:${childPort}/`, count));
  });
  const hostPort = await listening(host);
  const context = await browser.newContext({ viewport: screen, deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${hostPort}/`);
  await page.waitForTimeout(2_500);
  const made = await page.evaluate("document.querySelectorAll('iframe').length");
  if (made !== count) throw new Error(`${way.name} made ${String(made)} frames of ${count}.`);
  const measured = (await page.evaluate("({ shift, longest })")) as Measured;
  await context.close();
  for (const server of [children, host]) {
    server.closeAllConnections();
    server.close();
  }
  return measured;
}

async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((done) => server.listen(0, done));
  const address = server.address();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

const { browser, close } = await openBrowser();
const single = new Map<Way, Measured[]>();
const twenty = new Map<Way, Measured[]>();
for (let round = 0; round < rounds; round += 1)
  for (const way of round % 2 === 0 ? ways : ways.toReversed()) {
    single.set(way, [...(single.get(way) ?? []), await measure(browser, way, 1)]);
    twenty.set(way, [...(twenty.get(way) ?? []), await measure(browser, way, 20)]);
  }
await close();
newsroom.closeAllConnections();
newsroom.close();
rmSync(folder, { recursive: true, force: true });

const rows = ways.map((way) => {
  const bytes = way.scripts.reduce((sum, script) => sum + brotliCompressSync(script).length, 0);
  const shift = median((single.get(way) ?? []).map((one) => one.shift));
  // Whatever else the machine does only makes tasks longer.
  const longest = Math.min(...(twenty.get(way) ?? []).map((one) => one.longest));
  return { way, bytes, shift, longest };
});
console.log(
  table(
    ["what the host pays", "script, br bytes", "layout shift", "longest task of 20, ms"],
    rows.map(({ way, bytes, shift, longest }) => [
      way.name,
      bytes.toLocaleString("en"),
      shift.toFixed(4),
      longest === 0 ? "under 50" : longest.toFixed(0),
    ]),
  ),
);
const missed = rows.filter(({ way, bytes, shift, longest }) => {
  return way.child === undefined && (bytes > 1_000 || shift > 0.001 || longest > 50);
});
for (const { way } of missed)
  console.log(`${way.name}: outside the budget of 1,000 bytes, a shift of 0.001 and tasks of 50 ms`);
process.exitCode = missed.length > 0 ? 1 : 0;
