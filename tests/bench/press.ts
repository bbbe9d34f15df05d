/**
 * npm run bench:press -- [corpus.jsonl.gz] [articles ...]
 * Reads a corpus as a JSON Feed and presses it in memory, in editions of 1,000, 10,000 and 100,000 articles unless other
 * counts are given; without a corpus, a generated one. Beside a baseline of the same run: writing the same articles as JSON
 * and hashing it; and then from the command line into sites with every page. The budget of the first is 300 articles a second of CPU, and 1.5 GB up to 100,000; outside of it the exit code is 1.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CorpusArticle, corpusFeed, generatedCorpus, readCorpus } from "./corpus.ts";
import type { Measured } from "./press-once.ts";
import type { MeasuredSite } from "./press-site-once.ts";

const budget = { articles: 100_000, perSecond: 300, megabytes: 1_500 };

/** A site of more has gigabytes of pages. */
const mostWithPages = 20_000;

/**
 * Taken away at the end: where thousands of files were deleted a moment ago, ext4 searches long for room for new ones. So a
 * second run within a few minutes takes seconds more of the system, unless TMPDIR names a folder in memory, such as /dev/shm.
 */
const folder = mkdtempSync(join(tmpdir(), "bench-press-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const typed = process.argv.slice(2);
const path = typed.find((word) => !/^\d+$/u.test(word));
const counts = typed.filter((word) => /^\d+$/u.test(word)).map(Number);
const corpus = path ? readCorpus(path) : generatedCorpus(20_000);
console.log(
  `corpus: ${path ?? "generated"}, ${corpus.length} articles, repeated with other ids and dates where there are too few`,
);
console.log("articles   read, s  press, s  articles/s  peak, MB  × baseline");
const sizes = counts.length > 0 ? counts : [1_000, 10_000, 100_000];
let last: Measured | undefined;
for (const count of sizes) {
  last = measured(corpus, count);
  const { articles, reading, pressing, baseline, megabytes } = last;
  const perSecond = articles / (reading + pressing);
  console.log(
    [
      String(articles).padEnd(9),
      reading.toFixed(2).padStart(8),
      pressing.toFixed(2).padStart(8),
      perSecond.toFixed(0).padStart(10),
      String(megabytes).padStart(8),
      ((reading + pressing) / baseline).toFixed(1).padStart(10),
    ].join("  "),
  );
  if (perSecond < budget.perSecond || (articles <= budget.articles && megabytes > budget.megabytes)) {
    console.log(`           outside the budget of ${budget.perSecond} articles a second and ${budget.megabytes} MB`);
    process.exitCode = 1;
  }
}
console.log("\nthe last of them, by folder, with what had to be made ready for it");
for (const [folder, { files, bytes, seconds }] of Object.entries(last?.folders ?? {})) {
  const size = `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(
    `${folder.padEnd(22)}${seconds.toFixed(2).padStart(8)} s${String(files).padStart(9)} files${size.padStart(12)}`,
  );
}

console.log("\ninto a site with every page and embed, no pictures, on every core");
console.log("articles     pages  of the clock, s  articles/s   CPU, s  of it system, s  peak, MB");
for (const count of sizes.filter((size) => size <= mostWithPages)) {
  const { articles, pages, seconds, cpu, system, megabytes } = once<MeasuredSite>("press-site-once.ts", corpus, count);
  console.log(
    [
      String(articles).padEnd(9),
      String(pages).padStart(7),
      seconds.toFixed(1).padStart(15),
      (articles / seconds).toFixed(0).padStart(10),
      cpu.toFixed(1).padStart(7),
      system.toFixed(1).padStart(15),
      String(megabytes).padStart(8),
    ].join("  "),
  );
}

function measured(articles: readonly CorpusArticle[], count: number): Measured {
  return once("press-once.ts", articles, count);
}

/** Runs a program over an edition of so many articles, and gives what it printed. */
function once<Result>(program: string, articles: readonly CorpusArticle[], count: number): Result {
  const own = mkdtempSync(join(folder, `${count}-`));
  const file = join(own, "feed.json");
  writeFileSync(file, corpusFeed(articles, count));
  const typed = ["--import", "tsx", `tests/bench/${program}`, file, join(own, "site")];
  const { stdout, status } = spawnSync(process.execPath, typed, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`Pressing ${count} articles failed.`);
  return JSON.parse(stdout) as Result;
}
