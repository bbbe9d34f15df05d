import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { Article } from "#domain/article.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { instantOfEpoch } from "#domain/instant.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { isWebAddress } from "#domain/web-address.ts";
import { parseNewsroom, usualNewsroom } from "#edition/newsroom-file.ts";
import { followFeed } from "#wire/follow-feed.ts";
import { type Reading, readCopy } from "#wire/read-copy.ts";
import { fetchCopy } from "./fetch-copy.ts";
import { isPressedSite } from "./site-record.ts";
import { CommandProblem, codeOf, type Terminal } from "./terminal.ts";

/** Pictures that browsers show, by their file endings. */
const pictureEndings = [".jpg", ".jpeg", ".png", ".webp", ".avif", ".svg", ".gif"];

/** Where a file of copy lies: the folder that its pictures may not lie outside of, and the picture with its name. */
export type CopyPlace = { readonly root: string; readonly picture?: string };

export type Gathered = {
  readonly newsroom: Newsroom;
  readonly articles: readonly Article[];
  readonly spiked: readonly CopyProblem[];
  readonly notes: readonly CopyProblem[];
  /** Files and feeds that were looked at. */
  readonly sources: number;
  /** By file of copy; feeds from the web have none. */
  readonly places: ReadonlyMap<string, CopyPlace>;
};

type Source = { readonly file: string; readonly root: string };

/**
 * Reads all copy that the arguments name: files, folders and feeds' addresses, each once. Folders are read in order of name,
 * without what is hidden and without sites that were pressed into them.
 */
export async function gatherCopy(
  named: readonly string[],
  newsroomFile: string | undefined,
  terminal: Terminal,
): Promise<Gathered> {
  const spiked: CopyProblem[] = [];
  const sources = await sourcesOf(named, spiked);
  const found = await findNewsroom(named, newsroomFile);
  const notes = [...found.problems];
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
  const isOneFeed = found.isUsual && title !== undefined && otherTitles.length === 0;
  const newsroom = isOneFeed ? { ...found.newsroom, name: title } : found.newsroom;
  return { newsroom, articles, spiked, notes, sources: sources.length, places };
}

async function sourcesOf(named: readonly string[], spiked: CopyProblem[]): Promise<readonly Source[]> {
  const sources = new Map<string, Source>();
  for (const name of named) {
    if (isWebAddress(name)) sources.set(name, { file: name, root: name });
    else
      for (const source of await sourcesUnder(name, spiked)) {
        const path = resolve(source.file);
        if (!sources.has(path)) sources.set(path, source);
      }
  }
  return [...sources.values()].filter(({ file }) => basename(file) !== "newsroom.json" && !isPicture(file));
}

async function sourcesUnder(path: string, spiked: CopyProblem[]): Promise<Source[]> {
  const spike = (found: string, mend: string) =>
    spiked.push({ file: path, found, expected: "a file or folder of copy", mend });
  try {
    const found = await stat(path);
    if (!found.isDirectory()) {
      if (isPicture(path)) spike("a picture alone", "Name the story beside it, or the folder that both lie in.");
      return [{ file: path, root: dirname(path) }];
    }
    if (await isPressedSite(path)) {
      spike("a pressed site", `Name the copy that it was made of, or its feed: ${join(path, "feed.json")}.`);
      return [];
    }
    return (await filesUnder(path)).map((file) => ({ file, root: path }));
  } catch (problem) {
    const code = codeOf(problem);
    if (code === "ENOENT") spike("missing", "Check the name; it is looked for from the folder that you are in.");
    else spike(`unreadable (${code})`, "Check who may read it.");
    return [];
  }
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const visible = entries
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of visible) {
    const path = join(folder, entry.name);
    if (entry.isFile()) files.push(path);
    else if (entry.isDirectory() && !(await isPressedSite(path))) files.push(...(await filesUnder(path)));
  }
  return files;
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
  /** Whether nobody wrote settings. */
  readonly isUsual: boolean;
};

/** The settings that were chosen, or newsroom.json in or beside the first copy. */
async function findNewsroom(named: readonly string[], chosen: string | undefined): Promise<FoundNewsroom> {
  const [first = "."] = named.filter((name) => !isWebAddress(name));
  const usual = usualNewsroom(nameFor(first));
  const candidates = chosen ? [chosen] : [join(first, "newsroom.json"), join(dirname(first), "newsroom.json")];
  for (const path of candidates) {
    const text = await readFile(path, "utf8").catch(() => undefined);
    if (text !== undefined) return { ...parseNewsroom(text, path, usual), isUsual: false };
  }
  if (chosen) throw new CommandProblem(`The newsroom's settings, ${chosen}, cannot be read. Check the name.`);
  return { newsroom: usual, problems: [], isUsual: true };
}

/** A newsroom without settings is called after the folder that its copy lies in. */
function nameFor(path: string): string {
  const folder = extname(path) === "" ? path : dirname(path);
  const words = basename(resolve(folder))
    .replace(/[-_.]+/gu, " ")
    .trim();
  return words === "" ? "Newsroom" : words.charAt(0).toUpperCase() + words.slice(1);
}

async function pictureBeside(file: string): Promise<string | undefined> {
  if (extname(file).toLowerCase() !== ".txt") return undefined;
  const stem = file.slice(0, -extname(file).length);
  for (const ending of pictureEndings) {
    for (const candidate of [stem + ending, stem + ending.toUpperCase()]) {
      if ((await stat(candidate).catch(() => undefined))?.isFile()) return candidate;
    }
  }
  return undefined;
}

function isPicture(file: string): boolean {
  return pictureEndings.includes(extname(file).toLowerCase());
}
