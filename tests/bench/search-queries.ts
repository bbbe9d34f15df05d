import { wordsOf } from "#search/words.ts";
import type { CorpusArticle } from "./corpus.ts";
import { type Random, seededRandom } from "./random.ts";

export const queryKinds = ["exact", "typo", "prefix", "phrase"] as const;
export type QueryKind = (typeof queryKinds)[number];

/** How a search was drawn: from the head of its article, from its body, or as those that the bars were set for. */
export const origins = ["head", "body", "bars"] as const;
export type Origin = (typeof origins)[number];

/** A search for one article that is known. */
export type KnownSearch = {
  readonly kind: QueryKind;
  readonly from: Origin;
  readonly text: string;
  /** The text without the typing error. */
  readonly meant: string;
  /** Index in the corpus. */
  readonly article: number;
  /** Weights are chosen by the first half of the searches; figures are those of the other. */
  readonly half: "tuning" | "reported";
};

type Draw = {
  readonly from: Origin;
  /** The headline and first forty words, what follows them, or all of it. */
  readonly part: "head" | "rest" | "whole";
  /** UTF-16 units: articles with less are not sought. */
  readonly shortest: number;
  /** Nobody asks for words that more than this part of the articles have. */
  readonly commonPart: number;
  readonly phraseWords: number;
  /** So many words of a phrase are of those that are asked for. */
  readonly tellingInPhrase: number;
  /** A phrase stands in no more articles; without it, in any number. */
  readonly phraseIsIn?: number;
};

const leadWords = 40;
const wordsAsked = 3;

/** As somebody may ask who remembers an article. */
const remembered = { shortest: 200, commonPart: 0.1, phraseWords: 4, tellingInPhrase: 2 };
const fromHead: Draw = { ...remembered, from: "head", part: "head" };
const fromBody: Draw = { ...remembered, from: "body", part: "rest" };

/**
 * How the searches were drawn that the bars were set for is not known, only what others found by them at 10,000 articles: MiniSearch
 * over whole texts .849 / .810 / .809 / .293, over 60 words .944 / .913 / .923 / .264, Pagefind .824 / .182 / .773 / .945. Out of
 * articles of different lengths, words of different rarity, and phrases of different length and rarity those were chosen by which
 * they find as much as that. How ours fares was not looked at.
 */
const wordsForBars: Draw = { ...remembered, from: "bars", part: "head", shortest: 1_500, commonPart: 0.03 };
const phrasesForBars: Draw = {
  ...remembered,
  from: "bars",
  part: "whole",
  phraseWords: 3,
  tellingInPhrase: 0,
  phraseIsIn: 2,
};

/** Always the same searches for a corpus: each article drawn gives one of each kind, from its head or its body in turn. */
export function knownSearches(corpus: readonly CorpusArticle[], articles: number): readonly KnownSearch[] {
  return drawn(corpus, articles, [fromHead, fromBody]);
}

/** As those were for which the bars were set, as far as others' figures tell. */
export function barSearches(corpus: readonly CorpusArticle[], articles: number): readonly KnownSearch[] {
  return [
    ...drawn(corpus, articles, [wordsForBars]).filter(({ kind }) => kind !== "phrase"),
    ...drawn(corpus, articles, [phrasesForBars]).filter(({ kind }) => kind === "phrase"),
  ];
}

function drawn(corpus: readonly CorpusArticle[], articles: number, inTurn: readonly Draw[]): readonly KnownSearch[] {
  const random = seededRandom(19_870_226);
  const spread = spreadIn(corpus, random);
  const searches: KnownSearch[] = [];
  const sought = new Set<number>();
  for (let tries = 0; sought.size < articles && tries < articles * 50; tries += 1) {
    const article = Math.floor(random() * corpus.length);
    const draw = inTurn[sought.size % inTurn.length];
    const text = draw && textOf(corpus[article], draw);
    if (!draw || sought.has(article) || text === undefined) continue;
    const isTelling = (word: string) => /^\p{L}{4,}$/u.test(word) && spread(word) < draw.commonPart;
    const telling = [...new Set(printedWords(text).filter(isTelling))];
    const phrase = phraseIn(text, draw, isTelling, random);
    if (telling.length < wordsAsked || phrase === undefined) continue;
    if (draw.phraseIsIn !== undefined && isInMore(corpus, phrase, draw.phraseIsIn)) continue;
    sought.add(article);
    const half = Math.floor((sought.size - 1) / inTurn.length) % 2 === 0 ? "tuning" : "reported";
    const asked = picked(telling, wordsAsked, random);
    const texts: Record<QueryKind, string> = {
      exact: asked.join(" "),
      typo: mistyped(asked, random),
      prefix: cutOff(asked, random),
      phrase: `"${phrase}"`,
    };
    for (const kind of queryKinds) {
      const meant = texts[kind === "typo" ? "exact" : kind];
      searches.push({ kind, from: draw.from, text: texts[kind], meant, article, half });
    }
  }
  return searches;
}

/** Whether words stand one after the other in more articles than so many. */
function isInMore(corpus: readonly CorpusArticle[], phrase: string, most: number): boolean {
  const words = printedWords(phrase).join("[^\\p{L}\\p{N}]+");
  const isThere = new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, "iu");
  let found = 0;
  for (const { title, body } of corpus) {
    if (isThere.test(title) || isThere.test(body)) found += 1;
    if (found > most) return true;
  }
  return false;
}

/** The mean of one over the place of the article that was sought, among the first ten. */
export function reciprocalRank(found: readonly number[], sought: number): number {
  const place = found.slice(0, 10).indexOf(sought);
  return place < 0 ? 0 : 1 / (place + 1);
}

function textOf(article: CorpusArticle | undefined, { part, shortest }: Draw): string | undefined {
  if (!article || article.body.length < shortest) return undefined;
  const words = wordsOf(article.body);
  const end = words[leadWords]?.from ?? article.body.length;
  switch (part) {
    case "head":
      return `${article.title}\n${article.body.slice(0, end)}`;
    case "rest":
      return article.body.slice(end);
    case "whole":
      return `${article.title}\n${article.body}`;
  }
}

function printedWords(text: string): string[] {
  return wordsOf(text).map(({ from, to }) => text.slice(from, to).toLowerCase());
}

/** In which part of the articles a word stands; a sample of the corpus tells. */
function spreadIn(corpus: readonly CorpusArticle[], random: Random): (word: string) => number {
  const sample = Array.from({ length: 2_000 }, () => corpus[Math.floor(random() * corpus.length)]);
  const spread = new Map<string, number>();
  for (const article of sample)
    for (const word of new Set(printedWords(article?.body ?? ""))) spread.set(word, (spread.get(word) ?? 0) + 1);
  return (word) => (spread.get(word) ?? 0) / sample.length;
}

/** So many of them, in their order. */
function picked(words: readonly string[], count: number, random: Random): string[] {
  const places = new Set<number>();
  while (places.size < count) places.add(Math.floor(random() * words.length));
  return [...places].sort((one, other) => one - other).map((place) => words[place] ?? "");
}

function phraseIn(
  text: string,
  { phraseWords, tellingInPhrase }: Draw,
  isTelling: (word: string) => boolean,
  random: Random,
): string | undefined {
  const words = wordsOf(text);
  for (let tries = 0; tries < 20; tries += 1) {
    const start = Math.floor(random() * Math.max(1, words.length - phraseWords));
    const own = words.slice(start, start + phraseWords);
    const printed = text.slice(own[0]?.from ?? 0, own.at(-1)?.to ?? 0);
    if (own.length < phraseWords || /["\n]/u.test(printed)) continue;
    if (printedWords(printed).filter(isTelling).length >= tellingInPhrase) return printed.replace(/\s+/gu, " ");
  }
  return undefined;
}

/** One letter put in, left out, changed, or swapped with its neighbour, in one of the words. */
function mistyped(words: readonly string[], random: Random): string {
  const which = Math.floor(random() * words.length);
  return words.map((word, at) => (at === which ? mistypedWord(word, random) : word)).join(" ");
}

function mistypedWord(word: string, random: Random): string {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  for (;;) {
    const at = Math.floor(random() * word.length);
    const letter = letters[Math.floor(random() * letters.length)] ?? "";
    const [before, after] = [word.slice(0, at), word.slice(at)];
    const edits = [before + letter + after, before + after.slice(1), before + letter + after.slice(1)];
    const swapped = before + (after[1] ?? "") + (after[0] ?? "") + after.slice(2);
    const edited = [...edits, swapped][Math.floor(random() * 4)] ?? word;
    if (edited !== word) return edited;
  }
}

/** The last word from its third letter on, as while it is typed. */
function cutOff(words: readonly string[], random: Random): string {
  const last = words.at(-1) ?? "";
  const length = 3 + Math.floor(random() * (last.length - 3));
  return [...words.slice(0, -1), last.slice(0, length)].join(" ");
}
