import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { copyFile, cp, readdir, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { setImmediate as rest } from "node:timers/promises";
import type { EditionFile } from "#edition/edition-file.ts";
import { makeFolder, tryMakingFolder } from "./make-folder.ts";
import { encodeRecord, readRecord, recordName } from "./site-record.ts";
import { CommandProblem, codeOf } from "./terminal.ts";

const copiesAtOnce = 32;
/** So many files are written one after the other before an interruption is heard. */
const writesUntilRest = 32;

/** A site being written beside the place where it will stand. */
export type SiteWriter = {
  /** The folder that it is written into. */
  readonly folder: string;
  readonly write: (file: EditionFile) => Promise<void>;
  /** Copies a file or folder of the disk into the site. */
  readonly copy: (from: string, path: string) => Promise<void>;
  /** The text of a file that was written before. */
  readonly read: (path: string) => Promise<string>;
  /** Waits until everything so far is on the disk. Throws when something could not be written. */
  readonly flush: () => Promise<void>;
};

/**
 * Writes a whole site aside and then puts it in the place of the one that stood there, in one step that nothing can come
 * between. When anything fails before (the disk is full, the folder may not be written, the process is interrupted) what
 * stood there is left as it was, and what was written is taken away. What somebody else put at the top of the site that
 * stood there (a CNAME, a .git) stays.
 */
export async function writeSite(
  out: string,
  basePath: string,
  fill: (writer: SiteWriter) => Promise<void>,
  interrupted: AbortSignal,
): Promise<void> {
  const target = await realpath(out).catch(() => resolve(out));
  const aside = `${target}.pressing-${process.pid}`;
  const previous = `${target}.previous-${process.pid}`;
  const writer = writerInto(aside, interrupted);
  try {
    await refuseUnfitPlace(out);
    await clearLeftovers(target);
    await makeFolder(aside);
    await fill(writer);
    await writer.flush();
    const made = [...(await readdir(aside)), recordName];
    await writeFile(join(aside, recordName), encodeRecord({ basePath, made }));
    const kept = await foreignEntries(target);
    refuseCollision(kept, made, out);
    interrupted.throwIfAborted();
    swap(target, aside, previous, kept);
  } catch (problem) {
    // A file that is still being written would bring its folder back.
    await writer.settle();
    await rm(aside, { recursive: true, force: true });
    throw writingProblem(problem, out);
  }
  await rm(previous, { recursive: true, force: true });
}

/** Refuses a place where no site can be put: a file, a folder that holds something else than a site, one that may not be written to. */
export async function refuseUnfitPlace(out: string): Promise<void> {
  const target = await realpath(out).catch(() => resolve(out));
  await refuseForeignFolder(target, out);
  try {
    await tryMakingFolder(target);
  } catch (problem) {
    if (codeOf(problem) !== "ENOENT") throw writingProblem(problem, out);
    throw new CommandProblem(
      `${out} cannot be made, because the system lets nobody make folders there. Name another one.`,
    );
  }
}

/** What became of the place of a site when a press failed. */
export function whatIsLeft(out: string): string {
  return existsSync(out) ? `${out} was left as it was.` : "No site was made.";
}

async function refuseForeignFolder(target: string, out: string): Promise<void> {
  const entries = await readdir(target).catch((problem: unknown) => {
    if (codeOf(problem) === "ENOENT") return [];
    const isFile = codeOf(problem) === "ENOTDIR" && existsSync(target);
    throw isFile
      ? new CommandProblem(`--out ${out} is a file, and a site needs a folder. Name another one.`)
      : writingProblem(problem, out);
  });
  if (entries.length === 0 || (await readRecord(target))) return;
  const shown = `${entries.slice(0, 3).join(", ")}${entries.length > 3 ? " …" : ""}`;
  throw new CommandProblem(
    `--out ${out} holds something that is not a pressed site (${shown}), and pressing would replace it. Name an empty or new folder.`,
  );
}

/** Synchronous, so that not even an interruption comes between: the place is never without a site. */
function swap(target: string, aside: string, previous: string, kept: readonly string[]): void {
  let stood = true;
  try {
    renameSync(target, previous);
  } catch (problem) {
    if (codeOf(problem) !== "ENOENT") throw problem;
    stood = false;
  }
  try {
    renameSync(aside, target);
  } catch (problem) {
    if (stood) renameSync(previous, target);
    throw problem;
  }
  for (const name of kept) renameSync(join(previous, name), join(target, name));
}

/** What lies at the top of a site that press did not make. */
async function foreignEntries(target: string): Promise<readonly string[]> {
  const record = await readRecord(target);
  if (!record) return [];
  return (await readdir(target)).filter((name) => !record.made.includes(name));
}

function refuseCollision(kept: readonly string[], made: readonly string[], out: string): void {
  const taken = kept.filter((name) => made.includes(name));
  if (taken.length === 0) return;
  throw new CommandProblem(
    `--out ${out} holds ${taken.join(", ")}, which press did not put there and now needs the place of. Move it away.`,
  );
}

/** Takes away what presses left beside the site when they were killed, and puts back a site that one of them was moving. */
async function clearLeftovers(target: string): Promise<void> {
  const folder = dirname(target);
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names) {
    const [, kind, pid] = /\.(pressing|previous)-(\d+)$/u.exec(name) ?? [];
    if (!name.startsWith(`${basename(target)}.`) || name !== `${basename(target)}.${kind}-${pid}`) continue;
    if (isRunning(Number(pid))) continue;
    if (kind === "previous" && !names.includes(basename(target))) renameSync(join(folder, name), target);
    else await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (problem) {
    return codeOf(problem) === "EPERM";
  }
}

type Writer = SiteWriter & {
  /** Waits until nothing is being copied any more. */
  readonly settle: () => Promise<void>;
};

function writerInto(root: string, interrupted: AbortSignal): Writer {
  const made = new Set<string>();
  const placeOf = (path: string) => {
    const file = join(root, path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    return file;
  };
  const copying = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const check = () => {
    interrupted.throwIfAborted();
    if (failures.length > 0) throw failures[0];
  };
  /** Begins to copy a file, and waits while too many are being copied. */
  const copyOne = async (from: string, path: string) => {
    const work = copyFile(from, placeOf(path))
      .catch((problem: unknown) => {
        failures.push(problem);
      })
      .finally(() => copying.delete(work));
    copying.add(work);
    if (copying.size >= copiesAtOnce) await Promise.race(copying);
  };
  const settle = async () => {
    await Promise.all(copying);
  };
  let written = 0;
  return {
    folder: root,
    write: async ({ path, content }) => {
      check();
      // Waiting for the disk costs less than being called back by it, for files of this size.
      writeFileSync(placeOf(path), content);
      written += 1;
      if (written % writesUntilRest === 0) await rest();
    },
    read: async (path) => {
      await settle();
      check();
      return readFile(join(root, path), "utf8");
    },
    copy: async (from, path) => {
      check();
      if ((await stat(from)).isFile()) await copyOne(from, path);
      else await cp(from, join(root, path), { recursive: true });
    },
    settle,
    flush: async () => {
      await settle();
      check();
    },
  };
}

function writingProblem(problem: unknown, out: string): unknown {
  switch (codeOf(problem)) {
    case "ENOSPC":
    case "EDQUOT":
      return new CommandProblem(`The disk is full. ${whatIsLeft(out)} Make room and press again.`);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new CommandProblem(
        `${out} may not be written to. Name a folder that you may write to, or change its permissions.`,
      );
    case "ENOTDIR":
    case "EISDIR":
    case "EEXIST":
      return new CommandProblem(
        `${out} cannot be made, because a file stands where a folder is needed. Name another folder.`,
      );
    case "EBUSY":
    case "EXDEV":
    case "ENOTEMPTY":
      return new CommandProblem(
        `${out} cannot be replaced, because it is in use or is a disk of its own. ${whatIsLeft(out)} Name a folder inside it.`,
      );
    case "EMFILE":
    case "ENFILE":
      return new CommandProblem(`Too many files are open on this machine. ${whatIsLeft(out)} Press again in a while.`);
    case "ENAMETOOLONG":
      return new CommandProblem(`A name is too long for this disk. ${whatIsLeft(out)} Choose a shorter --out.`);
    default:
      return problem;
  }
}
