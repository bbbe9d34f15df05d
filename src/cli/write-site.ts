import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { EditionFile } from "#edition/edition-file.ts";
import { codeOf } from "./gather-copy.ts";
import { CommandProblem } from "./terminal.ts";

const writesAtOnce = 32;

/** A site being written beside the place where it will stand. */
export type SiteWriter = {
  readonly write: (file: EditionFile) => Promise<void>;
  /** Copies a file or folder of the disk into the site. */
  readonly copy: (from: string, path: string) => Promise<void>;
};

/**
 * Writes a whole site aside and then puts it in the place of the one that stood there. When anything fails (the disk is
 * full, the folder may not be written, the process is interrupted) what stood there is left as it was, and what was
 * written is taken away. Refuses to replace a folder that holds something else than a site.
 */
export async function writeSite(out: string, fill: (writer: SiteWriter) => Promise<void>): Promise<void> {
  const target = resolve(out);
  await refuseForeignFolder(target, out);
  const aside = `${target}.pressing-${process.pid}`;
  const previous = `${target}.previous-${process.pid}`;
  const interrupted = () => {
    void rm(aside, { recursive: true, force: true }).finally(() => process.exit(130));
  };
  process.once("SIGINT", interrupted);
  process.once("SIGTERM", interrupted);
  try {
    await mkdir(aside, { recursive: true });
    await fill(writerInto(aside));
    const stood = await stat(target).catch(() => undefined);
    if (stood) await rename(target, previous);
    try {
      await rename(aside, target);
    } catch (problem) {
      if (stood) await rename(previous, target);
      throw problem;
    }
    await rm(previous, { recursive: true, force: true });
  } catch (problem) {
    await rm(aside, { recursive: true, force: true });
    throw writingProblem(problem, out);
  } finally {
    process.removeListener("SIGINT", interrupted);
    process.removeListener("SIGTERM", interrupted);
  }
}

function writerInto(root: string): SiteWriter {
  const made = new Map<string, Promise<unknown>>();
  const folder = (path: string) => {
    const known = made.get(path);
    if (known) return known;
    const making = mkdir(path, { recursive: true });
    made.set(path, making);
    return making;
  };
  const running = new Set<Promise<void>>();
  let failure: unknown;
  const run = async (work: () => Promise<void>) => {
    if (failure) throw failure;
    const promise: Promise<void> = work()
      .catch((problem: unknown) => {
        failure ??= problem;
      })
      .finally(() => running.delete(promise));
    running.add(promise);
    if (running.size >= writesAtOnce) await Promise.race(running);
  };
  return {
    write: async ({ path, content }) => {
      const file = join(root, path);
      await run(async () => {
        await folder(dirname(file));
        await writeFile(file, content);
      });
      // The manifest is the last file of an edition: everything else is on the disk before it.
      if (path === "manifest.json") {
        await Promise.all(running);
        if (failure) throw failure;
      }
    },
    copy: async (from, path) => {
      const file = join(root, path);
      await folder(dirname(file));
      await cp(from, file, { recursive: true });
    },
  };
}

async function refuseForeignFolder(target: string, out: string): Promise<void> {
  const entries = await readdir(target).catch((problem: unknown) => {
    if (codeOf(problem) === "ENOENT") return [];
    if (codeOf(problem) === "ENOTDIR")
      throw new CommandProblem(`--out ${out} is a file, and a site needs a folder. Name another one.`);
    throw writingProblem(problem, out);
  });
  if (entries.length === 0 || (await isSite(target))) return;
  throw new CommandProblem(
    `--out ${out} holds something that is not a pressed site (${entries.slice(0, 3).join(", ")} …), and pressing would replace it. Name an empty or new folder.`,
  );
}

/** A folder that press made: it has an index.html, and a manifest or a newsroom of ours. */
export async function isSite(folder: string): Promise<boolean> {
  const [manifest, newsroom, index] = await Promise.all(
    ["manifest.json", "newsroom.json", "index.html"].map((name) =>
      readFile(join(folder, name), "utf8").catch(() => undefined),
    ),
  );
  return index !== undefined && (manifest?.includes('"_dateline"') === true || newsroom !== undefined);
}

function writingProblem(problem: unknown, out: string): unknown {
  switch (codeOf(problem)) {
    case "ENOSPC":
      return new CommandProblem(`The disk is full: the site in ${out} was left as it was. Make room and press again.`);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new CommandProblem(
        `${out} may not be written to. Name a folder that you may write to, or change its permissions.`,
      );
    case "ENOTDIR":
    case "EEXIST":
      return new CommandProblem(
        `${out} cannot be made, because a file stands where a folder is needed. Name another folder.`,
      );
    default:
      return problem;
  }
}
