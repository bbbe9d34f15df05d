/**
 * What bench:press measures of the command line, in a process of its own: presses the feed in a file into a site with every
 * page, without pictures, and prints what that took as JSON. The reader is built before.
 */
import { builtApp } from "#cli/build-app.ts";
import { runCommandLine } from "#cli/command-line.ts";
import { processTerminal } from "#cli/terminal.ts";

export type MeasuredSite = {
  readonly articles: number;
  readonly pages: number;
  /** Of the clock, with all threads that the machine has. */
  readonly seconds: number;
  /** Of CPU, user and system, in all threads. */
  readonly cpu: number;
  /** What of it the system took, which is mostly making files. */
  readonly system: number;
  /** The most memory that the process had at a time. */
  readonly megabytes: number;
};

const [copy, out] = process.argv.slice(2);
if (!copy || !out) throw new Error("Give the file of a feed and a folder.");
const said: string[] = [];
const terminal = { ...processTerminal(), say: (line: string) => said.push(line), progress: () => undefined };
await builtApp(terminal);

const before = { time: performance.now(), ...process.cpuUsage() };
const typed = ["press", copy, "--out", out, "--pages", "all", "--share-pictures", "none", "--json"];
const code = await runCommandLine(typed, terminal, builtApp);
if (code !== 0) throw new Error(said.join("\n"));
const { user, system } = process.cpuUsage(before);
const { articles, pages } = JSON.parse(said.join("\n")) as Pick<MeasuredSite, "articles" | "pages">;
const measured: MeasuredSite = {
  articles,
  pages,
  seconds: (performance.now() - before.time) / 1000,
  cpu: (user + system) / 1e6,
  system: system / 1e6,
  megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
};
console.log(JSON.stringify(measured));
