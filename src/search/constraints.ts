import type { Facet } from "./facets.ts";
import { hashOf } from "./hash.ts";
import { dayNumber } from "./index-files.ts";
import type { IndexReader } from "./index-reader.ts";
import { pairHash, placesIn } from "./pairs.ts";
import { isInHeadline } from "./postings.ts";
import type { FacetName, FacetValue, Unsearched } from "./protocol.ts";
import type { ParsedClause } from "./query-language.ts";
import { isText } from "./terms.ts";
import { fold, wordsOf } from "./words.ts";

/** Which documents a query leaves, whatever their words: 1 for each. Undefined where it says nothing. */
export type Constraints = {
  /** Phrases, dates, and everything that is excluded. */
  readonly always?: Uint8Array;
  readonly facets: ReadonlyMap<FacetName, Uint8Array>;
  /** By clause, the values that its text stands for. */
  readonly values: ReadonlyMap<ParsedClause, readonly FacetValue[]>;
};

/** What could not be looked at leaves no document, rather than one that should not be there. */
export async function constraintsOf(
  clauses: readonly ParsedClause[],
  reader: IndexReader,
  unsearched: Unsearched[],
): Promise<Constraints> {
  const { count } = reader.root;
  const values = new Map<ParsedClause, readonly FacetValue[]>();
  const facets = new Map<FacetName, Uint8Array>();
  let always: Uint8Array | undefined;
  await Promise.all(
    clauses.map(async (clause) => {
      const found = await documentsOf(clause, reader, values).catch(() => {
        unsearched.push(unsearchedOf(clause));
        return clause.isExcluded ? undefined : new Uint8Array(count);
      });
      if (!found) return;
      if (clause.kind === "facet" && !clause.isExcluded) {
        // Several values of one facet are alternatives.
        const before = facets.get(clause.facet);
        facets.set(clause.facet, before ? before.map((one, at) => one | (found[at] ?? 0)) : found);
        return;
      }
      const wanted = clause.isExcluded ? found.map((one) => 1 - one) : found;
      always = always ? always.map((one, at) => one & (wanted[at] ?? 0)) : wanted;
    }),
  );
  const isUnknown = clauses.some((clause) => clause.isExcluded) && unsearched.length > 0;
  if (isUnknown) always = new Uint8Array(count);
  return { ...(always && { always }), facets, values };
}

function unsearchedOf(clause: ParsedClause): Unsearched {
  switch (clause.kind) {
    case "word":
    case "phrase":
      return { kind: clause.kind, text: clause.text };
    case "facet":
      return { kind: "facet", facet: clause.facet };
    case "date":
      return { kind: "dates" };
  }
}

/** 1 for each document that a clause speaks of; undefined for words that are wanted, which are scored instead. */
async function documentsOf(
  clause: ParsedClause,
  reader: IndexReader,
  values: Map<ParsedClause, readonly FacetValue[]>,
): Promise<Uint8Array | undefined> {
  const { count } = reader.root;
  if (isText(clause)) {
    const isTogether = clause.isTogether && clause.words.length > 1;
    if (!isTogether && !clause.isExcluded) return undefined;
    return sideBySide(clause, reader);
  }
  if (clause.kind === "date") {
    const days = await reader.days();
    const first = clause.first === undefined ? Number.NEGATIVE_INFINITY : dayNumber(clause.first);
    const last = clause.last === undefined ? Number.POSITIVE_INFINITY : dayNumber(clause.last);
    return Uint8Array.from(days, (day) => (day >= first && day <= last ? 1 : 0));
  }
  if (!reader.root.facets.includes(clause.facet)) {
    values.set(clause, []);
    return new Uint8Array(count);
  }
  const meant = valuesMeant(clause.text, await reader.facetOf(clause.facet));
  values.set(clause, meant);
  const documents = new Uint8Array(count);
  const lists = await Promise.all(meant.map(({ value }) => reader.documentsOf(clause.facet, value)));
  for (const list of lists) for (const document of list) documents[document] = 1;
  return documents;
}

/** Documents with all words of a clause, and those one after the other when they stand together. */
async function sideBySide(
  clause: ParsedClause & { readonly kind: "word" | "phrase" },
  reader: IndexReader,
): Promise<Uint8Array> {
  const { words, isHeadline, isTogether } = clause;
  const { count } = reader.root;
  const isInOrder = isTogether && words.length > 1;
  const found = isInOrder ? await inOrder(words, reader) : new Uint8Array(count).fill(1);
  // The pairs tell of the words as well, but not where the headline is.
  if (isInOrder && !isHeadline) return found;
  for (const word of new Set(words)) {
    const entry = await reader.entryOf(word);
    const own = new Uint8Array(count);
    if (entry) {
      const { documents, marks } = await reader.postingsOf(entry, true);
      for (let at = 0; at < documents.length; at += 1)
        if (!isHeadline || isInHeadline(marks[at] ?? 0)) own[documents[at] ?? 0] = 1;
    }
    for (let document = 0; document < count; document += 1)
      found[document] = (found[document] ?? 0) & (own[document] ?? 0);
  }
  return found;
}

/** Documents in which each pair of neighbours stands, and where they stand agrees: each one word behind the pair before. */
async function inOrder(words: readonly string[], reader: IndexReader): Promise<Uint8Array> {
  const { count } = reader.root;
  const hashes = words.map(hashOf);
  const pairs = await Promise.all(hashes.slice(1).map((hash, at) => reader.pairOf(pairHash(hashes[at] ?? 0, hash))));
  const places = placesIn(count);
  const reached = new Uint8Array(count);
  /** Where the phrase begins, as far as that is known: one more than the place. */
  const starts = new Uint8Array(count);
  for (const [at, { documents, places: own }] of pairs.entries()) {
    for (let index = 0; index < documents.length; index += 1) {
      const document = documents[index] ?? 0;
      if (reached[document] !== at) continue;
      const place = own[index] ?? 0;
      const start = place === places ? 0 : ((place - at + places * words.length) % places) + 1;
      if (start !== 0 && (starts[document] ?? 0) !== 0 && starts[document] !== start) continue;
      if (start !== 0) starts[document] = start;
      reached[document] = at + 1;
    }
  }
  return reached.map((times) => (times === pairs.length ? 1 : 0));
}

/** The value of that name; else all whose names have all the words. */
function valuesMeant(text: string, { values }: Facet): readonly FacetValue[] {
  const exact = values.filter(({ value, name }) => value === text || fold(name) === fold(text));
  if (exact.length > 0) return exact;
  const wanted = wordsOf(text).map(({ folded }) => folded);
  if (wanted.length === 0) return [];
  return values.filter(({ value, name }) => {
    const words = new Set(wordsOf(`${name} ${value}`).map(({ folded }) => folded));
    return wanted.every((word) => words.has(word));
  });
}
