import { wordsOf } from "#search/words.ts";
import type { CorpusArticle } from "./corpus.ts";
import { type Random, seededRandom } from "./random.ts";

export const queryKinds = ["exact", "typo", "prefix", "phrase"] as const;
export type QueryKind = (typeof queryKinds)[number];

/** A search for one article that is known, by words of its headline and first forty words, or from anywhere behind those. */
export type KnownSearch = {
  readonly kind: QueryKind;
  readonly from: "head" | "body";
  readonly text: string;
  /** The text without the typing error. */
  readonly meant: string;
  /** Index in the corpus. */
  readonly article: number;
  /** Weights are chosen by the first half of the searches; figures are those of the other. */
  readonly half: "tuning" | "reported";
};

const leadWords = 40;
const wordsAsked = 3;
const phraseWords = 4;
/** Nobody asks for words that more than every tenth article has. */
const commonPart = 0.1;

/** Always the same searches for a corpus: each article drawn gives one of each kind, from its head or its body in turn. */
export function knownSearches(corpus: readonly CorpusArticle[], articles: number): KnownSearch[] {
  const random = seededRandom(19_870_226);
  const isTelling = tellingIn(corpus, random);
  const searches: KnownSearch[] = [];
  const drawn = new Set<number>();
  for (let tries = 0; drawn.size < articles && tries < articles * 20; tries += 1) {
    const article = Math.floor(random() * corpus.length);
    const from = drawn.size % 2 === 0 ? "head" : "body";
    const text = textOf(corpus[article], from);
    if (drawn.has(article) || text === undefined) continue;
    const telling = [...new Set(printedWords(text).filter(isTelling))];
    const phrase = phraseIn(text, isTelling, random);
    if (telling.length < wordsAsked || phrase === undefined) continue;
    drawn.add(article);
    const half = Math.floor((drawn.size - 1) / 2) % 2 === 0 ? "tuning" : "reported";
    const asked = picked(telling, wordsAsked, random);
    const texts: Record<QueryKind, string> = {
      exact: asked.join(" "),
      typo: mistyped(asked, random),
      prefix: cutOff(asked, random),
      phrase: `"${phrase}"`,
    };
    for (const kind of queryKinds) {
      const meant = texts[kind === "typo" ? "exact" : kind];
      searches.push({ kind, from, text: texts[kind], meant, article, half });
    }
  }
  return searches;
}

/** The mean of one over the place of the article that was sought, among the first ten. */
export function reciprocalRank(found: readonly number[], sought: number): number {
  const place = found.slice(0, 10).indexOf(sought);
  return place < 0 ? 0 : 1 / (place + 1);
}

function textOf(article: CorpusArticle | undefined, from: "head" | "body"): string | undefined {
  if (!article || article.body.length < 200) return undefined;
  const words = wordsOf(article.body);
  const end = words[leadWords]?.from ?? article.body.length;
  return from === "head" ? `${article.title}\n${article.body.slice(0, end)}` : article.body.slice(end);
}

function printedWords(text: string): string[] {
  return wordsOf(text).map(({ from, to }) => text.slice(from, to).toLowerCase());
}

/** Words of four letters and more that are not common; how common, a sample of the corpus tells. */
function tellingIn(corpus: readonly CorpusArticle[], random: Random): (word: string) => boolean {
  const sample = Array.from({ length: 2_000 }, () => corpus[Math.floor(random() * corpus.length)]);
  const spread = new Map<string, number>();
  for (const article of sample)
    for (const word of new Set(printedWords(article?.body ?? ""))) spread.set(word, (spread.get(word) ?? 0) + 1);
  return (word) => /^\p{L}{4,}$/u.test(word) && (spread.get(word) ?? 0) < sample.length * commonPart;
}

/** So many of them, in their order. */
function picked(words: readonly string[], count: number, random: Random): string[] {
  const places = new Set<number>();
  while (places.size < count) places.add(Math.floor(random() * words.length));
  return [...places].sort((one, other) => one - other).map((place) => words[place] ?? "");
}

function phraseIn(text: string, isTelling: (word: string) => boolean, random: Random): string | undefined {
  const words = wordsOf(text);
  for (let tries = 0; tries < 20; tries += 1) {
    const start = Math.floor(random() * Math.max(1, words.length - phraseWords));
    const own = words.slice(start, start + phraseWords);
    const printed = text.slice(own[0]?.from ?? 0, own.at(-1)?.to ?? 0);
    if (own.length < phraseWords || /["\n]/u.test(printed)) continue;
    if (printedWords(printed).filter(isTelling).length >= 2) return printed.replace(/\s+/gu, " ");
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
