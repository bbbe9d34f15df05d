import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { embedPaths } from "#widgets/embed-address.ts";
import { type App, facesName, openApp, restName } from "./open-app.ts";
import type { Terminal } from "./terminal.ts";
import { noticesFile } from "./worker-notices.ts";

/** Gives the built reader. */
export type BuiltApp = (terminal: Pick<Terminal, "progress">) => Promise<App>;

const root = fileURLToPath(new URL("../..", import.meta.url));
const cache = join(root, "node_modules/.cache/dateline");
/** What every site has beside the app, whatever its copy. */
const beside = ["favicon.svg", "notices.txt"];

/** Builds the reader, unless it was built from the same sources before. */
export const builtApp: BuiltApp = async (terminal) => {
  const folder = join(cache, `app-${await hashOfSources()}`);
  if (!(await stat(folder).catch(() => undefined))) {
    terminal.progress("building the reader (once; later presses reuse it)");
    const aside = `${folder}.building-${process.pid}`;
    await asForReaders(() => buildInto(aside));
    await mkdir(cache, { recursive: true });
    // Two presses may build at once: the first one's folder stays.
    await rename(aside, folder).catch(() => rm(aside, { recursive: true, force: true }));
  }
  return openApp(folder);
};

/** Scripts that are built by themselves, each into a folder of its name. Those of the format "iife" are no modules. */
const scripts = {
  start: { source: "src/reader/start.ts", format: "es" },
  rest: { source: "src/reader/rest.ts", format: "es" },
  "before-paint": { source: "src/reader/before-paint.ts", format: "iife" },
  // Workers that are no modules run in more browsers.
  "offline-worker": { source: "src/workers/offline-worker.ts", format: "iife" },
  // Without imports and exports it is no module either; as "iife" its styles would stand in it.
  "embed-script": { source: "src/widgets/embed-script.ts", format: "es" },
  "host-script": { source: "src/widgets/host-script.ts", format: "iife" },
  "live-script": { source: "src/widgets/live-script.ts", format: "iife" },
} as const;

/** Builds what readers get, where the shell speaks of Node for developers or for tests too. */
async function asForReaders(build: () => Promise<void>): Promise<void> {
  const said = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    await build();
  } finally {
    if (said === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = said;
  }
}

async function buildInto(folder: string): Promise<void> {
  const { build } = await import("vite");
  const usual = { root, configFile: join(root, "vite.config.ts"), logLevel: "warn" } as const;
  const site = join(folder, "site");
  await build({ ...usual, build: { outDir: site, emptyOutDir: true, copyPublicDir: false } });
  for (const [name, { source, format }] of Object.entries(scripts)) {
    await build({
      ...usual,
      build: {
        outDir: join(folder, name),
        copyPublicDir: false,
        manifest: false,
        license: { fileName: noticesFile },
        rolldownOptions: {
          input: source,
          // What Vite puts around imports asks for it, and only modules have one.
          ...(format === "iife" && { transform: { define: { "import.meta": "{}" } } }),
          output: { entryFileNames: "script.js", assetFileNames: "styles.css", codeSplitting: false, format },
        },
      },
    });
  }
  await build({
    ...usual,
    // Whole, so that it is the lean build of every library.
    ssr: { noExternal: true },
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      outDir: join(folder, "pages"),
      ssr: true,
      copyPublicDir: false,
      manifest: false,
      license: false,
      rolldownOptions: {
        input: ["src/reader/render.tsx", "src/cli/print-pages-thread.ts"].map((path) => join(root, path)),
        // What both need is in files of its own: who opens one of them does not run the other.
        output: { codeSplitting: true },
      },
    },
  });
  await putRestScript(join(folder, "rest/script.js"), site);
  await putFacesAside(site);
  await putHostScript(join(folder, "host-script/script.js"), site);
  await addNotices(join(folder, "offline-worker", noticesFile), join(site, noticesFile));
  for (const name of beside) await cp(join(root, "public", name), join(site, name));
  await rename(join(site, ".vite/manifest.json"), join(folder, "manifest.json"));
  await rm(join(site, ".vite"), { recursive: true });
  // Pages are printed by press; this one only starts a build.
  await rm(join(site, "index.html"));
}

/** Pages name it, and ask for it later. */
async function putRestScript(from: string, site: string): Promise<void> {
  const script = await readFile(from);
  await cp(from, join(site, `assets/${restName}${contentHash(script)}.js`));
}

/** Pages carry the faces that they need themselves; the app asks for those of all scripts when it draws another page. */
async function putFacesAside(site: string): Promise<void> {
  const folder = join(site, "assets");
  const faces: string[] = [];
  for (const name of (await readdir(folder)).filter((file) => file.endsWith(".css"))) {
    const sheet = await readFile(join(folder, name), "utf8");
    const rest = sheet.replace(/@font-face\{[^}]*\}/gu, (face) => {
      faces.push(face);
      return "";
    });
    await writeFile(join(folder, name), rest);
  }
  const text = faces.join("\n");
  await writeFile(join(folder, `${facesName}${contentHash(text)}.css`), text);
}

/** Under its usual name, and under one that says what is in it, for pages that pin what they run. */
async function putHostScript(from: string, site: string): Promise<void> {
  const script = await readFile(from);
  for (const path of [embedPaths.script, embedPaths.pinnedScript(contentHash(script))])
    await cp(from, join(site, path));
}

/** The licences of libraries that are only in a script which is built by itself. */
async function addNotices(from: string, to: string): Promise<void> {
  const said = await readFile(to, "utf8");
  const notices = (await readFile(from, "utf8")).split(/^(?=## )/mu).slice(1);
  const missing = notices.filter((notice) => !said.includes(notice.split("\n", 1)[0] ?? ""));
  await writeFile(to, [said.trimEnd(), ...missing.map((notice) => notice.trim())].join("\n\n").concat("\n"));
}

/** For the name of a file that is kept for ever. */
function contentHash(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 10);
}

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
