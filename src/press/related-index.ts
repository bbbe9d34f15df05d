import { type Article, bodyText } from "#domain/article.ts";
import { epochOf } from "#domain/instant.ts";
import { wordsOf } from "#search/words.ts";

/** BM25 (Robertson and others, TREC-3). */
const saturation = 1.2;
const lengthShare = 0.75;
/** A headline says in each word more than the body does. */
const headlineRepeats = 1;

/**
 * All articles as bags of terms in typed arrays, both ways round. A term is a folded word, or a place, topic or author
 * (under a prefix that no word can have), so that those weigh by their rarity as words do.
 */
export type RelatedIndex = {
  readonly count: number;
  readonly terms: readonly string[];
  /** The terms of article a: [articleStarts[a], articleStarts[a + 1]) of articleTerms, with their BM25 weights. */
  readonly articleStarts: Uint32Array;
  readonly articleTerms: Uint32Array;
  readonly articleWeights: Float32Array;
  /** The articles of term t: [termStarts[t], termStarts[t + 1]) of termArticles, with the same weights. */
  readonly termStarts: Uint32Array;
  readonly termArticles: Uint32Array;
  readonly termWeights: Float32Array;
  /** Sorted hashes of every four neighbouring words, by article. */
  readonly shingles: readonly Uint32Array[];
  readonly days: Float64Array;
};

export const placeMark = "\u0001";
export const topicMark = "\u0002";
export const authorMark = "\u0003";

/** What a shared place, topic or author adds, in mentions of a word as rare as it. */
const facetMentions = 3;

export function indexRelated(articles: readonly Article[]): RelatedIndex {
  const numbers = new Map<string, number>();
  const numberOf = (term: string) => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, numbers.size);
    return numbers.size - 1;
  };
  const bags: { terms: Uint32Array; mentions: Uint16Array; length: number }[] = [];
  const shingles: Uint32Array[] = [];
  for (const article of articles) {
    const numbersOf = (text: string) => wordsOf(text).map(({ folded }) => numberOf(folded));
    const head = numbersOf(`${article.headline}\n${article.standfirst ?? ""}`);
    const body = numbersOf(bodyText(article.body));
    const sequence = [...head, ...body];
    // The same report is sent again under other headlines: those do not make it another one.
    shingles.push(shinglesOf(body.length > 0 ? body : head));
    const mentions = new Map<number, number>();
    const mention = (term: number, times: number) => mentions.set(term, (mentions.get(term) ?? 0) + times);
    for (const term of sequence) mention(term, 1);
    for (const { folded } of wordsOf(article.headline)) mention(numberOf(folded), headlineRepeats);
    for (const { slug } of article.places) mention(numberOf(placeMark + slug), facetMentions);
    for (const { slug } of article.topics) mention(numberOf(topicMark + slug), facetMentions);
    for (const { slug } of article.bylines) mention(numberOf(authorMark + slug), 1);
    bags.push({
      terms: Uint32Array.from(mentions.keys()),
      mentions: Uint16Array.from(mentions.values()),
      length: sequence.length,
    });
  }
  const averageLength = bags.reduce((sum, { length }) => sum + length, 0) / Math.max(1, bags.length) || 1;
  const total = bags.reduce((sum, { terms }) => sum + terms.length, 0);
  const articleStarts = new Uint32Array(articles.length + 1);
  const articleTerms = new Uint32Array(total);
  const articleWeights = new Float32Array(total);
  const termStarts = new Uint32Array(numbers.size + 1);
  let at = 0;
  for (const [article, { terms, mentions, length }] of bags.entries()) {
    const damping = saturation * (1 - lengthShare + (lengthShare * length) / averageLength);
    for (const [index, term] of terms.entries()) {
      const frequency = mentions[index] ?? 0;
      articleTerms[at] = term;
      articleWeights[at] = (frequency * (saturation + 1)) / (frequency + damping);
      termStarts[term + 1] = (termStarts[term + 1] ?? 0) + 1;
      at += 1;
    }
    articleStarts[article + 1] = at;
  }
  for (let term = 0; term < numbers.size; term += 1)
    termStarts[term + 1] = (termStarts[term + 1] ?? 0) + (termStarts[term] ?? 0);
  const next = termStarts.slice();
  const termArticles = new Uint32Array(total);
  const termWeights = new Float32Array(total);
  for (let article = 0; article < articles.length; article += 1) {
    for (let index = articleStarts[article] ?? 0; index < (articleStarts[article + 1] ?? 0); index += 1) {
      const term = articleTerms[index] ?? 0;
      const place = next[term] ?? 0;
      next[term] = place + 1;
      termArticles[place] = article;
      termWeights[place] = articleWeights[index] ?? 0;
    }
  }
  return {
    count: articles.length,
    terms: [...numbers.keys()],
    articleStarts,
    articleTerms,
    articleWeights,
    termStarts,
    termArticles,
    termWeights,
    shingles,
    days: Float64Array.from(articles, ({ published }) => epochOf(published) / 86_400_000),
  };
}

function shinglesOf(sequence: readonly number[]): Uint32Array {
  const hashes = new Set<number>();
  // A text of fewer than four words is one shingle.
  for (let at = 0; at < Math.max(Math.min(1, sequence.length), sequence.length - 3); at += 1) {
    let hash = 0x811c9dc5;
    for (let word = at; word < at + 4; word += 1)
      hash = Math.imul(hash ^ (sequence[word] ?? 0), 0x01000193) ^ (hash >>> 15);
    hashes.add(hash >>> 0);
  }
  return Uint32Array.from(hashes).sort();
}

/** Jaccard's measure of two articles' shingles: 1 for the same text, 0 for nothing in common. */
export function likeness({ shingles }: RelatedIndex, one: number, other: number): number {
  const first = shingles[one] ?? new Uint32Array();
  const second = shingles[other] ?? new Uint32Array();
  let shared = 0;
  for (let at = 0, and = 0; at < first.length && and < second.length; ) {
    const left = first[at] ?? 0;
    const right = second[and] ?? 0;
    if (left === right) shared += 1;
    if (left <= right) at += 1;
    if (right <= left) and += 1;
  }
  const all = first.length + second.length - shared;
  return all === 0 ? 0 : shared / all;
}
