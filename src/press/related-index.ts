import { type Article, bodyText } from "#domain/article.ts";
import { epochOf } from "#domain/instant.ts";
import { wordsOf } from "#search/words.ts";
import { NumberRow } from "./number-row.ts";
import { type Shingles, shingler } from "./shingles.ts";

/** BM25 (Robertson and others, TREC-3). */
const saturation = 1.2;
const lengthShare = 0.75;
/** A headline says in each word more than the body does. */
const headlineRepeats = 1;
/** What a shared place or topic adds, in mentions of a word as rare as it. */
const facetMentions = 3;

/** Terms that more of the articles than this have tell nothing. Small editions may share more. */
const commonShare = 0.3;
const smallEdition = 400;

export const placeMark = "\u0001";
export const topicMark = "\u0002";
export const authorMark = "\u0003";

/**
 * All articles as bags of terms in typed arrays, both ways round. A term is a folded word, or a place, topic or author
 * (under a prefix that no word can have), so that those weigh by their rarity as words do. Terms that tell nothing, because
 * only one article has them or too many do, stand in no bag.
 */
export type RelatedIndex = {
  readonly terms: readonly string[];
  /** How many articles have a term. */
  readonly spreads: Uint32Array;
  /** How much a term tells by its rarity: the inverse document frequency of BM25. */
  readonly rarities: Float32Array;
  /** The terms of article a: [articleStarts[a], articleStarts[a + 1]) of articleTerms, with their BM25 weights. */
  readonly articleStarts: Uint32Array;
  readonly articleTerms: Uint32Array;
  readonly articleWeights: Float32Array;
  /** The articles of term t: [termStarts[t], termStarts[t + 1]) of termArticles, with the same weights. */
  readonly termStarts: Uint32Array;
  readonly termArticles: Uint32Array;
  readonly termWeights: Float32Array;
  readonly shingles: Shingles;
  readonly days: Float64Array;
};

/** Terms that more than `longestList` articles have are found in the articles, but have no list of those. */
export function indexRelated(articles: readonly Article[], longestList: number): RelatedIndex {
  const { terms, spreads, starts, bags, mentions, lengths, shingles } = readBags(articles);
  const count = articles.length;
  const mostArticles = count < smallEdition ? count * 0.5 : count * commonShare;
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, count) || 1;
  const articleStarts = new Uint32Array(count + 1);
  // What tells nothing is dropped and mentions become weights, in place.
  let kept = 0;
  for (let article = 0; article < count; article += 1) {
    const length = lengths[article] ?? 0;
    const damping = saturation * (1 - lengthShare + (lengthShare * length) / averageLength);
    for (let place = starts[article] ?? 0; place < (starts[article + 1] ?? 0); place += 1) {
      const term = bags[place] ?? 0;
      const spread = spreads[term] ?? 0;
      if (spread < 2 || spread > mostArticles) continue;
      const frequency = mentions[place] ?? 0;
      bags[kept] = term;
      mentions[kept] = (frequency * (saturation + 1)) / (frequency + damping);
      kept += 1;
    }
    articleStarts[article + 1] = kept;
  }
  const articleTerms = bags.subarray(0, kept);
  const articleWeights = mentions.subarray(0, kept);
  return {
    terms,
    spreads,
    rarities: Float32Array.from(spreads, (spread) => Math.log(1 + (count - spread + 0.5) / (spread + 0.5))),
    articleStarts,
    articleTerms,
    articleWeights,
    ...listsOf({ articleStarts, articleTerms, articleWeights, spreads }, mostArticles, longestList),
    shingles,
    days: Float64Array.from(articles, ({ published }) => epochOf(published) / 86_400_000),
  };
}

type Bags = {
  readonly terms: readonly string[];
  readonly spreads: Uint32Array;
  readonly starts: Uint32Array;
  readonly bags: Uint32Array;
  readonly mentions: Float32Array;
  /** In words. */
  readonly lengths: Uint32Array;
  readonly shingles: Shingles;
};

function readBags(articles: readonly Article[]): Bags {
  const numbers = new Map<string, number>();
  const spreads: number[] = [];
  const numberOf = (term: string) => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(term, number);
    spreads.push(0);
    return number;
  };
  const starts = new Uint32Array(articles.length + 1);
  const lengths = new Uint32Array(articles.length);
  const bags = new NumberRow((length) => new Uint32Array(length));
  const mentions = new NumberRow((length) => new Float32Array(length));
  const shingles = shingler(articles.length);
  for (const [at, article] of articles.entries()) {
    const numbersOf = (text: string) => wordsOf(text).map(({ folded }) => numberOf(folded));
    const head = numbersOf(`${article.headline}\n${article.standfirst ?? ""}`);
    const body = numbersOf(bodyText(article.body));
    // The same report is sent again under other headlines: those do not make it another one.
    shingles.add(body.length > 0 ? body : head);
    lengths[at] = head.length + body.length;
    const bag = new Map<number, number>();
    const mention = (term: number, times: number) => bag.set(term, (bag.get(term) ?? 0) + times);
    for (const term of head) mention(term, 1);
    for (const term of body) mention(term, 1);
    for (const { folded } of wordsOf(article.headline)) mention(numberOf(folded), headlineRepeats);
    for (const { slug } of article.places) mention(numberOf(placeMark + slug), facetMentions);
    for (const { slug } of article.topics) mention(numberOf(topicMark + slug), facetMentions);
    for (const { slug } of article.bylines) mention(numberOf(authorMark + slug), 1);
    for (const [term, times] of bag) {
      bags.push(term);
      mentions.push(times);
      spreads[term] = (spreads[term] ?? 0) + 1;
    }
    starts[at + 1] = bags.length;
  }
  return {
    terms: [...numbers.keys()],
    spreads: Uint32Array.from(spreads),
    starts,
    bags: bags.taken(),
    mentions: mentions.taken(),
    lengths,
    shingles: shingles.taken(),
  };
}

/** The bags turned round: for each term that tells something its articles, oldest first. */
function listsOf(
  {
    articleStarts,
    articleTerms,
    articleWeights,
    spreads,
  }: Pick<RelatedIndex, "articleStarts" | "articleTerms" | "articleWeights" | "spreads">,
  mostArticles: number,
  longestList: number,
): Pick<RelatedIndex, "termStarts" | "termArticles" | "termWeights"> {
  const termStarts = new Uint32Array(spreads.length + 1);
  for (const [term, spread] of spreads.entries()) {
    const isListed = spread >= 2 && spread <= Math.min(mostArticles, longestList);
    termStarts[term + 1] = (termStarts[term] ?? 0) + (isListed ? spread : 0);
  }
  const next = termStarts.slice();
  const termArticles = new Uint32Array(termStarts.at(-1) ?? 0);
  const termWeights = new Float32Array(termArticles.length);
  for (let article = 0; article + 1 < articleStarts.length; article += 1) {
    for (let place = articleStarts[article] ?? 0; place < (articleStarts[article + 1] ?? 0); place += 1) {
      const term = articleTerms[place] ?? 0;
      const to = next[term] ?? 0;
      if (to === termStarts[term + 1]) continue;
      termArticles[to] = article;
      termWeights[to] = articleWeights[place] ?? 0;
      next[term] = to + 1;
    }
  }
  return { termStarts, termArticles, termWeights };
}
