import { mostCompletions, shortBeginning } from "./beginnings.ts";
import { type Entry, mostInlined } from "./dictionary.ts";
import type { IndexReader } from "./index-reader.ts";
import type { ParsedClause } from "./query-language.ts";
import { completionShare, correctionShares } from "./rank.ts";
import { editsAllowed, nearest, type Spelling } from "./spelling.ts";

/** Of the words that a beginning may become, all rare ones are looked for, and so many of the others. */
const mostCommon = 8;
/** And so many while it grows with every letter: each costs a file. */
const mostCommonTyping = 1;
const mostCorrections = 4;
const mostTerms = 32;

/** A word of the index that is looked for: as it was typed, or in its place. */
export type Alternative = {
  readonly entry: Entry;
  readonly share: number;
  /** How many letters were corrected. */
  readonly edits: number;
  readonly isCompleted: boolean;
};

/** A word of a query with what is looked for. */
export type Term = {
  readonly word: string;
  readonly clause: ParsedClause & { readonly kind: "word" | "phrase" };
  readonly isHeadline: boolean;
  /** A document need not have it. */
  readonly isOptional: boolean;
  readonly isPrefix: boolean;
  readonly alternatives: readonly Alternative[];
  /** Whether it may become further words, which are not looked for. */
  readonly leavesOut: boolean;
};

/** A word of a query before anything is looked up for it. */
export type TypedTerm = Omit<Term, "alternatives" | "leavesOut">;

type TextClause = Term["clause"];

/** The words that are wanted, each once, where it is typed last. */
export function termsOf(clauses: readonly ParsedClause[], isTyping = false): TypedTerm[] {
  const wanted = clauses.filter((clause): clause is TextClause => isText(clause) && !clause.isExcluded);
  const terms = wanted.flatMap((clause) =>
    clause.words.map((word, at) => ({
      word,
      clause,
      isHeadline: clause.isHeadline,
      isOptional: false,
      isPrefix: clause.isPrefix && at === clause.words.length - 1,
    })),
  );
  const once = terms
    .filter(
      ({ word, isHeadline }, at) =>
        terms.findLastIndex((other) => other.word === word && other.isHeadline === isHeadline) === at,
    )
    .slice(0, mostTerms);
  // One or two letters beside other words say too little yet: they count where they stand as they are, if not more come.
  const saysLittle = ({ isPrefix, word }: (typeof once)[number]) =>
    isPrefix && once.length > 1 && Array.from(word).length <= shortBeginning;
  if (isTyping) return once.filter((term) => !saysLittle(term));
  return once.map((term) => (saysLittle(term) ? { ...term, isOptional: true, isPrefix: false } : term));
}

export function isText(clause: ParsedClause): clause is TextClause {
  return clause.kind === "word" || clause.kind === "phrase";
}

/** What the index has for a word: the word itself, and what it may become while it is being typed. */
export async function alternativesOf(
  { word, isPrefix }: TypedTerm,
  reader: IndexReader,
  isTyping: boolean,
): Promise<Pick<Term, "alternatives" | "leavesOut">> {
  const most = isTyping ? mostCommonTyping : mostCommon;
  const { entries, leavesOut } = isPrefix
    ? await completionsOf(word, reader, most)
    : { entries: [await reader.entryOf(word)], leavesOut: false };
  const alternatives = entries.flatMap((entry): Alternative[] => {
    if (!entry) return [];
    const isCompleted = entry.word !== word;
    return [{ entry, share: isCompleted ? completionShare : 1, edits: 0, isCompleted }];
  });
  return { alternatives, leavesOut };
}

type Completions = { readonly entries: readonly (Entry | undefined)[]; readonly leavesOut: boolean };

async function completionsOf(word: string, reader: IndexReader, most: number): Promise<Completions> {
  const entries = Array.from(word).length > shortBeginning ? await reader.entriesFrom(word) : undefined;
  if (!entries) {
    const commonest = (await reader.beginningOf(word))?.words ?? [];
    const words = commonest.slice(0, most).map((completion) => completion.word);
    const found = await Promise.all([...new Set([word, ...words])].map((one) => reader.entryOf(one)));
    return { entries: found, leavesOut: commonest.length > most || commonest.length === mostCompletions };
  }
  const isRare = (entry: Entry) => entry.documents <= mostInlined || entry.word === word;
  const common = entries.filter((entry) => !isRare(entry)).sort((one, other) => other.documents - one.documents);
  return { entries: [...entries.filter(isRare), ...common.slice(0, most)], leavesOut: common.length > most };
}

/** Two wrong letters may have hit both halves of a word: then it is looked for among those that begin as it does. */
async function nearestIn(word: string, reader: IndexReader) {
  const near = nearest(word, await reader.spellingsFor(word), mostCorrections);
  if (near[0]?.edits === 1 || editsAllowed(word) < 2) return near;
  const like = (await reader.entriesLike(word)).map(spellingOf);
  return nearest(word, [...(await reader.spellingsFor(word)), ...like], mostCorrections);
}

function spellingOf({ word, documents }: Entry): Spelling {
  return { word, commonness: 31 - Math.clz32(documents) };
}

/** Words that may have been meant, likeliest first. */
export async function correctionsOf(word: string, reader: IndexReader): Promise<readonly Alternative[]> {
  if (editsAllowed(word) === 0) return [];
  const near = await nearestIn(word, reader);
  const entries = await Promise.all(near.map(({ word: one }) => reader.entryOf(one)));
  return near.flatMap(({ edits }, at): Alternative[] => {
    const entry = entries[at];
    return entry ? [{ entry, share: correctionShares[edits] ?? 0, edits, isCompleted: false }] : [];
  });
}
