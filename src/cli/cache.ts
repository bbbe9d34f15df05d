import { randomUUID } from "node:crypto";
import { readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeFolder } from "./make-folder.ts";
import { CommandProblem, codeOf, type Terminal } from "./terminal.ts";

const usualFolder = fileURLToPath(new URL("../../node_modules/.cache/dateline", import.meta.url));
const day = 86_400_000;
const keptFor = 30 * day;

/** Things that cost time to make, kept on the disk between presses, each under a key that tells what it was made of. */
export type Cache = {
  /** The path of what the key names: a file or a folder. It is made aside and moved there whole, unless it is there. */
  readonly get: (key: string, make: (aside: string) => Promise<void>) => Promise<string>;
  /** The same path, if anything is there. */
  readonly find: (key: string) => Promise<string | undefined>;
  /** Takes away what nobody asked for in thirty days. */
  readonly prune: () => Promise<void>;
};

/** The cache of this name in the folder that DATELINE_CACHE says, or in node_modules. */
export function openCache(name: string, { environment, now }: Pick<Terminal, "environment" | "now">): Cache {
  const folder = join(environment["DATELINE_CACHE"] || usualFolder, name);
  const making = new Map<string, Promise<string>>();
  const find: Cache["find"] = async (key) => {
    const path = join(folder, key);
    const found = await stat(path).catch(() => undefined);
    if (!found) return undefined;
    // When it was last asked for, to the day.
    if (found.mtimeMs < now() - day) await utimes(path, now() / 1000, now() / 1000);
    return path;
  };
  const make = async (key: string, into: (aside: string) => Promise<void>) => {
    const known = await find(key);
    if (known !== undefined) return known;
    const path = join(folder, key);
    const aside = join(folder, `${key}.making-${randomUUID()}`);
    try {
      await makeFolder(dirname(path));
      await into(aside);
      await rename(aside, path);
    } catch (problem) {
      await rm(aside, { recursive: true, force: true }).catch(() => undefined);
      // Another press may have been first.
      if (!(await stat(path).catch(() => undefined))) throw writingProblem(problem, folder);
    }
    return path;
  };
  return {
    find,
    get: (key, into) => {
      const underWay = making.get(key) ?? make(key, into).finally(() => making.delete(key));
      making.set(key, underWay);
      return underWay;
    },
    prune: async () => {
      for (const key of await readdir(folder).catch((): string[] => [])) {
        const path = join(folder, key);
        const found = await stat(path).catch(() => undefined);
        if (found && found.mtimeMs < now() - keptFor) await rm(path, { recursive: true, force: true });
      }
    },
  };
}

function writingProblem(problem: unknown, folder: string): unknown {
  const code = codeOf(problem);
  if (!["ENOSPC", "EDQUOT", "EACCES", "EPERM", "EROFS", "ENOTDIR", "ENOENT"].includes(code)) return problem;
  return new CommandProblem(
    `What press keeps for the next time cannot be written to ${folder} (${code}). Make room there, or name another folder with the variable DATELINE_CACHE.`,
  );
}
