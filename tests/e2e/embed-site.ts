/**
 * tsx tests/e2e/embed-site.ts <port>
 * Presses the demo edition with a few stories more that are hard to embed, as a site that knows its address, and serves it.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { runCommandLine } from "#cli/command-line.ts";
import { processTerminal } from "#cli/terminal.ts";

const port = process.argv[2] ?? "";
const copy = "node_modules/.cache/dateline/embed-copy";
const site = "node_modules/.cache/dateline/embed-site";

rmSync(copy, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
cpSync("public/feed.json", `${copy}/feed.json`);
cpSync("public/pictures", `${copy}/pictures`, { recursive: true });
writeFileSync(
  `${copy}/newsroom.json`,
  JSON.stringify({ name: "The Dateline", url: `http://localhost:${port}/`, language: "en", timeZone: "UTC" }),
);

const hostile = `"><script>harm=1</script><img src=x onerror="harm=1">`;
const long =
  "Ministers, mayors and lighthouse keepers of seven coasts meet in Lachin to agree on the hours of every ferry";
const items = [
  {
    id: "withdrawn",
    title: "A story that was wrong",
    date_published: "2025-05-02",
    _dateline: { slug: "withdrawn", release: { kind: "withdrawn", reason: "Its source has taken it back." } },
  },
  {
    id: "hostile",
    title: hostile,
    summary: hostile,
    date_published: "2025-05-03",
    _dateline: { slug: "hostile", kicker: hostile, corrections: [{ at: "2025-05-04", text: hostile }] },
  },
  {
    id: "long",
    title: long,
    summary: `${long}, and on what to do about the others.`,
    date_published: "2025-05-04",
    _dateline: {
      slug: "long",
      corrections: [{ at: "2025-05-05", text: "There are seven coasts, not eight, as an earlier version said." }],
    },
  },
  {
    id: "unbroken",
    title: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    date_published: "2025-05-05",
    _dateline: { slug: "unbroken" },
  },
].map((item) => ({ content_html: "<p>It was told at the harbour on Friday.</p>", ...item }));
writeFileSync(
  `${copy}/more.json`,
  JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "More", language: "en", items }),
);

const terminal = processTerminal();
const pressed = await runCommandLine(["press", copy, "--out", site, "--share-pictures", "none"], terminal);
process.exitCode = pressed || (await runCommandLine(["serve", site, "--port", port], terminal));
