import { type Article, bodyText, type Named } from "#domain/article.ts";
import type { Reason } from "#edition/article-document.ts";
import { wordsOf } from "#search/words.ts";
import { authorMark, indexRelated, placeMark, type RelatedIndex, topicMark } from "./related-index.ts";
import { areAlike } from "./shingles.ts";
import { isSameStory, type Stories } from "./translations.ts";

/** An article, by its index, and why it is related. */
export type RelatedArticle = { readonly index: number; readonly reason: Reason };

const most = 5;
const queryTerms = 100;
/** How many articles the lists of terms may name, all together, when candidates are looked for. */
const mostLookedAt = 30_000;
/** How many of them are then compared whole. */
const candidates = 64;
/** A related article scores at least this share of what the article itself would. */
const leastShare = 0.055;
/** In an edition of fewer articles, rarity alone does not tell a subject from a common word. */
const tellingEdition = 100;
/** A word is what an article is about when its headline has it, or the text so often. */
const subjectMentions = 3;
/** After half a year, time has taken a fifth of the score; it never takes more than two fifths. */
const timeDecay = { most: 0.4, halfLife: 180 };

/**
 * Finds what to read next: the whole article as a BM25 query, by its hundred most telling terms, against whole articles,
 * with mild decay over the time between the two. Near-duplicates and translations, of the article and of each other, are left
 * out. At most five, best first; fewer when the rest is not related.
 *
 * In two steps, so that an article costs about the same in an edition of any size: candidates are found by the terms that
 * tell most, as far as a budget reaches, and then compared by all terms. What is found is nearly, not exactly, the best.
 */
export function relate(articles: readonly Article[], stories: Stories): (index: number) => readonly RelatedArticle[] {
  const index = indexRelated(articles, mostLookedAt);
  const scratch: Scratch = {
    scores: new Float32Array(articles.length),
    reached: new Uint32Array(articles.length),
    weights: new Float32Array(index.terms.length),
  };
  const isSubject = articles.length < tellingEdition ? subjectsOf(articles) : () => true;
  return (at) => {
    const article = articles[at];
    return article ? relatedTo(at, article, index, stories, isSubject, scratch) : [];
  };
}

/** Whether an article is about a word. */
type IsSubject = (article: number, word: string) => boolean;

function subjectsOf(articles: readonly Article[]): IsSubject {
  const subjects = articles.map(({ headline, body }) => {
    const mentions = new Map<string, number>();
    for (const { folded } of wordsOf(bodyText(body))) mentions.set(folded, (mentions.get(folded) ?? 0) + 1);
    const often = [...mentions].filter(([, count]) => count >= subjectMentions).map(([word]) => word);
    return new Set([...wordsOf(headline).map(({ folded }) => folded), ...often]);
  });
  return (article, word) => (isLong(word) || !isCased(word)) && (subjects[article]?.has(word) ?? false);
}

/** Room to work in, all zero between two articles but for `reached`. */
type Scratch = {
  /** By article. */
  readonly scores: Float32Array;
  readonly reached: Uint32Array;
  /** By term, what it weighs in the article that asks. */
  readonly weights: Float32Array;
};

type Scored = { readonly article: number; readonly score: number };

function relatedTo(
  at: number,
  asking: Article,
  index: RelatedIndex,
  stories: Stories,
  isSubject: IsSubject,
  scratch: Scratch,
): readonly RelatedArticle[] {
  const { weights } = scratch;
  const query = tellingTerms(at, index);
  for (const { term, weight } of query) weights[term] = weight;
  const day = index.days[at] ?? 0;
  const decayed = (score: number, article: number) => {
    const apart = Math.abs((index.days[article] ?? 0) - day);
    return score * (1 - timeDecay.most * (1 - 0.5 ** (apart / timeDecay.halfLife)));
  };
  const least = wholeScore(at, index, weights) * leastShare;
  const ranked = candidatesFor(at, query, index, scratch, decayed)
    .map(({ article }): Scored => ({ article, score: decayed(wholeScore(article, index, weights), article) }))
    .filter(({ score }) => score >= least)
    .sort(byScore);
  const spell = speller(asking);
  const chosen: RelatedArticle[] = [];
  for (const { article } of ranked) {
    if (chosen.length === most) break;
    const known = [at, ...chosen.map((one) => one.index)];
    if (known.some((one) => isSameStory(stories, one, article) || areAlike(index.shingles, one, article))) continue;
    const isSharedSubject = (word: string) => isSubject(at, word) && isSubject(article, word);
    const reason = reasonFor(asking, sharedTerms(article, index, weights), index, isSharedSubject, spell);
    if (reason) chosen.push({ index: article, reason });
  }
  for (const { term } of query) weights[term] = 0;
  return chosen;
}

/** The best by the terms that tell most, as many as are worth comparing whole. A list that is too long is passed over. */
function candidatesFor(
  at: number,
  query: readonly Telling[],
  index: RelatedIndex,
  { scores, reached }: Scratch,
  decayed: (score: number, article: number) => number,
): readonly Scored[] {
  let touched = 0;
  let left = mostLookedAt;
  for (const { term, weight } of query) {
    const start = index.termStarts[term] ?? 0;
    const end = index.termStarts[term + 1] ?? 0;
    if (end - start > left) continue;
    left -= end - start;
    for (let posting = start; posting < end; posting += 1) {
      const article = index.termArticles[posting] ?? 0;
      const before = scores[article] ?? 0;
      if (before === 0) {
        reached[touched] = article;
        touched += 1;
      }
      scores[article] = before + weight * (index.termWeights[posting] ?? 0);
    }
  }
  const ranked: Scored[] = [];
  let least = 0;
  for (let place = 0; place < touched; place += 1) {
    const article = reached[place] ?? 0;
    const undecayed = scores[article] ?? 0;
    scores[article] = 0;
    if (article === at || undecayed < least) continue;
    const score = decayed(undecayed, article);
    if (score < least) continue;
    ranked.push({ article, score });
    if (ranked.length < candidates * 4) continue;
    // Keep the best and raise the bar, so that only a few of thousands are ever sorted.
    ranked.sort(byScore).length = candidates;
    least = ranked.at(-1)?.score ?? 0;
  }
  return ranked.sort(byScore).slice(0, candidates);
}

function byScore(one: Scored, other: Scored): number {
  return other.score - one.score || one.article - other.article;
}

/** What an article scores by all terms of the one that asks. */
function wholeScore(
  article: number,
  { articleStarts, articleTerms, articleWeights }: RelatedIndex,
  weights: Float32Array,
): number {
  let score = 0;
  const end = articleStarts[article + 1] ?? 0;
  for (let place = articleStarts[article] ?? 0; place < end; place += 1)
    score += (weights[articleTerms[place] ?? 0] ?? 0) * (articleWeights[place] ?? 0);
  return score;
}

type Telling = { readonly term: number; readonly weight: number };

/** The article's terms that say most about it, by rarity and mentions. */
function tellingTerms(at: number, index: RelatedIndex): readonly Telling[] {
  const telling: Telling[] = [];
  for (let place = index.articleStarts[at] ?? 0; place < (index.articleStarts[at + 1] ?? 0); place += 1) {
    const term = index.articleTerms[place] ?? 0;
    telling.push({ term, weight: (index.rarities[term] ?? 0) * (index.articleWeights[place] ?? 0) });
  }
  return telling.sort(byWeight).slice(0, queryTerms);
}

function byWeight(one: Telling, other: Telling): number {
  return other.weight - one.weight || one.term - other.term;
}

/** A term of the article that asks which another one has as well, and what it weighs there. */
type Shared = Telling & { readonly there: number };

/** Weightiest first. */
function sharedTerms(other: number, index: RelatedIndex, weights: Float32Array): readonly Shared[] {
  const shared: Shared[] = [];
  for (let place = index.articleStarts[other] ?? 0; place < (index.articleStarts[other + 1] ?? 0); place += 1) {
    const term = index.articleTerms[place] ?? 0;
    const weight = weights[term] ?? 0;
    if (weight > 0) shared.push({ term, weight, there: index.articleWeights[place] ?? 0 });
  }
  return shared.sort(byWeight);
}

/**
 * The rarest place or topic that both have; else the author; else the words that weigh most in both. Undefined when they
 * share nothing that could be said, such as a year, or only words that neither is about.
 */
function reasonFor(
  article: Article,
  shared: readonly Shared[],
  { terms, spreads, days }: RelatedIndex,
  isSharedSubject: (word: string) => boolean,
  spell: (folded: string) => string,
): Reason | undefined {
  const spreadOf = (term: number) => spreads[term] ?? 0;
  const rarest = (mark: string, names: readonly Named[]) => {
    const [best] = shared
      .filter(({ term }) => terms[term]?.startsWith(mark))
      .sort((left, right) => spreadOf(left.term) - spreadOf(right.term));
    const slug = best && terms[best.term]?.slice(mark.length);
    const named = names.find((name) => name.slug === slug);
    return best && named ? { name: named.name, spread: spreadOf(best.term) } : undefined;
  };
  const place = rarest(placeMark, article.places);
  const topic = rarest(topicMark, article.topics);
  if (place && (!topic || place.spread <= topic.spread)) return { kind: "place", name: place.name };
  if (topic) return { kind: "topic", name: topic.name };
  const author = rarest(authorMark, article.bylines);
  if (author && author.spread < days.length * 0.2) return { kind: "author", name: author.name };
  const weightiest = shared
    .map(({ term, weight, there }) => ({ word: terms[term] ?? "", weight: weight * there }))
    .filter(({ word }) => /^\p{L}/u.test(word) && !/\p{N}/u.test(word) && isSharedSubject(word))
    .sort((left, right) => Number(isLong(right.word)) - Number(isLong(left.word)) || right.weight - left.weight);
  const words = weightiest.slice(0, 3).map(({ word }) => word);
  if (words.length > 0) return { kind: "words", words: words.map(spell) };
  return author && { kind: "author", name: author.name };
}

/** Written in letters, large and small, that take several to a word. */
function isCased(word: string): boolean {
  return /^[\p{Lu}\p{Ll}]/u.test(word);
}

/** Long enough to mean something by itself, in letters that take several to a word. */
function isLong(word: string): boolean {
  return word.length > 3;
}

/** Gives folded words as the article spells them most often; its headline, which may be in capitals, is asked last. */
function speller({ headline, standfirst, body }: Article): (folded: string) => string {
  let spellings: Map<string, Map<string, number>> | undefined;
  const read = () => {
    const counts = new Map<string, Map<string, number>>();
    for (const text of [bodyText(body), `${standfirst ?? ""}\n${headline}`]) {
      for (const { folded, from, to } of wordsOf(text)) {
        const printed = text.slice(from, to).replace(/['’]s$/u, "");
        const spelled = counts.get(folded) ?? new Map<string, number>();
        counts.set(folded, spelled.set(printed, (spelled.get(printed) ?? 0) + 1));
      }
    }
    return counts;
  };
  return (folded) => {
    spellings ??= read();
    const [commonest] = [...(spellings.get(folded) ?? [])].sort(([, one], [, other]) => other - one);
    return commonest?.[0] ?? folded;
  };
}
