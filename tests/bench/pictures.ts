/**
 * npm run bench:pictures -- [folder of photographs]
 * Prints photographs of twelve megapixels to all of their renditions, as many at once as there are cores: generated ones, or
 * those of a folder. CPU seconds (user and system, all threads), beside a baseline of the same run: one plain JPEG of 1,160
 * pixels made of each. The target is one photograph a second of a core; fewer exit with 1. Then a second press, which finds them
 * all, and what a share picture costs.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { atOnce } from "#cli/at-once.ts";
import { openCache } from "#cli/cache.ts";
import { openLettering } from "#cli/lettering.ts";
import { filesOf, printPhotograph } from "#cli/renditions.ts";
import { drawSharePicture } from "#cli/share-picture.ts";
import { photograph } from "./photograph.ts";
import { seededRandom } from "./random.ts";

const target = 1;
const folder = process.argv[2];
const kept = mkdtempSync(join(tmpdir(), "dateline-bench-"));
const world = { environment: { DATELINE_CACHE: kept }, now: () => Date.now() };

const photographs = folder ? readFolder(folder) : await generated(8);
const sizes = await Promise.all(photographs.map((bytes) => sharp(bytes).metadata()));
const megapixels = sizes.reduce((sum, { width, height }) => sum + width * height, 0) / 1e6;

// The first of everything loads libraries.
await plainJpeg(photographs[0] ?? Buffer.alloc(0));
const baseline = await measured(() => atOnce(photographs, plainJpeg));
const cache = openCache("renditions", world);
const bytesOf = new Map<string, number>();
const printing = await measured(() =>
  atOnce(photographs, async (bytes) => {
    const { folder: made, printed } = await printPhotograph(bytes, cache);
    for (const file of filesOf(printed))
      bytesOf.set(file, (bytesOf.get(file) ?? 0) + readFileSync(join(made, file)).length);
  }),
);
const again = await measured(() =>
  atOnce(photographs, async (bytes) => {
    await printPhotograph(bytes, openCache("renditions", world));
  }),
);
const count = photographs.length;
const perCore = count / printing.cpu;
console.log(
  `photographs       ${count} ${folder ? `in ${folder}` : "generated"}, ${(megapixels / count).toFixed(1)} megapixels each`,
);
console.log(
  `all renditions    ${say(printing)}: ${perCore.toFixed(2)} photographs per second of a core (target ${target})`,
);
console.log(
  `                  ${(count / printing.clock).toFixed(2)} per second on the clock, ${availableParallelism()} at once`,
);
console.log(
  `baseline          ${say(baseline)} for one plain JPEG each; all renditions are ${(printing.cpu / baseline.cpu).toFixed(1)} times that`,
);
console.log(`pressed again     ${say(again)}`);
for (const format of ["avif", "webp", "jpg"]) {
  const files = [...bytesOf].filter(([file]) => file.endsWith(format));
  const listed = files.map(([file, bytes]) => `${file.replace(/\..*/u, "")}: ${(bytes / count / 1000).toFixed(0)}`);
  console.log(`kB in ${format.padEnd(12)}${listed.join(", ")}`);
}

const lettering = await openLettering(world);
const headline = "Leaders of three countries meet in Lachin and open a corridor for trade";
const card = (number: number) => ({
  headline: `${headline} ${number}`,
  newsroom: "The Courier",
  section: "World",
  date: "28 May 2025",
  language: "en",
  direction: "ltr" as const,
});
await drawSharePicture(card(0), lettering);
const cards = await measured(() =>
  atOnce(
    Array.from({ length: 100 }, (_none, at) => at),
    async (at) => void (await drawSharePicture(card(at), lettering)),
  ),
);
console.log(`share pictures    ${say(cards)} for 100: ${((1000 * cards.cpu) / 100).toFixed(1)} ms of CPU each`);
console.log(`peak memory       ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
rmSync(kept, { recursive: true });
if (perCore < target) process.exitCode = 1;

type Spent = { readonly cpu: number; readonly clock: number };

async function measured(work: () => Promise<unknown>): Promise<Spent> {
  const before = process.cpuUsage();
  const started = performance.now();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1e6, clock: (performance.now() - started) / 1000 };
}

function say({ cpu, clock }: Spent): string {
  return `${cpu.toFixed(2)} s CPU, ${clock.toFixed(2)} s on the clock`;
}

async function plainJpeg(bytes: Buffer): Promise<void> {
  await sharp(bytes).resize({ width: 1_160 }).jpeg().toBuffer();
}

async function generated(wanted: number): Promise<Buffer[]> {
  const random = seededRandom(12);
  const made: Buffer[] = [];
  for (let at = 0; at < wanted; at += 1) {
    const small = await photograph(random);
    made.push(await sharp(small).resize(4_240, 2_832).jpeg({ quality: 90 }).toBuffer());
  }
  return made;
}

function readFolder(path: string): Buffer[] {
  return readdirSync(path)
    .filter((name) => /\.jpe?g$/iu.test(name))
    .map((name) => readFileSync(join(path, name)));
}
