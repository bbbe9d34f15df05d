import { createHash } from "node:crypto";
import { join, resolve, sep } from "node:path";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { epochOf, parseInstant } from "#domain/instant.ts";
import { digitsOf, type Newsroom } from "#domain/newsroom.ts";
import { isWebAddress, siteAddress } from "#domain/web-address.ts";
import { offlineWorkerFile } from "#edition/offline.ts";
import { type Edition, press } from "#press/press.ts";
import tokens from "#ui/design-tokens.json" with { type: "json" };
import { loadEmbedWords } from "#words/embeds/load-embed-words.ts";
import { loadWords } from "#words/load-words.ts";
import type { BuiltApp } from "./build-app.ts";
import { type Collected, collectPictures, shownIn } from "./collect-pictures.ts";
import { compressSite } from "./compression.ts";
import { drawSharePictures, type ShareChoice, shareChoices } from "./draw-share-pictures.ts";
import { type Gathered, gatherCopy, liveFeedOf } from "./gather-copy.ts";
import { pagePrinter } from "./page-document.ts";
import { livePages } from "./page-list.ts";
import { type PageChoice, pageChoices } from "./page-printer.ts";
import { liveEmbeds } from "./print-embeds.ts";
import { openPagePress, type PagePress } from "./print-pages.ts";
import { printSearchFeeds } from "./print-search-feeds.ts";
import { count, reportInShort } from "./report.ts";
import { notesOnSettings } from "./settings-notes.ts";
import { CommandProblem, type ExitCode, type Terminal } from "./terminal.ts";
import type { Typed } from "./typed.ts";
import { refuseUnfitPlace, type SiteWriter, whatIsLeft, writeSite } from "./write-site.ts";

const { paper } = tokens.color.light;
/** A site that is installed is surrounded by what its pages are. */
const means = { colours: { background: paper, theme: paper }, beginHash: () => createHash("sha256") };

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
  await refuseUnfitPlace(out);
  const now = momentOf(options["now"], terminal);
  const url = addressOf(options["url"]);
  const how = { choice: choiceOf(options["pages"]), isCompressed: options["compress"] === true };
  const shares = shareChoiceOf(options["share-pictures"]);
  const newsroomFile = typeof options["newsroom"] === "string" ? options["newsroom"] : undefined;
  const gathered = await gatherCopy(positionals, newsroomFile, terminal);
  const newsroom = { ...gathered.newsroom, ...(url && { url }) };
  const checking = checkCommand(positionals, newsroomFile);
  const live = liveFeedOf(gathered);
  if (live !== undefined) {
    if (!options["json"]) reportInShort([], gathered.notes, checking, terminal);
    await writeLive(newsroom, out, terminal, builtApp);
    sayLive(live, gathered.notes, out, options, terminal);
    return 0;
  }

  const pictured = await collectPictures(gathered.articles, gathered.places, terminal, "print");
  const collected = await drawSharePictures(pictured, newsroom, now, shares, terminal);
  const edition = press(collected.articles, printed(newsroom), now, means);
  const spiked = [...gathered.spiked, ...edition.spiked];
  const known = [...gathered.notes, ...notesOnSettings(gathered, edition), ...collected.notes];
  if (edition.articles.length === 0 && edition.held.length === 0) {
    reportInShort(spiked, known, checking, terminal);
    throw new CommandProblem(`${nothingToPress(gathered)} ${whatIsLeft(out)}`);
  }
  const { notes: late, ...written } = await writeEdition(
    edition,
    collected,
    printed(newsroom),
    out,
    how,
    terminal,
    builtApp,
  );
  const notes = [...known, ...late];
  const seconds = (performance.now() - started) / 1000;
  const articles = edition.articles.length;
  if (options["json"]) {
    sayJson({ out, articles, held: edition.held, ...written, seconds, spiked, notes }, terminal);
  } else {
    reportInShort(spiked, notes, checking, terminal);
    for (const { headline, until } of edition.held) terminal.warn(`held    “${headline}” until ${until}`);
    terminal.say(
      `Pressed ${count(articles, "article", "articles")} into ${out}: ${count(written.pages, "page", "pages")} and ${count(written.files, "file", "files")} of the edition (${(written.bytes / 1e6).toFixed(1)} MB), in ${seconds.toFixed(1)} s; ${spiked.length} spiked.`,
    );
    terminal.say(`Look at it:  npm run dateline -- serve ${out}`);
  }
  return options["strict"] && spiked.length > 0 ? 1 : 0;
}

/** The command that says everything that press finds wrong in the same copy. */
function checkCommand(copy: readonly string[], newsroomFile: string | undefined): string {
  const names = [...copy, ...(newsroomFile === undefined ? [] : ["--newsroom", newsroomFile])];
  const typed = names.map((name) => (/^[\p{L}\p{N}_./:@%+=,~-]+$/u.test(name) ? name : JSON.stringify(name)));
  return ["npm run dateline -- check", ...typed].join(" ");
}

function nothingToPress({ files, articles }: Gathered): string {
  if (files.length === 0) return "Nothing to press: there is no copy there.";
  const looked = count(files.length, "file was", "files were");
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
  { choice, isCompressed }: { readonly choice: PageChoice; readonly isCompressed: boolean },
  terminal: Terminal,
  builtApp: BuiltApp,
): Promise<{ pages: number; files: number; bytes: number; notes: readonly CopyProblem[] }> {
  const app = await builtApp(terminal);
  const basePath = basePathOf(newsroom);
  let pages = 0;
  let files = 0;
  let bytes = 0;
  let notes: readonly CopyProblem[] = [];
  const print = async (site: SiteWriter, pagePress: PagePress) => {
    await site.copy(app.folder, ".");
    for (const { from, path } of shownIn(edition.articles, collected.pictures)) await site.copy(from, path);
    for (const file of edition.files) {
      await site.write(file);
      await pagePress.take(file.path);
      files += 1;
      bytes += typeof file.content === "string" ? Buffer.byteLength(file.content) : file.content.length;
      if (files % 200 === 0) terminal.progress(`pressing  ${files} files  ${file.path}`);
    }
    notes = await printSearchFeeds(edition.articles, newsroom, site);
    pages = await pagePress.finish();
    await site.write({ path: offlineWorkerFile, content: app.offlineWorker(newsroom) });
    if (isCompressed) {
      await site.flush();
      await compressSite(site.folder, terminal);
    }
  };
  const fill = async (site: SiteWriter) => {
    const pagePress = openPagePress(edition, choice, app, basePath, site, terminal);
    try {
      await print(site, pagePress);
    } finally {
      await pagePress.close();
    }
  };
  await writeSite(out, basePath, fill, terminal.interrupted);
  return { pages, files, bytes, notes };
}

/** A site without articles of its own: the app, and a newsroom.json that names the feed. */
async function writeLive(newsroom: Newsroom, out: string, terminal: Terminal, builtApp: BuiltApp): Promise<void> {
  const app = await builtApp(terminal);
  const basePath = basePathOf(newsroom);
  const words = await loadWords(newsroom.language, digitsOf(newsroom));
  const print = pagePrinter(app, newsroom, basePath, words);
  const embedWords = await loadEmbedWords(newsroom.language, digitsOf(newsroom));
  const fill = async ({ copy, write }: SiteWriter) => {
    await copy(app.folder, ".");
    await write({ path: "newsroom.json", content: `${JSON.stringify(newsroom, undefined, 2)}\n` });
    await write({ path: offlineWorkerFile, content: app.offlineWorker(newsroom) });
    for (const page of livePages(newsroom, words, embedWords)) await write(print(page));
    for (const file of await liveEmbeds(app, newsroom, basePath)) await write(file);
  };
  await writeSite(out, basePath, fill, terminal.interrupted);
}

function basePathOf({ url }: Newsroom): string {
  return url ? new URL(url).pathname : "/";
}

function sayLive(
  live: string,
  notes: readonly CopyProblem[],
  out: string,
  options: Typed["options"],
  terminal: Terminal,
): void {
  if (options["json"]) return sayJson({ out, live, notes }, terminal);
  terminal.say(`Made a site in ${out} that reads ${live} live.`);
  if (!isWebAddress(live)) terminal.say(`Put the feed there:  ${join(out, live)}  (a later press leaves it)`);
  terminal.say(`Look at it:  npm run dateline -- serve ${out}`);
}

function sayJson(summary: object, terminal: Terminal): void {
  terminal.say(JSON.stringify(summary, undefined, 2));
}

function addressOf(typed: string | boolean | undefined): string | undefined {
  if (typeof typed !== "string") return undefined;
  const address = siteAddress(typed);
  if (address !== undefined) return address;
  throw new CommandProblem(`--url was “${typed}”; expected the site's web address, such as https://example.org/news/.`);
}

function choiceOf(typed: string | boolean | undefined): PageChoice {
  const choice = pageChoices.find((one) => one === (typed ?? "all"));
  if (choice) return choice;
  throw new CommandProblem(`--pages was “${String(typed)}”; expected all, recent or none.`);
}

function shareChoiceOf(typed: string | boolean | undefined): ShareChoice {
  const choice = shareChoices.find((one) => one === (typed ?? "recent"));
  if (choice) return choice;
  throw new CommandProblem(`--share-pictures was “${String(typed)}”; expected recent, all or none.`);
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
