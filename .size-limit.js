import { readFileSync } from "node:fs";
import { build } from "vite";

/** What the build is made of: each chunk with the chunks that it imports at once. */
const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));

function withImports(key, seen = new Set()) {
  if (!seen.has(key)) {
    seen.add(key);
    for (const imported of manifest[key].imports ?? []) withImports(imported, seen);
  }
  return seen;
}

function filesOf(keys) {
  return [...keys].map((key) => `dist/${manifest[key].file}`);
}

const firstLoad = withImports("index.html");

/** A screen loaded when asked for, beyond what the first load brought. */
function screen(name, source, limit) {
  const key = Object.keys(manifest).find((entry) => entry.endsWith(source));
  if (!key) throw new Error(`The build has no chunk for ${source}`);
  const own = [...withImports(key)].filter((entry) => !firstLoad.has(entry));
  return { name, path: filesOf(own), gzip: true, limit };
}

/** The script for other people's pages is built by itself, as the press does. */
async function hostScript() {
  const outDir = "node_modules/.cache/dateline/size-limit";
  await build({
    logLevel: "error",
    build: {
      outDir,
      copyPublicDir: false,
      manifest: false,
      license: false,
      rolldownOptions: {
        input: "src/widgets/host-script.ts",
        output: { entryFileNames: "v1.js", codeSplitting: false, format: "iife" },
      },
    },
  });
  return { name: "embed/v1.js in other people's pages", path: `${outDir}/v1.js`, brotli: true, limit: "1 kB" };
}

export default [
  { name: "first load of an article, JavaScript", path: filesOf(firstLoad), gzip: true, limit: "110 kB" },
  {
    name: "style sheet",
    path: (manifest["index.html"].css ?? []).map((file) => `dist/${file}`),
    gzip: true,
    limit: "16 kB",
  },
  screen("search", "src/reader/search/search-page.tsx", "15 kB"),
  screen("open a file", "src/reader/open-page.tsx", "10 kB"),
  screen("make an embed", "src/reader/embed-page.tsx", "10 kB"),
  await hostScript(),
];
