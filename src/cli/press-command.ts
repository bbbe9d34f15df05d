import { readFile } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { epochOf, parseInstant } from "#domain/instant.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import type { EditionFile } from "#edition/edition-file.ts";
import { type Edition, press } from "#press/press.ts";
import type { BuiltApp } from "./build-app.ts";
import { type Collected, collectPictures, shownIn } from "./collect-pictures.ts";
import type { Typed } from "./command-line.ts";
import { type Gathered, gatherCopy, isWebAddress } from "./gather-copy.ts";
import { liveShells, type Shell, shellPrinter, shellsFor, standingShells } from "./page-shells.ts";
import { count, reportProblems } from "./report.ts";
import { CommandProblem, type ExitCode, type Terminal } from "./terminal.ts";
import { refuseForeignFolder, type SiteWriter, writeSite } from "./write-site.ts";

export async function pressCommand(
  { positionals, options }: Typed,
  terminal: Terminal,
  builtApp: BuiltApp,
): Promise<ExitCode> {
  const started = performance.now();
  const out = options["out"];
  if (positionals.length === 0 && !options["newsroom"])
    throw new CommandProblem("Say which copy to press: npm run dateline -- press <files or folders> --out <folder>");
  if (typeof out !== "string" || out === "") throw new CommandProblem("Say where the site goes: --out <folder>");
  refuseOverlap(positionals, out);
  await refuseForeignFolder(resolve(out), out);
  const now = momentOf(options["now"], terminal);
  const url = addressOf(options["url"]);
  const newsroomFile = typeof options["newsroom"] === "string" ? options["newsroom"] : undefined;
  const gathered = await gatherCopy(positionals, newsroomFile, terminal);
  const newsroom = { ...gathered.newsroom, ...(url && { url }) };
  const { live } = newsroom;
  if (live !== undefined && gathered.sources === 0 && gathered.spiked.length === 0) {
    reportProblems([], gathered.notes, terminal);
    await writeLive(newsroom, out, terminal, builtApp);
    sayLive(live, out, options, terminal);
    return 0;
  }

  const collected = await collectPictures(gathered.articles, gathered.places, terminal);
  const edition = press(collected.articles, printed(newsroom), now);
  const spiked = [...gathered.spiked, ...edition.spiked];
  const notes = [...gathered.notes, ...collected.notes];
  if (edition.articles.length === 0 && edition.held.length === 0) {
    reportProblems(spiked, notes, terminal);
    throw new CommandProblem(`${nothingToPress(gathered)} ${out} was left as it was.`);
  }
  const written = await writeEdition(edition, collected, printed(newsroom), out, terminal, builtApp);
  const seconds = (performance.now() - started) / 1000;
  const articles = edition.articles.length;
  if (options["json"]) {
    sayJson({ out, articles, held: edition.held, ...written, seconds, spiked, notes }, terminal);
  } else {
    reportProblems(spiked, notes, terminal);
    for (const { headline, until } of edition.held) terminal.warn(`held    “${headline}” until ${until}`);
    terminal.say(
      `Pressed ${count(articles, "article", "articles")} into ${out}: ${count(written.files, "file", "files")}, ${(written.bytes / 1e6).toFixed(1)} MB, in ${seconds.toFixed(1)} s; ${spiked.length} spiked.`,
    );
    terminal.say(`Look at it:  npm run dateline -- serve ${out}`);
  }
  return options["strict"] && spiked.length > 0 ? 1 : 0;
}

function nothingToPress({ sources, articles }: Gathered): string {
  if (sources === 0) return "Nothing to press: there is no copy there.";
  const looked = count(sources, "file was", "files were");
  return articles.length === 0
    ? `Nothing to press: ${looked} looked at, and none could be read.`
    : `Nothing to press: ${looked} looked at, and every article in them is withdrawn.`;
}

/** A printed edition says nothing of a feed to be read live: the reader would have two to choose from. */
function printed({ live: _live, ...newsroom }: Newsroom): Newsroom {
  return newsroom;
}

async function writeEdition(
  edition: Edition,
  collected: Collected,
  newsroom: Newsroom,
  out: string,
  terminal: Terminal,
  builtApp: BuiltApp,
): Promise<{ files: number; bytes: number }> {
  let files = 0;
  let bytes = 0;
  await writeApp(newsroom, out, terminal, builtApp, async ({ write, copy }, print) => {
    for (const { from, path } of shownIn(edition.articles, collected.pictures)) await copy(from, path);
    for (const shell of standingShells(newsroom)) await write(print(shell));
    for (const file of edition.files) {
      for (const shell of shellsFor(file, newsroom)) await write(print(shell));
      await write(file);
      files += 1;
      bytes += typeof file.content === "string" ? Buffer.byteLength(file.content) : file.content.length;
      if (files % 200 === 0) terminal.progress(`pressing  ${files} files  ${file.path}`);
    }
  });
  return { files, bytes };
}

/** A site without articles of its own: the app, and a newsroom.json that names the feed. */
async function writeLive(newsroom: Newsroom, out: string, terminal: Terminal, builtApp: BuiltApp): Promise<void> {
  await writeApp(newsroom, out, terminal, builtApp, async ({ write }, print) => {
    await write({ path: "newsroom.json", content: `${JSON.stringify(newsroom, undefined, 2)}\n` });
    for (const shell of liveShells(newsroom)) await write(print(shell));
  });
}

async function writeApp(
  newsroom: Newsroom,
  out: string,
  terminal: Terminal,
  builtApp: BuiltApp,
  fill: (writer: SiteWriter, print: (shell: Shell) => EditionFile) => Promise<void>,
): Promise<void> {
  const app = await builtApp(terminal);
  const basePath = newsroom.url ? new URL(newsroom.url).pathname : "/";
  const print = shellPrinter(await readFile(join(app, "index.html"), "utf8"), newsroom, basePath);
  const write = async (writer: SiteWriter) => {
    await writer.copy(app, ".");
    await fill(writer, print);
  };
  await writeSite(out, basePath, write, terminal.interrupted);
}

function sayLive(live: string, out: string, options: Typed["options"], terminal: Terminal): void {
  if (options["json"]) return sayJson({ out, live }, terminal);
  terminal.say(`Made a site in ${out} that reads ${live} live.`);
  if (!isWebAddress(live)) terminal.say(`Put the feed there:  ${join(out, live)}  (a later press leaves it)`);
  terminal.say(`Look at it:  npm run dateline -- serve ${out}`);
}

function sayJson(summary: object, terminal: Terminal): void {
  terminal.say(JSON.stringify(summary, undefined, 2));
}

function addressOf(typed: string | boolean | undefined): string | undefined {
  if (typeof typed !== "string") return undefined;
  if (!/^https?:/iu.test(typed) || !URL.canParse(typed)) {
    throw new CommandProblem(
      `--url was “${typed}”; expected the site's web address, such as https://example.org/news/.`,
    );
  }
  const { origin, pathname } = new URL(typed);
  return `${origin}${pathname.endsWith("/") ? pathname : `${pathname}/`}`;
}

function momentOf(typed: string | boolean | undefined, terminal: Terminal): number {
  if (typeof typed !== "string") return terminal.now();
  const instant = parseInstant(typed);
  if (!instant)
    throw new CommandProblem(`--now was “${typed}”; expected an ISO 8601 date such as 2025-05-28T09:30:00Z.`);
  return epochOf(instant);
}

/** Replacing the folder that the copy lies in would take the copy away. */
function refuseOverlap(positionals: readonly string[], out: string): void {
  const target = resolve(out) + sep;
  for (const name of positionals.filter((one) => !isWebAddress(one))) {
    const copy = resolve(name) + sep;
    if (copy === target || copy.startsWith(target))
      throw new CommandProblem(
        `--out ${out} holds the copy ${name}, and pressing would replace it. Name another folder.`,
      );
  }
}
