import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import type { Article } from "#domain/article.ts";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { instantOfEpoch } from "#domain/instant.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { parseNewsroom, usualNewsroom } from "#edition/newsroom-file.ts";
import { followFeed } from "#wire/follow-feed.ts";
import { type Reading, readCopy } from "#wire/read-copy.ts";
import { fetchCopy } from "./fetch-copy.ts";
import { CommandProblem, type Terminal } from "./terminal.ts";

/** Pictures that browsers show, by their file endings. */
export const pictureEndings = [".jpg", ".jpeg", ".png", ".webp", ".avif", ".svg", ".gif"];

export type Gathered = {
  readonly newsroom: Newsroom;
  readonly articles: readonly Article[];
  readonly spiked: readonly CopyProblem[];
  readonly notes: readonly CopyProblem[];
  /** Files and feeds that were read. */
  readonly sources: number;
  /** By a wire story's file, the picture file beside it. */
  readonly besides: ReadonlyMap<string, string>;
};

/** Reads all copy that the arguments name: files, folders (in order of name, without hidden ones) and feeds' addresses. */
export async function gatherCopy(
  named: readonly string[],
  newsroomFile: string | undefined,
  terminal: Terminal,
): Promise<Gathered> {
  const spiked: CopyProblem[] = [];
  const notes: CopyProblem[] = [];
  const files: string[] = [];
  for (const name of named) {
    if (isWebAddress(name)) files.push(name);
    else files.push(...(await filesUnder(name, spiked)));
  }
  const { newsroom, path, problems } = await findNewsroom(named, files, newsroomFile);
  notes.push(...problems);
  const copy = files.filter((file) => file !== path && basename(file) !== "newsroom.json" && !isPicture(file));
  const pictures = new Set(files.filter(isPicture));
  const articles: Article[] = [];
  const besides = new Map<string, string>();
  for (const [at, file] of copy.entries()) {
    terminal.progress(`reading ${at + 1} of ${copy.length}  ${file}`);
    const reading = await readSource(file, newsroom, terminal.now());
    articles.push(...reading.articles);
    spiked.push(...reading.spiked);
    notes.push(...reading.notes);
    const picture = await pictureBeside(file, pictures);
    if (picture && reading.articles.length === 1) besides.set(file, picture);
  }
  return { newsroom, articles, spiked, notes, sources: copy.length, besides };
}

async function readSource(file: string, newsroom: Newsroom, now: number): Promise<Reading> {
  if (isWebAddress(file)) return followFeed(file, fetchCopy, { newsroom, received: instantOfEpoch(now) });
  try {
    const [bytes, { mtimeMs }] = await Promise.all([readFile(file), stat(file)]);
    return readCopy({ name: file, bytes }, { newsroom, received: instantOfEpoch(mtimeMs) });
  } catch (problem) {
    const spiked = [
      {
        file,
        found: `unreadable (${codeOf(problem)})`,
        expected: "a file that may be read",
        mend: "Check who may read it.",
      },
    ];
    return { articles: [], spiked, notes: [] };
  }
}

async function filesUnder(path: string, spiked: CopyProblem[]): Promise<string[]> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return [path];
    const entries = await readdir(path, { withFileTypes: true });
    const visible = entries
      .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
      .sort((one, other) => (one.name < other.name ? -1 : 1));
    const nested = [];
    for (const entry of visible) {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) nested.push(...(await filesUnder(inside, spiked)));
      else if (entry.isFile()) nested.push(inside);
    }
    return nested;
  } catch (problem) {
    const missing = codeOf(problem) === "ENOENT";
    spiked.push({
      file: path,
      found: missing ? "missing" : `unreadable (${codeOf(problem)})`,
      expected: "a file or folder of copy",
      mend: missing ? "Check the name; it is looked for from the folder that you are in." : "Check who may read it.",
    });
    return [];
  }
}

async function findNewsroom(
  named: readonly string[],
  files: readonly string[],
  chosen: string | undefined,
): Promise<{ newsroom: Newsroom; path?: string; problems: readonly CopyProblem[] }> {
  const [first = "."] = named.filter((name) => !isWebAddress(name));
  const usual = usualNewsroom(nameFor(first));
  const inside = files.find((file) => basename(file) === "newsroom.json");
  const candidates = chosen
    ? [chosen]
    : [...(inside ? [inside] : []), join(dirname(first), "newsroom.json"), join(first, "newsroom.json")];
  for (const path of candidates) {
    const text = await readFile(path, "utf8").catch(() => undefined);
    if (text !== undefined) return { ...parsed(text, path, usual), path };
  }
  if (chosen) throw new CommandProblem(`The newsroom's settings, ${chosen}, cannot be read. Check the name.`);
  return { newsroom: usual, problems: [] };
}

function parsed(text: string, path: string, usual: Newsroom): { newsroom: Newsroom; problems: readonly CopyProblem[] } {
  return parseNewsroom(text, path, usual);
}

/** A newsroom without settings is called after the folder that its copy lies in. */
function nameFor(path: string): string {
  const folder = extname(path) === "" ? path : dirname(path);
  const words = basename(folder === "." ? process.cwd() : folder)
    .replace(/[-_.]+/gu, " ")
    .trim();
  return words === "" ? "Newsroom" : words.charAt(0).toUpperCase() + words.slice(1);
}

async function pictureBeside(file: string, known: ReadonlySet<string>): Promise<string | undefined> {
  if (isWebAddress(file) || extname(file) !== ".txt") return undefined;
  const stem = file.slice(0, -extname(file).length);
  for (const ending of pictureEndings) {
    for (const candidate of [stem + ending, stem + ending.toUpperCase()]) {
      if (known.has(candidate) || (await stat(candidate).catch(() => undefined))?.isFile()) return candidate;
    }
  }
  return undefined;
}

function isPicture(file: string): boolean {
  return pictureEndings.includes(extname(file).toLowerCase());
}

export function isWebAddress(name: string): boolean {
  return /^https?:\/\//iu.test(name);
}

export function codeOf(problem: unknown): string {
  return problem instanceof Error && "code" in problem ? String(problem.code) : String(problem);
}
