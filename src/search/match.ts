import type { Constraints } from "./constraints.ts";
import type { IndexReader } from "./index-reader.ts";
import type { SearchQuery, Unsearched } from "./protocol.ts";
import { type Loaded, type Tally, tally } from "./tally.ts";
import type { Alternative, Term } from "./terms.ts";

/** Beside a rarer word, of a common one whose list is longer than this only the best is looked at. */
const mostListBytes = 24_000;
/** The same for what a word may become that is still being typed. */
const mostCompletedBytes = 4_000;
/** And for a completion in more than so many times the documents of the word as it stands: that word is not whole yet. */
const mostLikelyBytes = 16_000;
const likelier = 4;

/** What a query matches. */
export type Match = {
  readonly terms: readonly SettledTerm[];
  readonly tally: Tally;
  /** How many words a document must have. */
  readonly needed: number;
  /** That the documents have the words is known without counting them. */
  readonly isGiven: boolean;
  readonly hasAllWords: boolean;
  /** Known without looking at all documents: of a single word, how many have it. */
  readonly total?: number;
};

/** Looks up which documents have the words of a query, and how many of them. */
export async function matched(
  terms: readonly Term[],
  constraints: Constraints,
  reader: IndexReader,
  query: SearchQuery,
  unsearched: Unsearched[],
): Promise<Match> {
  const { count } = reader.root;
  const loaded = await Promise.all(
    settled(terms, constraints, query).map((term) => load(term, reader, query.isTyping === true, unsearched)),
  );
  const wanted = loaded.filter(({ isOptional }) => !isOptional).length;
  const sums = tally(loaded, count);
  let needed = 0;
  for (let document = 0; document < count; document += 1) {
    const words = sums.matched[document] ?? 0;
    if (words > needed && isAllowed(document, constraints)) needed = words;
  }
  const [only] = loaded;
  const isCounted = loaded.length === 1 && only?.isBestOnly && !only.isOptional;
  const whole = isCounted ? only.alternatives[0]?.entry.documents : undefined;
  return {
    terms: loaded,
    tally: sums,
    needed,
    isGiven: wanted === 0 && loaded.some(({ isGiven }) => isGiven),
    hasAllWords: needed === wanted,
    ...(whole !== undefined && { total: whole }),
  };
}

/** A term, and whether only the best of a long list is looked at. */
type Settled = Term & {
  readonly isBestOnly: boolean;
  /** That a document has it is known without its list. */
  readonly isGiven: boolean;
};

/** The same with its lists. */
export type SettledTerm = Loaded & Settled;

/** Decides how much of long lists a query needs. */
function settled(terms: readonly Term[], constraints: Constraints, query: SearchQuery): readonly Settled[] {
  const isFree = !constraints.always && constraints.facets.size === 0;
  const isSimple = isFree && query.sort === "relevance" && !query.counted?.length && query.offset + query.limit <= 100;
  const furtherBytes = ({ alternatives }: Term) => Math.max(0, ...alternatives.map(bytesOf));
  const isShort = (term: Term) => term.alternatives.length > 0 && furtherBytes(term) <= mostListBytes;
  const hasRarer = terms.some((term) => isShort(term) && !term.isOptional);
  return terms.map((term): Settled => {
    const [only] = term.alternatives;
    if (terms.length === 1 && isSimple && !term.isHeadline && term.alternatives.length === 1 && only)
      return { ...term, isBestOnly: furtherBytes(term) > 0, isGiven: false };
    // The pairs of a phrase already tell which documents have its words.
    const isGiven = term.clause.isTogether && term.clause.words.length > 1 && furtherBytes(term) > 0;
    if (isGiven || (hasRarer && !isShort(term) && term.alternatives.length > 0))
      return { ...term, isBestOnly: true, isOptional: true, isGiven };
    return { ...term, isBestOnly: false, isGiven: false };
  });
}

/** How much there is of a long list beside its best. */
function bytesOf({ entry: { place } }: Alternative): number {
  return place.kind === "file" ? (place.further?.bytes ?? 0) : 0;
}

async function load(
  term: Settled,
  reader: IndexReader,
  isTyping: boolean,
  unsearched: Unsearched[],
): Promise<SettledTerm> {
  try {
    const typed = term.alternatives.find(({ isCompleted }) => !isCompleted)?.entry.documents ?? 0;
    const mostBytes = ({ isCompleted, entry }: Alternative) => {
      if (!isCompleted) return Number.POSITIVE_INFINITY;
      return entry.documents > likelier * typed ? mostLikelyBytes : mostCompletedBytes;
    };
    const isWhole = (alternative: Alternative) =>
      !isTyping && !term.isBestOnly && bytesOf(alternative) <= mostBytes(alternative);
    const lists = term.alternatives.map((alternative) => reader.postingsOf(alternative.entry, isWhole(alternative)));
    return { ...term, lists: await Promise.all(lists) };
  } catch {
    unsearched.push({ kind: "word", text: term.clause.text });
    return { ...term, isOptional: true, lists: [] };
  }
}

/** Whether a document lies within the filters, leaving out those of one facet. */
export function isAllowed(document: number, { always, facets }: Constraints, except?: string): boolean {
  if (always && always[document] !== 1) return false;
  for (const [facet, documents] of facets) if (facet !== except && documents[document] !== 1) return false;
  return true;
}
