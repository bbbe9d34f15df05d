/**
 * tsx tests/e2e/live-site.ts <port>
 * Serves a site without a printed edition: the app, a newsroom.json that names a feed, and the demo's feed and pictures.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { runCommandLine } from "#cli/command-line.ts";
import { processTerminal } from "#cli/terminal.ts";

const port = process.argv[2] ?? "";
const copy = "node_modules/.cache/dateline/live-copy";
const site = "node_modules/.cache/dateline/live-site";

rmSync(copy, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
const settings = JSON.parse(readFileSync("public/newsroom.json", "utf8")) as object;
writeFileSync(`${copy}/newsroom.json`, JSON.stringify({ ...settings, live: "feed.json" }));

const terminal = processTerminal();
const pressed = await runCommandLine(["press", copy, "--out", site], terminal);
cpSync("public/feed.json", `${site}/feed.json`);
cpSync("public/pictures", `${site}/pictures`, { recursive: true });
process.exitCode = pressed || (await runCommandLine(["serve", site, "--port", port], terminal));
