import { completionShare, fields, rarity, saturation } from "#search/rank.ts";
import { wordsOf } from "#search/words.ts";
import type { CorpusArticle } from "./corpus.ts";
import { type KnownSearch, reciprocalRank } from "./search-queries.ts";

/** UTF-16 units of a body that count as its lead, as in the index. */
const leadLength = 400;
const resultsLookedAt = 10;
const fieldsInOrder = Object.values(fields);

type Asked = KnownSearch & {
  readonly words: readonly string[];
  /** Articles in which the words stand one after the other. */
  readonly inOrder: Set<number>;
};

/** What the whole text says of the words that are asked for. */
type Read = {
  /** By word and article, how often it stands in each field. */
  readonly frequencies: ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>;
  /** Words of each field of each article. */
  readonly lengths: readonly (readonly number[])[];
};

/**
 * How well known articles can be found by an engine that leaves nothing out for the sake of size: each article is scored by BM25F
 * for the words that were meant, without typing errors, and for all that a beginning may become; phrases are looked for in the text
 * itself. What this does not find first, other articles fit as well. The reciprocal rank of each search.
 */
export function ceilingOf(corpus: readonly CorpusArticle[], searches: readonly KnownSearch[]): readonly number[] {
  const asked = searches.map((search): Asked => ({ ...search, words: foldedIn(search.meant), inOrder: new Set() }));
  const read = readWhole(corpus, asked);
  const averages = fieldsInOrder.map(
    (_field, at) => read.lengths.reduce((sum, own) => sum + (own[at] ?? 0), 0) / corpus.length,
  );
  const impactOf = (article: number, found: readonly number[]) => {
    const weighted = fieldsInOrder.reduce((sum, { weight, length }, at) => {
      const relative = (read.lengths[article]?.[at] ?? 0) / (averages[at] || 1);
      return sum + (weight * (found[at] ?? 0)) / (1 - length + length * relative);
    }, 0);
    return weighted / (weighted + saturation);
  };
  return asked.map((search) => {
    const scores = new Map<number, { words: number; score: number }>();
    for (const [at, word] of [...new Set(search.words)].entries()) {
      const best = new Map<number, number>();
      const isBeginning = search.kind === "prefix" && at === search.words.length - 1;
      const meant = isBeginning ? [...read.frequencies.keys()].filter((one) => one.startsWith(word)) : [word];
      for (const one of meant) {
        const found = read.frequencies.get(one) ?? new Map<number, readonly number[]>();
        const weight = rarity(found.size, corpus.length) * (one === word ? 1 : completionShare);
        for (const [article, own] of found)
          best.set(article, Math.max(best.get(article) ?? 0, weight * impactOf(article, own)));
      }
      for (const [article, score] of best) {
        const known = scores.get(article) ?? { words: 0, score: 0 };
        scores.set(article, { words: known.words + 1, score: known.score + score });
      }
    }
    const ranked = [...scores]
      .filter(([article]) => search.kind !== "phrase" || search.inOrder.has(article))
      .sort(([, one], [, other]) => other.words - one.words || other.score - one.score)
      .map(([article]) => article);
    return reciprocalRank(ranked.slice(0, resultsLookedAt), search.article);
  });
}

function readWhole(corpus: readonly CorpusArticle[], asked: readonly Asked[]): Read {
  const isAsked = askedWords(asked);
  const phrases = new Map<string, Asked[]>();
  for (const search of asked.filter(({ kind }) => kind === "phrase")) {
    const [first = ""] = search.words;
    phrases.set(first, [...(phrases.get(first) ?? []), search]);
  }
  const frequencies = new Map<string, Map<number, number[]>>();
  const lengths = corpus.map(({ title, body }, article) =>
    [title, body.slice(0, leadLength), body].map((text, field) => {
      const words = foldedIn(text);
      for (const [at, word] of words.entries()) {
        for (const { words: phrase, inOrder } of phrases.get(word) ?? [])
          if (phrase.every((one, index) => words[at + index] === one)) inOrder.add(article);
        if (!isAsked(word)) continue;
        const found = frequencies.get(word) ?? new Map<number, number[]>();
        frequencies.set(word, found);
        const own = found.get(article) ?? fieldsInOrder.map(() => 0);
        found.set(article, own);
        own[field] = (own[field] ?? 0) + 1;
      }
      return words.length;
    }),
  );
  return { frequencies, lengths };
}

/** Whether a word is one that is asked for, or begins as one of which only the beginning was typed. */
function askedWords(asked: readonly Asked[]): (word: string) => boolean {
  const whole = new Set(asked.flatMap(({ words }) => words));
  const beginnings = new Set(asked.flatMap(({ kind, words }) => (kind === "prefix" ? words.slice(-1) : [])));
  const lengths = [...new Set([...beginnings].map(({ length }) => length))];
  return (word) => whole.has(word) || lengths.some((length) => beginnings.has(word.slice(0, length)));
}

function foldedIn(text: string): string[] {
  return wordsOf(text).map(({ folded }) => folded);
}
