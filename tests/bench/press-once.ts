/**
 * What bench:press measures, in a process of its own, so that its peak of memory is that of one edition: reads the feed in
 * a file and presses it, and prints what that took as JSON. Seconds are of CPU, user and system, in all threads.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseInstant } from "#domain/instant.ts";
import { usualNewsroom } from "#edition/newsroom-file.ts";
import { press } from "#press/press.ts";
import { readCopy } from "#wire/read-copy.ts";

export type Measured = {
  readonly articles: number;
  readonly spiked: number;
  /** Reading the copy. */
  readonly reading: number;
  readonly pressing: number;
  /** Writing the same articles as one JSON text and hashing it. */
  readonly baseline: number;
  /** The most memory that the process had at a time. */
  readonly megabytes: number;
  /** By folder, or by file at the top. */
  readonly folders: Readonly<Record<string, { files: number; bytes: number; seconds: number }>>;
};

const [path] = process.argv.slice(2);
const received = parseInstant("1988-01-01");
if (!path || !received) throw new Error("Give the file of a feed.");
const newsroom = { ...usualNewsroom("Bench"), url: "https://bench.example/" };

const readingSince = seconds();
const { articles, spiked } = readCopy({ name: "corpus.json", bytes: readFileSync(path) }, { newsroom, received });
const reading = seconds() - readingSince;

const pressingSince = seconds();
const folders: Record<string, { files: number; bytes: number; seconds: number }> = {};
const edition = press(articles, newsroom, Date.UTC(1988, 0, 1));
let before = pressingSince;
for (const { path: file, content } of edition.files) {
  const folder = file.includes("/") ? `${file.split("/")[0]}/` : file;
  const account = (folders[folder] ??= { files: 0, bytes: 0, seconds: 0 });
  const now = seconds();
  account.files += 1;
  account.bytes += typeof content === "string" ? Buffer.byteLength(content) : content.length;
  account.seconds += now - before;
  before = now;
}
const pressing = seconds() - pressingSince;
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);

const baselineSince = seconds();
const hash = createHash("sha256");
for (const article of articles) hash.update(JSON.stringify(article));
hash.digest();
const measured: Measured = {
  articles: edition.articles.length,
  spiked: spiked.length + edition.spiked.length,
  reading,
  pressing,
  baseline: seconds() - baselineSince,
  megabytes,
  folders,
};
console.log(JSON.stringify(measured));

function seconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
