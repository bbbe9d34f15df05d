/**
 * tsx tests/e2e/urdu-site.ts <port>
 * Presses the demo edition as that of a newsroom that works in Urdu, and serves it.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { runCommandLine } from "#cli/command-line.ts";
import { processTerminal } from "#cli/terminal.ts";

const port = process.argv[2] ?? "";
const folder = "node_modules/.cache/dateline/urdu-copy";
const site = "node_modules/.cache/dateline/urdu-site";

mkdirSync(folder, { recursive: true });
const settings = JSON.parse(readFileSync("public/newsroom.json", "utf8")) as object;
writeFileSync(`${folder}/newsroom.json`, JSON.stringify({ ...settings, name: "ڈیٹ لائن", language: "ur" }));

const terminal = processTerminal();
const pressed = await runCommandLine(
  ["press", "public/feed.json", "--newsroom", `${folder}/newsroom.json`, "--out", site],
  terminal,
);
process.exitCode = pressed || (await runCommandLine(["serve", site, "--port", port], terminal));
