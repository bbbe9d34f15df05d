/**
 * npm run bench:press -- [corpus.jsonl.gz] [articles]
 * Reads a corpus as a JSON Feed and presses it in memory; without one, a generated corpus of 10,000 articles. CPU seconds
 * (user and system, all threads), beside a baseline of the same run: writing the same articles as one JSON text and hashing
 * it. The budget is 60 s and 1.5 GB for 19,035 articles on two cores; more than that exits with 1.
 */
import { createHash } from "node:crypto";
import { parseInstant } from "#domain/instant.ts";
import { parseLanguage } from "#domain/language.ts";
import type { Newsroom } from "#domain/newsroom.ts";
import { slugOf } from "#domain/slug.ts";
import { press } from "#press/press.ts";
import { readCopy } from "#wire/read-copy.ts";
import { corpusFeed, generatedCorpus, readCorpus } from "./corpus.ts";

const typed = process.argv.slice(2);
const path = typed.find((word) => !/^\d+$/u.test(word));
const wanted = typed.find((word) => /^\d+$/u.test(word));
const budget = { articles: 19_035, seconds: 60, megabytes: 1_500 };
const received = parseInstant("1988-01-01");
const language = parseLanguage("en");
const news = slugOf("News");
if (!received || !language || !news) throw new Error("unreachable");
const newsroom: Newsroom = {
  name: "Bench",
  language,
  timeZone: "UTC",
  sections: [],
  defaultSection: { name: "News", slug: news },
};

const corpus = path ? readCorpus(path) : generatedCorpus(Number(wanted ?? 10_000));
const feed = new TextEncoder().encode(corpusFeed(corpus, wanted ? Number(wanted) : corpus.length));

const [reading, readSeconds] = measured(() => readCopy({ name: "corpus.json", bytes: feed }, { newsroom, received }));
const [hash, baselineSeconds] = measured(() =>
  createHash("sha256").update(JSON.stringify(reading.articles)).digest("hex"),
);
const started = performance.now();
const folders = new Map<string, { files: number; bytes: number; seconds: number }>();
const encoder = new TextEncoder();
const [edition, pressSeconds] = measured(() => {
  const pressed = press(reading.articles, newsroom, Date.UTC(1988, 0, 1));
  let before = cpuSeconds();
  for (const { path: file, content } of pressed.files) {
    const folder = file.includes("/") ? `${file.split("/")[0]}/` : file;
    const account = folders.get(folder) ?? { files: 0, bytes: 0, seconds: 0 };
    const now = cpuSeconds();
    account.files += 1;
    account.bytes += typeof content === "string" ? encoder.encode(content).length : content.length;
    account.seconds += now - before;
    folders.set(folder, account);
    before = now;
  }
  return pressed;
});

const total = readSeconds + pressSeconds;
console.log(`corpus            ${path ?? "generated"}`);
console.log(`articles          ${edition.articles.length} (${reading.spiked.length + edition.spiked.length} spiked)`);
console.log(`reading copy      ${readSeconds.toFixed(2)} s CPU`);
for (const [folder, { files, bytes, seconds }] of folders) {
  console.log(`${folder.padEnd(18)}${seconds.toFixed(2)} s CPU, ${files} files, ${(bytes / 1e6).toFixed(1)} MB`);
}
console.log(
  `pressing          ${pressSeconds.toFixed(2)} s CPU, ${((performance.now() - started) / 1000).toFixed(2)} s on the clock`,
);
console.log(
  `reading+pressing  ${total.toFixed(2)} s CPU, ${Math.round(edition.articles.length / total)} articles per second of CPU`,
);
console.log(
  `baseline          ${baselineSeconds.toFixed(2)} s CPU for JSON and SHA-256 of the articles (${hash.slice(0, 8)}); ours is ${(total / baselineSeconds).toFixed(1)} times that`,
);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(`peak memory       ${megabytes} MB, the corpus and all of the above in one process`);
if (edition.articles.length <= budget.articles && (total > budget.seconds || megabytes > budget.megabytes)) {
  console.log(`over the budget   of ${budget.seconds} s CPU and ${budget.megabytes} MB`);
  process.exitCode = 1;
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function measured<Value>(work: () => Value): [Value, number] {
  const before = cpuSeconds();
  const value = work();
  return [value, cpuSeconds() - before];
}
