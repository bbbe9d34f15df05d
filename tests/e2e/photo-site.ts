/**
 * tsx tests/e2e/photo-site.ts <port>
 * Makes a newsroom of wire stories with photographs beside them and in a feed, presses it and serves it.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import sharp from "sharp";
import { runCommandLine } from "#cli/command-line.ts";
import { processTerminal } from "#cli/terminal.ts";

const port = process.argv[2] ?? "";
const copy = "node_modules/.cache/dateline/photo-copy";
const site = "node_modules/.cache/dateline/photo-site";

rmSync(copy, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });

/** Sky above, water below, and a sun at the right: something to see where it is cropped. */
async function photograph(name: string, width: number, height: number, sky: string): Promise<void> {
  const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <linearGradient id="air" x2="0" y2="1"><stop stop-color="${sky}"/><stop offset="1" stop-color="#f3e3c3"/></linearGradient>
    <rect width="100%" height="100%" fill="url(#air)"/><rect y="60%" width="100%" height="40%" fill="#2f5d62"/>
    <circle cx="75%" cy="40%" r="${height / 8}" fill="#f6c453"/><path d="M0 ${height}L${width / 3} ${height / 2}L${width / 2} ${height}z" fill="#3b3a36"/>
  </svg>`;
  await sharp(Buffer.from(scene)).jpeg({ quality: 90 }).toFile(`${copy}/${name}.jpg`);
}

const stories = [
  ["ferry", 2_400, 1_600, "#7aa6c2"],
  ["crane", 2_400, 1_350, "#c27a7a"],
  ["lighthouse", 1_600, 2_400, "#8f7ac2"],
  ["market", 3_000, 1_500, "#7ac29a"],
  ["harbour", 2_000, 2_000, "#c2a77a"],
  ["pilot", 2_400, 1_600, "#7a8fc2"],
] as const;

for (const [at, [name, width, height, sky]] of stories.entries()) {
  await photograph(name, width, height, sky);
  const told = `tells more about the ${name} and the people in the harbour of Lisbon`;
  // Every other story is about the same, so that they are related.
  const more = at % 2 === 0 ? `, where the ${name} won a ${name} regatta` : "";
  const paragraphs = Array.from({ length: 6 }, (_none, number) => `Paragraph ${number + 1} ${told}${more}.`);
  const caption = ` date 2025-05-${10 + at} The ${name} on Friday. —CNA/Ada Lane`;
  const lead = `LISBON: The ${name} was seen in the harbour on Friday.`;
  writeFileSync(`${copy}/${name}.txt`, [caption, `All about the ${name}`, lead, ...paragraphs].join("\n\n"));
}
// Newer, so that photographs are left for the sections below the front page's first stories.
for (let day = 1; day <= 18; day += 1)
  writeFileSync(
    `${copy}/brief-${day}.txt`,
    `Brief ${day} from the harbour\n\nLISBON, June ${day}, 2025 (CNA) - A short note on day ${day}.\n\nIt says little more.\n`,
  );
await photograph("quay", 2_400, 1_600, "#a7c27a");
const figure = `<figure><img src="quay.jpg" alt="A quay"><figcaption>The quay. <cite data-credit>Bo Reed</cite></figcaption></figure>`;
const quay = {
  id: "quay",
  title: "The quay in the middle of a story",
  date_published: "2025-05-20",
  content_html: `<p>Before the quay in Lisbon.</p>${figure}<p>After the quay.</p>`,
};
const tower = {
  id: "tower",
  title: "A tower from elsewhere",
  date_published: "2025-05-02",
  content_html: `<p>Before the tower.</p><img src="https://elsewhere.example/tall.svg" alt="A tower"><p>After the tower.</p>`,
};
const odd = {
  id: "odd",
  title: `\u202EHarbour${"\u0301".repeat(300)} reopens\u2066 (now)`,
  date_published: "2025-05-01",
  content_html: `<p>The pilot said <span lang="ur">بندرگاہ کھل گئی</span> to <em>Bo Reed</em>.</p>`,
  _dateline: { slug: "odd" },
};
const withdrawn = {
  id: "crane",
  title: "The crane fell",
  date_published: "2025-05-19",
  content_text: "It stands.",
  _dateline: { release: { kind: "withdrawn", reason: "The crane did not fall." } },
};
writeFileSync(
  `${copy}/feed.json`,
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "Photographs",
    language: "en",
    items: [quay, withdrawn, tower, odd],
  }),
);
writeFileSync(
  `${copy}/newsroom.json`,
  JSON.stringify({ name: "The Photographer", language: "en", lead: "all-about-the-ferry" }),
);

const terminal = processTerminal();
const pressed = await runCommandLine(["press", copy, "--out", site], terminal);
process.exitCode = pressed || (await runCommandLine(["serve", site, "--port", port], terminal));
