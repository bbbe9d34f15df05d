import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rmdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { codeOf } from "./terminal.ts";

/**
 * Makes a folder, unless it is there, and those that it lies in. Node's own `recursive` tries without end where the system says
 * that a folder is missing whatever is made, as in /proc.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await makeUnlessThere(path);
  } catch (problem) {
    if (codeOf(problem) !== "ENOENT" || dirname(path) === path) throw problem;
    // Somebody else may have made the folder around it by now.
    await makeFolder(dirname(path));
    await makeUnlessThere(path);
  }
}

async function makeUnlessThere(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (problem) {
    if (codeOf(problem) !== "EEXIST" || !(await stat(path)).isDirectory()) throw problem;
  }
}

/** Throws what making a folder there would throw, and leaves nothing behind. Only trying tells: root may write to /proc, says the system. */
export async function tryMakingFolder(path: string): Promise<void> {
  let standing = dirname(path);
  while (!existsSync(standing)) standing = dirname(standing);
  await rmdir(await mkdtemp(join(standing, ".pressing-")));
}
