import { type Article, bodyText, type Named } from "#domain/article.ts";
import type { Reason } from "#edition/article-document.ts";
import { wordsOf } from "#search/words.ts";
import { authorMark, indexRelated, likeness, placeMark, type RelatedIndex, topicMark } from "./related-index.ts";

/** An article, by its index, and why it is related. */
export type RelatedArticle = { readonly index: number; readonly reason: Reason };

const most = 5;
const queryTerms = 100;
const candidates = 24;
/** Terms that more of the articles than this have tell nothing. Small editions may share more. */
const commonShare = 0.3;
const smallEdition = 400;
/** A related article scores at least this share of what the article itself would. */
const leastShare = 0.055;
const duplicateLikeness = 0.4;
/** After half a year, time has taken a fifth of the score; it never takes more than two fifths. */
const timeDecay = { most: 0.4, halfLife: 180 };

/**
 * Finds what to read next: the whole article as a BM25 query, by its hundred most telling terms, against whole articles,
 * with mild decay over the time between the two. Near-duplicates, of the article and of each other, are left out
 * (Jaccard over shingles of four words). At most five, best first; fewer when the rest is not related.
 */
export function relate(articles: readonly Article[]): (index: number) => readonly RelatedArticle[] {
  const index = indexRelated(articles);
  const scores = new Float32Array(articles.length);
  const reached = new Uint32Array(articles.length);
  const mostArticles =
    articles.length < smallEdition ? Math.max(3, articles.length * 0.5) : articles.length * commonShare;
  return (at) => {
    const article = articles[at];
    return article ? relatedTo(at, article, index, { scores, reached }, mostArticles) : [];
  };
}

/** Room to add scores up in, all zero between two articles. */
type Scratch = { readonly scores: Float32Array; readonly reached: Uint32Array };

function relatedTo(
  at: number,
  asking: Article,
  index: RelatedIndex,
  { scores, reached }: Scratch,
  mostArticles: number,
): readonly RelatedArticle[] {
  const query = tellingTerms(at, index, mostArticles);
  let touched = 0;
  for (const { term, weight } of query) {
    const end = index.termStarts[term + 1] ?? 0;
    for (let posting = index.termStarts[term] ?? 0; posting < end; posting += 1) {
      const article = index.termArticles[posting] ?? 0;
      const before = scores[article] ?? 0;
      if (before === 0) {
        reached[touched] = article;
        touched += 1;
      }
      scores[article] = before + weight * (index.termWeights[posting] ?? 0);
    }
  }
  const own = scores[at] ?? 0;
  const day = index.days[at] ?? 0;
  const ranked: { readonly article: number; readonly score: number }[] = [];
  let least = own * leastShare;
  for (let place = 0; place < touched; place += 1) {
    const article = reached[place] ?? 0;
    const undecayed = scores[article] ?? 0;
    scores[article] = 0;
    if (article === at || undecayed < least) continue;
    const apart = Math.abs((index.days[article] ?? 0) - day);
    const score = undecayed * (1 - timeDecay.most * (1 - 0.5 ** (apart / timeDecay.halfLife)));
    if (score < least) continue;
    ranked.push({ article, score });
    if (ranked.length < candidates * 4) continue;
    // Keep the best and raise the bar, so that only a few of thousands are ever sorted.
    ranked.sort(byScore).length = candidates;
    least = Math.max(least, ranked.at(-1)?.score ?? 0);
  }
  ranked.sort(byScore);
  const spell = speller(asking);
  const chosen: RelatedArticle[] = [];
  for (const { article } of ranked.slice(0, candidates)) {
    if (chosen.length === most) break;
    const known = [at, ...chosen.map((one) => one.index)];
    if (known.some((one) => likeness(index, one, article) > duplicateLikeness)) continue;
    const reason = reasonFor(asking, article, index, query, spell);
    if (reason) chosen.push({ index: article, reason });
  }
  return chosen;
}

function byScore(one: { article: number; score: number }, other: { article: number; score: number }): number {
  return other.score - one.score || one.article - other.article;
}

type Telling = { readonly term: number; readonly weight: number };

/** The article's terms that say most about it, by rarity and mentions. */
function tellingTerms(at: number, index: RelatedIndex, mostArticles: number): readonly Telling[] {
  const telling: Telling[] = [];
  for (let place = index.articleStarts[at] ?? 0; place < (index.articleStarts[at + 1] ?? 0); place += 1) {
    const term = index.articleTerms[place] ?? 0;
    const articles = (index.termStarts[term + 1] ?? 0) - (index.termStarts[term] ?? 0);
    if (articles < 2 || articles > mostArticles) continue;
    telling.push({
      term,
      weight: Math.log(1 + (index.count - articles + 0.5) / (articles + 0.5)) * (index.articleWeights[place] ?? 0),
    });
  }
  return telling.sort((one, other) => other.weight - one.weight || one.term - other.term).slice(0, queryTerms);
}

/**
 * The rarest place or topic that both have; else the author; else the words that weigh most in both. Undefined when they
 * share nothing that could be said, such as a year.
 */
function reasonFor(
  article: Article,
  other: number,
  index: RelatedIndex,
  query: readonly Telling[],
  spell: (folded: string) => string,
): Reason | undefined {
  const theirs = new Map<number, number>();
  for (let place = index.articleStarts[other] ?? 0; place < (index.articleStarts[other + 1] ?? 0); place += 1) {
    theirs.set(index.articleTerms[place] ?? 0, index.articleWeights[place] ?? 0);
  }
  const shared = query.filter(({ term }) => theirs.has(term));
  const rarest = (mark: string, names: readonly Named[]) => {
    const [best] = shared
      .filter(({ term }) => index.terms[term]?.startsWith(mark))
      .sort((left, right) => spread(index, left.term) - spread(index, right.term));
    const slug = best && index.terms[best.term]?.slice(mark.length);
    const named = names.find((name) => name.slug === slug);
    return best && named ? { name: named.name, spread: spread(index, best.term) } : undefined;
  };
  const place = rarest(placeMark, article.places);
  const topic = rarest(topicMark, article.topics);
  if (place && (!topic || place.spread <= topic.spread)) return { kind: "place", name: place.name };
  if (topic) return { kind: "topic", name: topic.name };
  const author = rarest(authorMark, article.bylines);
  if (author && author.spread < index.count * 0.2) return { kind: "author", name: author.name };
  const weightiest = shared
    .map(({ term, weight }) => ({ word: index.terms[term] ?? "", weight: weight * (theirs.get(term) ?? 0) }))
    .filter(({ word }) => /^\p{L}/u.test(word) && !/\p{N}/u.test(word))
    .sort((left, right) => Number(isLong(right.word)) - Number(isLong(left.word)) || right.weight - left.weight);
  const words = weightiest.slice(0, 3).map(({ word }) => word);
  if (words.length > 0) return { kind: "words", words: words.map(spell) };
  return author && { kind: "author", name: author.name };
}

/** Long enough to mean something by itself, in letters that take several to a word. */
function isLong(word: string): boolean {
  return word.length > 3;
}

function spread(index: RelatedIndex, term: number): number {
  return (index.termStarts[term + 1] ?? 0) - (index.termStarts[term] ?? 0);
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
