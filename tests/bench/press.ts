/**
 * npm run bench:press -- [corpus.jsonl.gz] [articles ...]
 * Reads a corpus as a JSON Feed and presses it in memory, in editions of 1,000, 10,000 and 100,000 articles unless other
 * counts are given; without a corpus, a generated one. Beside a baseline of the same run: writing the same articles as JSON
 * and hashing it. The budget is 300 articles a second of CPU, and 1.5 GB up to 100,000; outside of it the exit code is 1.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CorpusArticle, corpusFeed, generatedCorpus, readCorpus } from "./corpus.ts";
import type { Measured } from "./press-once.ts";

const budget = { articles: 100_000, perSecond: 300, megabytes: 1_500 };

const typed = process.argv.slice(2);
const path = typed.find((word) => !/^\d+$/u.test(word));
const counts = typed.filter((word) => /^\d+$/u.test(word)).map(Number);
const corpus = path ? readCorpus(path) : generatedCorpus(20_000);
console.log(
  `corpus: ${path ?? "generated"}, ${corpus.length} articles, repeated with other ids and dates where there are too few`,
);
console.log("articles   read, s  press, s  articles/s  peak, MB  × baseline");
let last: Measured | undefined;
for (const count of counts.length > 0 ? counts : [1_000, 10_000, 100_000]) {
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

function measured(articles: readonly CorpusArticle[], count: number): Measured {
  const folder = mkdtempSync(join(tmpdir(), "bench-press-"));
  try {
    const file = join(folder, "feed.json");
    writeFileSync(file, corpusFeed(articles, count));
    const { stdout, status } = spawnSync(process.execPath, ["--import", "tsx", "tests/bench/press-once.ts", file], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (status !== 0) throw new Error(`Pressing ${count} articles failed.`);
    return JSON.parse(stdout) as Measured;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
