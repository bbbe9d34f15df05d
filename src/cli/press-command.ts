import { readFile } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { epochOf, parseInstant } from "#domain/instant.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { type Edition, press } from "#press/press.ts";
import { builtApp } from "./build-app.ts";
import { type Collected, collectPictures } from "./collect-pictures.ts";
import type { Typed } from "./command-line.ts";
import { gatherCopy, isWebAddress } from "./gather-copy.ts";
import { shellPrinter, shellsFor, standingShells } from "./page-shells.ts";
import { count, reportProblems } from "./report.ts";
import { CommandProblem, type ExitCode, type Terminal } from "./terminal.ts";
import { writeSite } from "./write-site.ts";

export async function pressCommand({ positionals, options }: Typed, terminal: Terminal): Promise<ExitCode> {
  const started = performance.now();
  const out = options["out"];
  if (positionals.length === 0 && !options["newsroom"])
    throw new CommandProblem("Say which copy to press: npm run dateline -- press <files or folders> --out <folder>");
  if (typeof out !== "string" || out === "") throw new CommandProblem("Say where the site goes: --out <folder>");
  refuseOverlap(positionals, out);
  const now = momentOf(options["now"], terminal);
  const newsroomFile = typeof options["newsroom"] === "string" ? options["newsroom"] : undefined;
  const gathered = await gatherCopy(positionals, newsroomFile, terminal);
  const newsroom = withAddress(gathered.newsroom, options["url"]);
  if (gathered.sources === 0 && newsroom.live) return pressLive(newsroom, out, terminal);

  const collected = await collectPictures(gathered.articles, gathered.besides);
  const edition = press(collected.articles, printed(newsroom), now);
  const spiked = [...gathered.spiked, ...edition.spiked];
  const notes = [...gathered.notes, ...collected.notes];
  if (edition.articles.length === 0 && edition.held.length === 0) {
    reportProblems(spiked, notes, terminal);
    throw new CommandProblem(
      `Nothing to press: ${count(gathered.sources, "file was", "files were")} looked at, and none could be read. ${out} was left as it was.`,
    );
  }
  const written = await writeEdition(edition, collected, printed(newsroom), out, terminal);
  const seconds = (performance.now() - started) / 1000;
  if (options["json"]) {
    terminal.say(
      JSON.stringify(
        {
          out,
          articles: edition.articles.length,
          held: edition.held,
          files: written.files,
          bytes: written.bytes,
          seconds,
          spiked,
          notes,
        },
        undefined,
        2,
      ),
    );
  } else {
    reportProblems(spiked, notes, terminal);
    for (const { headline, until } of edition.held) terminal.warn(`held    “${headline}” until ${until}`);
    terminal.say(
      `Pressed ${count(edition.articles.length, "article", "articles")} into ${out}: ${count(written.files, "file", "files")}, ${(written.bytes / 1e6).toFixed(1)} MB, in ${seconds.toFixed(1)} s; ${spiked.length} spiked.`,
    );
    terminal.say(`Look at it:  npm run dateline -- serve ${out}`);
  }
  return options["strict"] && spiked.length > 0 ? 1 : 0;
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
): Promise<{ files: number; bytes: number }> {
  const app = await builtApp(terminal);
  const print = shellPrinter(await readFile(join(app, "index.html"), "utf8"), newsroom, basePathOf(newsroom));
  let files = 0;
  let bytes = 0;
  await writeSite(out, async ({ write, copy }) => {
    await copy(app, ".");
    for (const { from, path } of collected.pictures) await copy(from, path);
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
async function pressLive(newsroom: Newsroom, out: string, terminal: Terminal): Promise<ExitCode> {
  const app = await builtApp(terminal);
  const print = shellPrinter(await readFile(join(app, "index.html"), "utf8"), newsroom, basePathOf(newsroom));
  await writeSite(out, async ({ write, copy }) => {
    await copy(app, ".");
    await write({ path: "newsroom.json", content: `${JSON.stringify(newsroom, undefined, 2)}\n` });
    for (const shell of [{ ...standingShells(newsroom)[0], path: "" }, ...standingShells(newsroom)]) {
      if ("head" in shell && shell.head)
        await write(print({ head: shell.head, words: [newsroom.name], links: [], path: shell.path }));
    }
  });
  terminal.say(`Made a site in ${out} that reads ${newsroom.live} live.`);
  terminal.say(`Look at it:  npm run dateline -- serve ${out}`);
  return 0;
}

export function basePathOf({ url }: Newsroom): string {
  return url ? new URL(url).pathname : "/";
}

function withAddress(newsroom: Newsroom, address: string | boolean | undefined): Newsroom {
  if (typeof address !== "string") return newsroom;
  if (!/^https?:/iu.test(address) || !URL.canParse(address)) {
    throw new CommandProblem(
      `--url was “${address}”; expected the site's web address, such as https://example.org/news/.`,
    );
  }
  const { href } = new URL(address);
  return { ...newsroom, url: href.endsWith("/") ? href : `${href}/` };
}

function momentOf(typed: string | boolean | undefined, terminal: Terminal): number {
  if (typeof typed !== "string") return terminal.now();
  const instant = parseInstant(typed);
  if (!instant)
    throw new CommandProblem(`--now was “${typed}”; expected an ISO 8601 date such as 2025-05-28T09:30:00Z.`);
  return epochOf(instant);
}

/** Replacing the folder that the copy lies in would take the copy away; pressing into it would be read as copy the next time. */
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
