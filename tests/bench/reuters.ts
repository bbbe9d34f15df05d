import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export type ReutersArticle = {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** ISO 8601 */
  readonly date: string;
  readonly topics: readonly string[];
  readonly places: readonly string[];
};

/** Reads a corpus of one JSON object a line, compressed by gzip. */
export function readCorpus(path: string): ReutersArticle[] {
  return gunzipSync(readFileSync(path))
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as ReutersArticle);
}

/** The corpus as a newsroom would deliver it, a JSON Feed; repeated with other ids and later dates up to `count` articles. */
export function corpusFeed(corpus: readonly ReutersArticle[], count: number): string {
  const items = Array.from({ length: count }, (_none, at) => {
    const article = corpus[at % corpus.length];
    if (!article) throw new Error("The corpus is empty.");
    const round = Math.floor(at / corpus.length);
    const [section = "general"] = article.topics;
    return {
      id: `${article.id}-${round}`,
      title: article.title || undefined,
      content_text: article.body || article.title,
      date_published: later(article.date, round),
      _dateline: { section, topics: article.topics, places: article.places },
    };
  });
  return JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Reuters-21578", language: "en", items });
}

function later(date: string, years: number): string {
  const epoch = Date.parse(date);
  return new Date((Number.isNaN(epoch) ? Date.UTC(1987, 3, 1) : epoch) + years * 365 * 86_400_000).toISOString();
}
