import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, isAbsolute, join, relative, sep } from "node:path";
import type { CopyProblem } from "#domain/copy-problem.ts";
import { isWebAddress } from "#domain/web-address.ts";
import { isPressedSite } from "./site-record.ts";
import { codeOf } from "./terminal.ts";

/** Pictures that browsers show, by their file endings. */
const pictureEndings = [".jpg", ".jpeg", ".png", ".webp", ".avif", ".svg", ".gif"];

/** A file of copy or a feed's address, and the folder that its pictures may not lie outside of. */
export type Source = { readonly file: string; readonly root: string };

/** What searching found beside the copy. */
type Problems = { readonly spiked: CopyProblem[]; readonly notes: CopyProblem[] };

/** The name that each file is known by, by where it really lies. */
type Files = Map<string, string>;

/**
 * Finds all copy that the arguments name: files, folders and feeds' addresses, each once, however many names and links lead
 * to it. Folders are searched in order of name, without what is hidden and without sites that were pressed into them.
 */
export async function findCopy(
  named: readonly string[],
): Promise<{ readonly sources: readonly Source[] } & Readonly<Problems>> {
  const sources = new Map<string, Source>();
  const problems: Problems = { spiked: [], notes: [] };
  for (const name of named) {
    const { root, files } = isWebAddress(name)
      ? { root: name, files: new Map([[name, name]]) }
      : await filesNamed(name, problems);
    for (const [real, file] of files) if (!sources.has(real)) sources.set(real, { file, root });
  }
  return { sources: [...sources.values()].filter(({ file }) => isCopy(file)), ...problems };
}

async function filesNamed(path: string, problems: Problems): Promise<{ readonly root: string; readonly files: Files }> {
  const spike = (found: string, mend: string) => {
    problems.spiked.push({ file: path, found, expected: "a file or folder of copy", mend });
    return { root: path, files: new Map<string, string>() };
  };
  try {
    if (!(await stat(path)).isDirectory()) {
      if (isPicture(path)) return spike("a picture alone", "Name the story beside it, or the folder that both lie in.");
      return { root: dirname(path), files: new Map([[await realpath(path), path]]) };
    }
    if (await isPressedSite(path))
      return spike("a pressed site", `Name the copy that it was made of, or its feed: ${join(path, "feed.json")}.`);
    return { root: path, files: await filesUnder(path, problems) };
  } catch (problem) {
    const code = codeOf(problem);
    return code === "ENOENT"
      ? spike("missing", "Check the name; it is looked for from the folder that you are in.")
      : spike(`unreadable (${code})`, "Check who may read it.");
  }
}

/**
 * All files of a folder. Links are followed last, so that what lies in the folder has its own name, and only to what lies in it:
 * no link may print what nobody gave to print.
 */
async function filesUnder(root: string, problems: Problems): Promise<Files> {
  const files: Files = new Map();
  const searched = new Set<string>();
  const links: string[] = [];
  const search = async (folder: string) => {
    const real = await realpath(folder);
    if (searched.has(real)) return;
    searched.add(real);
    for (const entry of await visibleIn(folder)) {
      const path = join(folder, entry.name);
      if (entry.isSymbolicLink()) links.push(path);
      else if (entry.isFile()) files.set(join(real, entry.name), path);
      else if (entry.isDirectory() && !(await isPressedSite(path))) await search(path);
    }
  };
  await search(root);
  const top = await realpath(root);
  // Those that are found in folders behind links come after these.
  for (const link of links) {
    const target = await realpath(link).catch(() => undefined);
    if (target === undefined || !isInside(target, top)) {
      if (isCopy(link)) problems.notes.push(noteOnLink(link, target, root));
    } else if (!(await stat(target)).isDirectory()) {
      if (!files.has(target)) files.set(target, link);
    } else if (!(await isPressedSite(target))) await search(link);
  }
  return files;
}

async function visibleIn(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function noteOnLink(file: string, target: string | undefined, root: string): CopyProblem {
  return {
    file,
    found: target === undefined ? "a link that leads nowhere" : `a link to ${target}`,
    expected: `a link to something in ${root}`,
    mend:
      target === undefined
        ? "It was left out: mend it, or take it away."
        : "It was left out: name what it leads to as copy as well, or move that into the folder.",
  };
}

/** Whether a file or folder lies in a folder, or is it. Both as they really lie. */
export function isInside(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return inside !== ".." && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

/** The picture beside a story that has its name. */
export async function pictureBeside(file: string): Promise<string | undefined> {
  if (extname(file).toLowerCase() !== ".txt") return undefined;
  const stem = file.slice(0, -extname(file).length);
  for (const ending of pictureEndings) {
    for (const candidate of [stem + ending, stem + ending.toUpperCase()]) {
      if ((await stat(candidate).catch(() => undefined))?.isFile()) return candidate;
    }
  }
  return undefined;
}

function isCopy(file: string): boolean {
  return basename(file) !== "newsroom.json" && !isPicture(file);
}

function isPicture(file: string): boolean {
  return pictureEndings.includes(extname(file).toLowerCase());
}
