import { readFile, stat } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { Article } from "#domain/article.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { instantOfEpoch } from "#domain/instant.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { isWebAddress } from "#domain/web-address.ts";
import { parseNewsroom, usualNewsroom } from "#edition/newsroom-file.ts";
import { followFeed } from "#wire/follow-feed.ts";
import { readCopy } from "#wire/read-copy.ts";
import type { Reading } from "#wire/reading.ts";
import { fetchCopy } from "./fetch-copy.ts";
import { findCopy, pictureBeside } from "./find-copy.ts";
import { CommandProblem, codeOf, type Terminal } from "./terminal.ts";

/** Where a file of copy lies: the folder that its pictures may not lie outside of, and the picture with its name. */
export type CopyPlace = { readonly root: string; readonly picture?: string };

export type Gathered = {
  readonly newsroom: Newsroom;
  readonly articles: readonly Article[];
  readonly spiked: readonly CopyProblem[];
  readonly notes: readonly CopyProblem[];
  /** Files and feeds that were looked at. */
  readonly files: readonly string[];
  /** The file that the newsroom's settings stand in, when somebody wrote any. */
  readonly settings?: string;
  /** By file of copy; feeds from the web have none. */
  readonly places: ReadonlyMap<string, CopyPlace>;
};

/** Reads all copy that the arguments name. */
export async function gatherCopy(
  named: readonly string[],
  newsroomFile: string | undefined,
  terminal: Terminal,
): Promise<Gathered> {
  const { sources, spiked, notes } = await findCopy(named);
  const found = await findNewsroom(named, newsroomFile);
  notes.push(...found.problems);
  const articles: Article[] = [];
  const places = new Map<string, CopyPlace>();
  const titles = new Set<string | undefined>();
  for (const [at, { file, root }] of sources.entries()) {
    terminal.interrupted.throwIfAborted();
    terminal.progress(`reading ${at + 1} of ${sources.length}  ${file}`);
    const reading = await readSource(file, found.newsroom, terminal);
    articles.push(...reading.articles);
    spiked.push(...reading.spiked);
    notes.push(...reading.notes);
    titles.add(reading.title);
    if (isWebAddress(file)) continue;
    const picture = reading.articles.length === 1 ? await pictureBeside(file) : undefined;
    places.set(file, { root, ...(picture && { picture }) });
  }
  const [title, ...otherTitles] = titles;
  const isOneFeed = found.settings === undefined && title !== undefined && otherTitles.length === 0;
  const newsroom = isOneFeed ? { ...found.newsroom, name: title } : found.newsroom;
  const files = sources.map(({ file }) => file);
  return { newsroom, articles, spiked, notes, files, places, ...(found.settings && { settings: found.settings }) };
}

/** The feed that a site reads live because there is no copy for it; undefined when there is, or was meant to be. */
export function liveFeedOf({ newsroom, files, spiked }: Gathered): string | undefined {
  return files.length === 0 && spiked.length === 0 ? newsroom.live : undefined;
}

async function readSource(file: string, newsroom: Newsroom, { now, interrupted }: Terminal): Promise<Reading> {
  if (isWebAddress(file)) {
    const fetchPage = (url: string) => fetchCopy(url, interrupted);
    return followFeed(file, fetchPage, { newsroom, received: instantOfEpoch(now()) });
  }
  try {
    const [bytes, { mtimeMs }] = await Promise.all([readFile(file), stat(file)]);
    const reading = readCopy({ name: file, bytes }, { newsroom, received: instantOfEpoch(mtimeMs) });
    return reading.nextUrl === undefined ? reading : withoutOlderPages(reading, file, reading.nextUrl);
  } catch (problem) {
    const found = `unreadable (${codeOf(problem)})`;
    const spiked = [{ file, found, expected: "a file that may be read", mend: "Check who may read it." }];
    return { articles: [], spiked, notes: [] };
  }
}

/** A feed in a file is not followed to its older pages: from the disk, nobody can tell where they lie. */
function withoutOlderPages(reading: Reading, file: string, nextUrl: string): Reading {
  const note = {
    file,
    field: "next_url",
    found: `"${nextUrl}", where older articles are`,
    expected: "a feed that is whole",
    mend: "To press the older ones as well, name the feed's web address, or the files of its further pages.",
  };
  return { ...reading, notes: [...reading.notes, note] };
}

type FoundNewsroom = {
  readonly newsroom: Newsroom;
  readonly problems: readonly CopyProblem[];
  readonly settings?: string;
};

/** The settings that were chosen, or newsroom.json in or beside the first copy. */
async function findNewsroom(named: readonly string[], chosen: string | undefined): Promise<FoundNewsroom> {
  const [first = "."] = named.filter((name) => !isWebAddress(name));
  const usual = usualNewsroom(nameFor(first));
  const candidates = chosen ? [chosen] : [join(first, "newsroom.json"), join(dirname(first), "newsroom.json")];
  for (const path of candidates) {
    const text = await readFile(path, "utf8").catch(() => undefined);
    if (text !== undefined) return { ...parseNewsroom(text, path, usual), settings: path };
  }
  if (chosen) throw new CommandProblem(`The newsroom's settings, ${chosen}, cannot be read. Check the name.`);
  return { newsroom: usual, problems: [] };
}

/** A newsroom without settings is called after the folder that its copy lies in. */
function nameFor(path: string): string {
  const folder = extname(path) === "" ? path : dirname(path);
  const words = basename(resolve(folder))
    .replace(/[-_.]+/gu, " ")
    .trim();
  return words === "" ? "Newsroom" : words.charAt(0).toUpperCase() + words.slice(1);
}
