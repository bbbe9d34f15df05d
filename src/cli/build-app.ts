import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Terminal } from "./terminal.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cache = join(root, "node_modules/.cache/dateline");
/** What every site has beside the app, whatever its copy. */
const beside = ["favicon.svg", "notices.txt"];

/** Gives the folder of the built reader, which press copies into every site. */
export type BuiltApp = (terminal: Pick<Terminal, "progress">) => Promise<string>;

/** Builds the reader, unless it was built from the same sources before. */
export const builtApp: BuiltApp = async (terminal) => {
  const folder = join(cache, `app-${await hashOfSources()}`);
  if (await stat(join(folder, "index.html")).catch(() => undefined)) return folder;
  terminal.progress("building the reader (once; later presses reuse it)");
  const { build } = await import("vite");
  const aside = `${folder}.building-${process.pid}`;
  await build({
    root,
    configFile: join(root, "vite.config.ts"),
    logLevel: "warn",
    build: { outDir: aside, emptyOutDir: true, copyPublicDir: false },
  });
  for (const name of beside) await cp(join(root, "public", name), join(aside, name));
  await rm(join(aside, ".vite"), { recursive: true, force: true });
  await mkdir(cache, { recursive: true });
  // Two presses may build at once: the first one's folder stays.
  await rename(aside, folder).catch(() => rm(aside, { recursive: true, force: true }));
  return folder;
};

async function hashOfSources(): Promise<string> {
  const hash = createHash("sha256");
  const files = [
    "index.html",
    "vite.config.ts",
    "tailwind.config.ts",
    "package-lock.json",
    ...beside.map((name) => `public/${name}`),
  ];
  for (const path of [...files, ...(await filesIn("src"))]) {
    hash.update(`${path}\n`).update(await readFile(join(root, path)).catch(() => ""));
  }
  return hash.digest("hex").slice(0, 16);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}
