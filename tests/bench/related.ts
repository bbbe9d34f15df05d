/**
 * npm run bench:related -- <corpus.jsonl.gz>
 * How often related articles share a topic that their press did not see: topics and places are kept from it in the first
 * run, given in the second. Beside five articles taken at random.
 */
import { type Article, bodyText } from "#domain/article.ts";
import { parseInstant } from "#domain/instant.ts";
import { parseLanguage } from "#domain/language.ts";
import { slugOf } from "#domain/slug.ts";
import { relate } from "#press/related.ts";
import { readCopy } from "#wire/read-copy.ts";
import { corpusFeed, readCorpus } from "./corpus.ts";

const [path] = process.argv.slice(2);
if (!path) {
  console.error("Usage: npm run bench:related -- <corpus.jsonl.gz>");
  process.exit(2);
}
const received = parseInstant("1988-01-01");
const language = parseLanguage("en");
const news = slugOf("News");
if (!received || !language || !news) throw new Error("unreachable");
const newsroom = {
  name: "Bench",
  language,
  timeZone: "UTC",
  sections: [],
  defaultSection: { name: "News", slug: news },
};
const corpus = readCorpus(path);
const { articles } = readCopy(
  { name: "corpus.json", bytes: new TextEncoder().encode(corpusFeed(corpus, corpus.length)) },
  { newsroom, received },
);
const bare = articles.map((article): Article => ({ ...article, topics: [], places: [] }));

let seed = 7;
const random = () => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
  return seed % articles.length;
};
report("at random", () => Array.from({ length: 5 }, random));
run("words alone", bare);
run("words, topics and places", articles);

function run(name: string, given: readonly Article[]): void {
  const before = process.cpuUsage();
  const relatedTo = relate(given, new Map());
  const all = given.map((_article, at) => relatedTo(at).map(({ index }) => index));
  const { user, system } = process.cpuUsage(before);
  report(name, (at) => all[at] ?? []);
  console.log(
    `${"".padEnd(26)}${((user + system) / 1e6).toFixed(1)} s CPU, ${duplicates(all)} lists with a near-duplicate pair`,
  );
}

/** Share of the related articles, of those with a topic, that have a topic of the article; for articles with a topic. */
function report(name: string, relatedTo: (at: number) => readonly number[]): void {
  let agreeing = 0;
  let counted = 0;
  let given = 0;
  for (const [at, { topics }] of articles.entries()) {
    if (topics.length === 0) continue;
    for (const other of relatedTo(at)) {
      given += 1;
      const theirs = articles[other]?.topics ?? [];
      if (theirs.length === 0) continue;
      counted += 1;
      if (theirs.some(({ slug }) => topics.some((topic) => topic.slug === slug))) agreeing += 1;
    }
  }
  console.log(
    `${name.padEnd(26)}${(agreeing / counted).toFixed(3)} of those with a topic, ${(agreeing / given).toFixed(3)} of all; ${given} given`,
  );
}

function duplicates(all: readonly (readonly number[])[]): number {
  const shingles = new Map<number, Set<string>>();
  const shinglesOf = (at: number) => {
    const known = shingles.get(at);
    if (known) return known;
    const words =
      bodyText(articles[at]?.body ?? [])
        .toLowerCase()
        .match(/[a-z0-9]+/gu) ?? [];
    const set = new Set(
      words.slice(0, Math.max(1, words.length - 3)).map((_word, from) => words.slice(from, from + 4).join(" ")),
    );
    shingles.set(at, set);
    return set;
  };
  return all.filter((list, at) =>
    [at, ...list].some((one, place, group) =>
      group.slice(place + 1).some((other) => {
        const left = shinglesOf(one);
        const right = shinglesOf(other);
        let shared = 0;
        for (const shingle of left) if (right.has(shingle)) shared += 1;
        return shared / (left.size + right.size - shared) > 0.5;
      }),
    ),
  ).length;
}
