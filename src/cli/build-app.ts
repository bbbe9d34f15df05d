import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Newsroom } from "#domain/newsroom.ts";
import type { AppFiles } from "#edition/offline.ts";
import { editionPaths } from "#edition/paths.ts";
import type { OpenPages } from "#edition/rendered-page.ts";
import { embedPaths } from "#widgets/embed-address.ts";
import type { PagePart } from "./page-list.ts";
import type { Terminal } from "./terminal.ts";
import { noticesFile } from "./worker-notices.ts";

/** The reader as it was built: what every site gets of it, and what its pages are printed with. */
export type App = {
  /** The folder with the files that every site gets. */
  readonly folder: string;
  /** The modules that start the app in a page with these parts, the entry first; paths under the site's root, as are those of the fonts. */
  readonly scriptsOf: (parts: readonly PagePart[]) => readonly string[];
  readonly fonts: readonly string[];
  /** The whole style sheet: where it lies, and its text with addresses relative to the site's root. */
  readonly styleSheet: string;
  readonly styles: string;
  /** Stands in every page and starts the app when it is needed. */
  readonly startScript: string;
  /** The module for what can wait until a page has come to rest; a path under the site's root. */
  readonly restScript: string;
  /** Stands in the head of every page, before anything of it is painted. Not a module, for those run later. */
  readonly settingsScript: string;
  /** The script of the worker that makes a site readable offline, for a newsroom in this language. */
  readonly offlineWorker: (newsroom: Pick<Newsroom, "language" | "live">) => string;
  readonly widgets: {
    /** All styles that an embed may need. */
    readonly styles: string;
    /** Stands in every page of an embed. */
    readonly script: string;
    /** Reads the feed of a site that has no press. */
    readonly liveScript: string;
  };
  readonly openPages: OpenPages;
  /** Where it was built, so that it can be opened in another thread. */
  readonly built?: string;
};

/** Gives the built reader. */
export type BuiltApp = (terminal: Pick<Terminal, "progress">) => Promise<App>;

const root = fileURLToPath(new URL("../..", import.meta.url));
const newsroomFile = "newsroom.json";
const cache = join(root, "node_modules/.cache/dateline");
const restName = "rest-";
/** What every site has beside the app, whatever its copy. */
const beside = ["favicon.svg", "notices.txt"];

/** Builds the reader, unless it was built from the same sources before. */
export const builtApp: BuiltApp = async (terminal) => {
  const folder = join(cache, `app-${await hashOfSources()}`);
  if (!(await stat(folder).catch(() => undefined))) {
    terminal.progress("building the reader (once; later presses reuse it)");
    const aside = `${folder}.building-${process.pid}`;
    await buildInto(aside);
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
    // Whole, so that it is the lean build of every library, whatever the environment says.
    ssr: { noExternal: true },
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      outDir: join(folder, "pages"),
      ssr: "src/reader/render.tsx",
      copyPublicDir: false,
      manifest: false,
      license: false,
      rolldownOptions: { input: "src/reader/render.tsx" },
    },
  });
  await putRestScript(join(folder, "rest/script.js"), site);
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
  const hash = createHash("sha256").update(script).digest("hex").slice(0, 10);
  await cp(from, join(site, `assets/${restName}${hash}.js`));
}

/** Under its usual name, and under one that says what is in it, for pages that pin what they run. */
async function putHostScript(from: string, site: string): Promise<void> {
  const script = await readFile(from);
  const hash = createHash("sha256").update(script).digest("hex").slice(0, 10);
  for (const path of [embedPaths.script, embedPaths.pinnedScript(hash)]) await cp(from, join(site, path));
}

/** The licences of libraries that are only in a script which is built by itself. */
async function addNotices(from: string, to: string): Promise<void> {
  const said = await readFile(to, "utf8");
  const notices = (await readFile(from, "utf8")).split(/^(?=## )/mu).slice(1);
  const missing = notices.filter((notice) => !said.includes(notice.split("\n", 1)[0] ?? ""));
  await writeFile(to, [said.trimEnd(), ...missing.map((notice) => notice.trim())].join("\n\n").concat("\n"));
}

/** What a build is made of, as Vite tells it. */
type BuildManifest = Readonly<
  Record<
    string,
    {
      readonly file: string;
      readonly imports?: readonly string[];
      readonly css?: readonly string[];
    }
  >
>;

/** Opens what was built into a folder. */
export async function openApp(folder: string): Promise<App> {
  const site = join(folder, "site");
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) as BuildManifest;
  const reader = manifest["index.html"];
  if (!reader) throw new Error("The build has no index.html.");
  /** A module's file, and those that it imports at once. */
  const filesWith = (key: string): string[] => {
    const module = manifest[key];
    if (!module) throw new Error(`The build has no ${key}.`);
    return [module.file, ...(module.imports ?? []).flatMap(filesWith)];
  };
  const [styleSheet = ""] = reader.css ?? [];
  const styles = await readFile(join(site, styleSheet), "utf8");
  const scriptOf = async (name: keyof typeof scripts) =>
    (await readFile(join(folder, name, "script.js"), "utf8")).trim();
  const { openPages } = (await import(pathToFileURL(join(folder, "pages/render.js")).href)) as { openPages: OpenPages };
  const assets = (await readdir(join(site, "assets"))).map((name) => `assets/${name}`);
  const offlineWorker = await scriptOf("offline-worker");
  return {
    built: folder,
    folder: site,
    scriptsOf: (parts) => [
      ...new Set(["index.html", ...parts.map((part) => `src/reader/${part}.tsx`)].flatMap(filesWith)),
    ],
    fonts: assets.filter((path) => path.endsWith(".woff2")),
    styleSheet,
    styles: styles.replace(/url\((?:\.\/)?(?=[^):]+\))/gu, "url(assets/").trim(),
    startScript: await scriptOf("start"),
    restScript: assets.find((path) => path.startsWith(`assets/${restName}`)) ?? "",
    settingsScript: await scriptOf("before-paint"),
    offlineWorker: (newsroom) => {
      const files = offlineFiles(manifest, assets, newsroom).concat(styleSheet).sort();
      const version = createHash("sha256").update(offlineWorker).update(files.join("\n")).digest("hex").slice(0, 16);
      const isLive = newsroom.live !== undefined;
      const app: AppFiles = {
        version,
        files,
        first: isLive ? [newsroomFile] : [editionPaths.manifest, editionPaths.front],
        absent: isLive ? [editionPaths.manifest] : [newsroomFile],
      };
      return `self.datelineApp=${JSON.stringify(app)};\n${offlineWorker}\n`;
    },
    widgets: {
      styles: (await readFile(join(folder, "embed-script/styles.css"), "utf8")).trim(),
      script: await scriptOf("embed-script"),
      liveScript: await scriptOf("live-script"),
    },
    openPages,
  };
}

/** Pages that are of no use without a network, and the press, which a printed edition does without. */
const notOffline = /(?:^|\/)(?:embed-page|live-copy)[-.]/u;

/** Every script that the app may need without a network: all but the words of other languages. */
function offlineFiles(
  manifest: BuildManifest,
  assets: readonly string[],
  { language, live }: Pick<Newsroom, "language" | "live">,
): string[] {
  const [spoken = "en"] = language.split("-");
  const named = new Intl.DisplayNames("en", { type: "language" }).of(spoken)?.toLowerCase();
  const chunks = Object.entries(manifest);
  const left = chunks.filter(([key]) => {
    const [, words] = /^src\/words\/(?:\w+\/)?(\w+)\.ts$/u.exec(key) ?? [];
    return words !== undefined && words !== named && words !== "english";
  });
  const leftFiles = new Set(left.map(([, { file }]) => file));
  return assets.filter((path) => {
    if (!path.endsWith(".js") || leftFiles.has(path)) return false;
    return !notOffline.test(path) || (live !== undefined && !path.includes("embed-page"));
  });
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
