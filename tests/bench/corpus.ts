import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { seededRandom } from "./random.ts";

export type CorpusArticle = {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** ISO 8601 */
  readonly date: string;
  readonly topics: readonly string[];
  readonly places: readonly string[];
};

/** Reads a corpus of one JSON object a line, compressed by gzip. */
export function readCorpus(path: string): CorpusArticle[] {
  return gunzipSync(readFileSync(path))
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as CorpusArticle);
}

/**
 * The corpus with further articles up to `count`, each made of sentences of articles that share its first topic: as many as one of
 * them has, in any order, under the headline of another. Always the same ones.
 */
export function extendedCorpus(corpus: readonly CorpusArticle[], count: number): readonly CorpusArticle[] {
  const random = seededRandom(21_578);
  const any = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)];
  const byTopic = new Map<string, CorpusArticle[]>();
  for (const article of corpus) {
    const topic = article.topics[0] ?? "";
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), article]);
  }
  const sentences = new Map(corpus.map((article) => [article, article.body.split(/(?<=[.!?])\s+/u)]));
  const further = Array.from({ length: Math.max(0, count - corpus.length) }, (_none, at): CorpusArticle => {
    const model = any(corpus);
    if (!model) throw new Error("The corpus is empty.");
    const kin = byTopic.get(model.topics[0] ?? "") ?? corpus;
    const body = (sentences.get(model) ?? []).map(() => any(sentences.get(any(kin) ?? model) ?? []) ?? "");
    return { ...model, id: `${model.id}+${at}`, title: any(kin)?.title ?? model.title, body: body.join(" ") };
  });
  return [...corpus.slice(0, count), ...further];
}

/** The corpus as a newsroom would deliver it, a JSON Feed; repeated with other ids and later dates up to `count` articles. */
export function corpusFeed(corpus: readonly CorpusArticle[], count: number): string {
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
  return JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "A corpus", language: "en", items });
}

function later(date: string, years: number): string {
  const epoch = Date.parse(date);
  return new Date((Number.isNaN(epoch) ? Date.UTC(1987, 3, 1) : epoch) + years * 365 * 86_400_000).toISOString();
}

/**
 * A corpus for who has none: always the same one. Words are made of syllables and as common as in a language (Zipf's law);
 * an article draws a third of its words from those of its topic.
 */
export function generatedCorpus(count: number): CorpusArticle[] {
  const random = seededRandom(20_250_528);
  const below = (end: number) => Math.floor(random() * end);
  const syllables =
    "ba be bi bo bu da de di do du ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so ta te ti to va ve".split(
      " ",
    );
  const word = () => Array.from({ length: 2 + below(3) }, () => syllables[below(syllables.length)]).join("");
  const words = Array.from({ length: 30_000 }, word);
  const zipf = (length: number) => Math.floor(length ** random()) - 1;
  const topics = Array.from({ length: 120 }, (_none, at) => ({
    name: `topic ${at}`,
    first: below(words.length - 400),
  }));
  const places = Array.from({ length: 150 }, word);
  return Array.from({ length: count }, (_none, at) => {
    const topic = topics[zipf(topics.length)];
    const pick = () => words[random() < 0.33 && topic ? topic.first + zipf(400) : zipf(words.length)] ?? "";
    const sentence = () => `${Array.from({ length: 8 + below(18) }, pick).join(" ")}.`;
    const paragraphs = Array.from({ length: 2 + below(7) }, () => [sentence(), sentence()].join(" "));
    return {
      id: `generated-${at}`,
      title: Array.from({ length: 5 + below(6) }, pick).join(" "),
      body: paragraphs.join("\n\n"),
      date: new Date(Date.UTC(2015, 0, 1) + at * 3_600_000).toISOString(),
      topics: topic ? [topic.name] : [],
      places: [places[zipf(places.length)] ?? ""],
    };
  });
}
