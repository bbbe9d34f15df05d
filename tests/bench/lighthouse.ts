import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Chromium } from "./bench-browser.ts";

const version = "13.5.0";
/** Not among what `npm ci` brings: 114 packages and 176 MB, a third again of what the whole project needs. */
const folder = "node_modules/.cache/dateline/lighthouse";
const main = fileURLToPath(new URL(`../../${folder}/node_modules/lighthouse/core/index.js`, import.meta.url));

export const howToGetLighthouse = `npm install --no-save --no-audit --no-fund --prefix ${folder} lighthouse@${version}`;

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
export type Category = (typeof categories)[number];

/** What Lighthouse says of a page: scores from 0 to 100, milliseconds, and the audits that it was not content with. */
export type Opinion = {
  readonly scores: Readonly<Partial<Record<Category, number>>>;
  readonly fcp: number;
  readonly lcp: number;
  readonly tbt: number;
  readonly cls: number;
  readonly speedIndex: number;
  readonly faults: readonly string[];
};

export type Lighthouse = {
  readonly version: string;
  readonly ask: (chromium: Chromium, url: string, wanted: readonly Category[]) => Promise<Opinion>;
};

type Audit = { readonly score: number | null; readonly numericValue?: number; readonly title: string };
type Report = {
  readonly runtimeError?: { readonly message: string };
  readonly categories: Readonly<
    Record<string, { readonly score: number | null; readonly auditRefs: readonly { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<Record<string, Audit>>;
};
type Run = (url: string, flags: object) => Promise<{ lhr: Report } | undefined>;

/** Now and then it misses the beginning of a page. */
const mostTries = 3;

/** Lighthouse with its mobile preset, if it was installed. It asks for Node 22, and was seen to run with Node 20. */
export async function openLighthouse(): Promise<Lighthouse | undefined> {
  if (!existsSync(main)) return undefined;
  const { default: run } = (await import(pathToFileURL(main).href)) as { default: Run };
  const found = JSON.parse(readFileSync(main.replace("core/index.js", "package.json"), "utf8")) as { version: string };
  return {
    version: found.version,
    ask: async ({ port }, url, onlyCategories) => {
      let problem = "no report";
      for (let tried = 0; tried < mostTries; tried += 1) {
        const result = await run(url, { port, onlyCategories, output: "json", logLevel: "error" });
        if (result && !result.lhr.runtimeError) return opinionOf(result.lhr);
        problem = result?.lhr.runtimeError?.message ?? problem;
      }
      throw new Error(`Lighthouse could not read ${url}: ${problem}`);
    },
  };
}

function opinionOf({ audits, categories: rated }: Report): Opinion {
  const number = (id: string) => audits[id]?.numericValue ?? Number.NaN;
  const faults = Object.entries(rated)
    .filter(([name]) => name !== "performance")
    .flatMap(([, { auditRefs }]) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id}: ${audits[id]?.title ?? ""}`);
  return {
    scores: Object.fromEntries(
      Object.entries(rated).map(([name, { score }]) => [name, Math.round((score ?? Number.NaN) * 100)]),
    ),
    fcp: number("first-contentful-paint"),
    lcp: number("largest-contentful-paint"),
    tbt: number("total-blocking-time"),
    cls: number("cumulative-layout-shift"),
    speedIndex: number("speed-index"),
    faults,
  };
}
