import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Newsroom } from "#domain/newsroom.ts";
import type { AppFiles } from "#edition/offline.ts";
import { editionPaths } from "#edition/paths.ts";
import type { OpenPages } from "#edition/rendered-page.ts";
import type { PagePart } from "./page-list.ts";

/** The reader as it was built: what every site gets of it, and what its pages are printed with. */
export type App = {
  /** The folder with the files that every site gets. */
  readonly folder: string;
  /** The modules that start the app in a page with these parts, the entry first; paths under the site's root, as are those of the fonts. */
  readonly scriptsOf: (parts: readonly PagePart[]) => readonly string[];
  readonly fonts: readonly string[];
  /** Where the style sheet lies, and the one with the faces of all scripts. */
  readonly styleSheet: string;
  readonly faceSheet: string;
  /** The text of both, for pages that carry what they need of it; addresses are relative to the site's root. */
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

/** The beginnings of the names of the module for what can wait, and of the style sheet with the faces. */
export const restName = "rest-";
export const facesName = "faces-";
const newsroomFile = "newsroom.json";

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
  const scriptOf = async (name: string) => (await readFile(join(folder, name, "script.js"), "utf8")).trim();
  const { openPages } = (await import(pathToFileURL(join(folder, "pages/render.js")).href)) as { openPages: OpenPages };
  const assets = (await readdir(join(site, "assets"))).map((name) => `assets/${name}`);
  const assetNamed = (beginning: string) => assets.find((path) => path.startsWith(`assets/${beginning}`)) ?? "";
  const faceSheet = assetNamed(facesName);
  const textOf = (path: string) => readFile(join(site, path), "utf8");
  const styles = (await textOf(faceSheet)) + (await textOf(styleSheet));
  const offlineWorker = await scriptOf("offline-worker");
  return {
    built: folder,
    folder: site,
    scriptsOf: (parts) => [
      ...new Set(["index.html", ...parts.map((part) => `src/reader/${part}.tsx`)].flatMap(filesWith)),
    ],
    fonts: assets.filter((path) => path.endsWith(".woff2")),
    styleSheet,
    faceSheet,
    styles: styles.replace(/url\((?:\.\/)?(?=[^):]+\))/gu, "url(assets/").trim(),
    startScript: await scriptOf("start"),
    restScript: assetNamed(restName),
    settingsScript: await scriptOf("before-paint"),
    offlineWorker: (newsroom) => {
      const files = offlineFiles(manifest, assets, newsroom).concat(styleSheet, faceSheet).sort();
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
