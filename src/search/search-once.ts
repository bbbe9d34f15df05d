import { answeredHits, shortBeginning } from "./beginnings.ts";
import { type Constraints, constraintsOf } from "./constraints.ts";
import { countsOf } from "./counts.ts";
import { hitsOf, shownTyping } from "./hits.ts";
import type { IndexReader } from "./index-reader.ts";
import { isAllowed, type Match, matched, type SettledTerm } from "./match.ts";
import type { Clause, Correction, SearchAnswer, SearchQuery, Unsearched } from "./protocol.ts";
import { longestQuery, type ParsedClause, parseQuery } from "./query-language.ts";
import { ageAt, freshnessFactor } from "./rank.ts";
import { editsAllowed } from "./spelling.ts";
import type { Loaded } from "./tally.ts";
import { alternativesOf, correctionsOf, isText, type Term, type TypedTerm, termsOf } from "./terms.ts";

/** An answer without suggestions. */
export type Searched = Omit<SearchAnswer, "suggestions">;

/** So many words at most are tried in other spellings when no document has all as they are typed. */
const mostRespelled = 3;
/** Words in more than this part of the documents are not tried in other spellings. */
const commonPart = 0.02;

/** Searches one printing of the index. Files that cannot be had are told of in `unsearched`, never thrown. */
export async function searchOnce(reader: IndexReader, query: SearchQuery): Promise<Searched> {
  const unsearched: Unsearched[] = [];
  const clauses = parseQuery(query.text);
  const isLiteral = query.isLiteral || query.isTyping;
  const terms = termsOf(clauses, query.isTyping);
  const short = await shortAnswer(reader, query, clauses, terms);
  if (short) return short;
  const constraining = constraintsOf(clauses, reader, unsearched);
  const found = await Promise.all(terms.map((term) => lookedUp(term, reader, query, unsearched)));
  const corrected = isLiteral
    ? found
    : await Promise.all(found.map(async (term) => (isAbsent(term) ? respelled(term, reader, unsearched) : term)));
  const constraints = await constraining;
  let match = await matched(corrected, constraints, reader, query, unsearched);
  if (!match.hasAllWords && !isLiteral) {
    const respelt = await respelledRarest(corrected, reader, unsearched);
    const other = respelt && (await matched(respelt, constraints, reader, query, unsearched));
    if (other?.hasAllWords) match = other;
  }
  return answerOf(match, clauses, constraints, reader, query, unsearched);
}

/** A first letter or two alone, without anything else: answered by one small file. */
async function shortAnswer(
  reader: IndexReader,
  query: SearchQuery,
  clauses: readonly ParsedClause[],
  terms: readonly TypedTerm[],
): Promise<Searched | undefined> {
  const [term] = terms;
  const isAnswered = query.offset + query.limit <= answeredHits && query.sort !== "oldest";
  if (!term || !isFirstLetters(terms) || clauses.length > 1 || term.isHeadline || !isAnswered) return undefined;
  const beginning = await reader.beginningOf(term.word).catch(() => undefined);
  if (!beginning?.answer) return undefined;
  const unsearched: Unsearched[] = [];
  const { total, newest } = beginning.answer;
  const wanted = newest.slice(query.offset, query.offset + query.limit);
  const shown = query.isTyping ? shownTyping(wanted, query.limit, false, reader) : wanted;
  return {
    total,
    isTotalExact: true,
    hits: await hitsOf(
      shown.map((document) => ({ document, score: 0, isCorrected: false })),
      reader,
      unsearched,
    ),
    clauses: clauses.map((clause) => plainClause(clause, [])),
    hasAllWords: true,
    corrections: [],
    words: [...new Set([term.word, ...beginning.words.map(({ word }) => word)])],
    counts: {},
    unsearched,
  };
}

/** What one or two letters alone find is listed newest first: there is nothing yet to rank by. */
function isFirstLetters(terms: readonly TypedTerm[]): boolean {
  const [term] = terms;
  return terms.length === 1 && term?.isPrefix === true && Array.from(term.word).length <= shortBeginning;
}

async function lookedUp(
  term: TypedTerm,
  reader: IndexReader,
  query: SearchQuery,
  unsearched: Unsearched[],
): Promise<Term> {
  try {
    return { ...term, ...(await alternativesOf(term, reader, query.isTyping === true)) };
  } catch {
    unsearched.push({ kind: "word", text: term.clause.text });
    return { ...term, isOptional: true, alternatives: [], leavesOut: false };
  }
}

function isAbsent({ alternatives }: Term): boolean {
  return alternatives.length === 0;
}

/** The term with words that may have been meant, behind those that it has. Phrases are looked for as they stand. */
async function respelled(term: Term, reader: IndexReader, unsearched: Unsearched[]): Promise<Term> {
  if (term.clause.isTogether || editsAllowed(term.word) === 0) return term;
  try {
    return { ...term, alternatives: [...term.alternatives, ...(await correctionsOf(term.word, reader))] };
  } catch {
    unsearched.push({ kind: "spellings", text: term.clause.text });
    return term;
  }
}

/** Every word is there, but no document has all: perhaps one of the rare ones was mistyped into another word. */
async function respelledRarest(
  terms: readonly Term[],
  reader: IndexReader,
  unsearched: Unsearched[],
): Promise<readonly Term[] | undefined> {
  const spread = ({ alternatives }: Term) => alternatives.reduce((sum, { entry }) => sum + entry.documents, 0);
  const isCorrected = ({ alternatives }: Term) => alternatives.some(({ edits }) => edits > 0);
  const rarest = terms
    .filter((term) => !isCorrected(term) && spread(term) <= Math.max(2, reader.root.count * commonPart))
    .sort((one, other) => spread(one) - spread(other))
    .slice(0, mostRespelled);
  if (rarest.length === 0) return undefined;
  const respelt = await Promise.all(rarest.map((term) => respelled(term, reader, unsearched)));
  return terms.map((term) => respelt[rarest.indexOf(term)] ?? term);
}

async function answerOf(
  match: Match,
  clauses: readonly ParsedClause[],
  constraints: Constraints,
  reader: IndexReader,
  query: SearchQuery,
  unsearched: Unsearched[],
): Promise<Searched> {
  const { terms, needed, tally: sums } = match;
  const { count, ages } = reader.root;
  const wantsWords = clauses.some((clause) => isText(clause) && !clause.isExcluded);
  // Behind a filter there may be documents with more of the words: they are counted with the rest.
  const isAnyway = !wantsWords || match.isGiven;
  const hasWords = (document: number) => isAnyway || (needed > 0 && (sums.matched[document] ?? 0) >= needed);
  const documents: number[] = [];
  for (let document = 0; document < count; document += 1)
    if (hasWords(document) && isAllowed(document, constraints)) documents.push(document);
  const { scores, corrected } = sums;
  const isRanked = wantsWords && query.sort === "relevance" && !isFirstLetters(terms);
  if (isRanked) {
    for (const document of documents)
      scores[document] = (scores[document] ?? 0) * freshnessFactor(ageAt(ages, document, count));
    documents.sort(
      (one, other) =>
        (corrected[one] ?? 0) - (corrected[other] ?? 0) || (scores[other] ?? 0) - (scores[one] ?? 0) || one - other,
    );
  }
  if (query.sort === "oldest") documents.reverse();
  const isAlone = terms.length === 1 && terms[0]?.isPrefix === true && isRanked;
  const asked = query.isTyping ? shownTyping(documents, query.limit, isAlone, reader) : documents;
  const shown = asked.slice(query.offset, query.offset + query.limit).map((document) => ({
    document,
    score: isRanked ? (scores[document] ?? 0) : 0,
    isCorrected: (corrected[document] ?? 0) > 0,
  }));
  const isTotalExact =
    !terms.some(({ leavesOut }) => leavesOut) && (match.total !== undefined || terms.every(isLookedThrough));
  const [hits, counts] = await Promise.all([
    hitsOf(shown, reader, unsearched),
    countsOf(
      query.counted ?? [],
      (document, except) => hasWords(document) && isAllowed(document, constraints, except),
      {
        reader,
        unsearched,
      },
    ),
  ]);
  const words = terms.flatMap(({ word, alternatives }) => [word, ...alternatives.map(({ entry }) => entry.word)]);
  return {
    total: match.total ?? documents.length,
    isTotalExact,
    hits,
    clauses: clauses.map((clause) => plainClause(clause, constraints.values.get(clause) ?? [])),
    hasAllWords: match.hasAllWords,
    corrections: terms.flatMap((term) => correctionOf(term, query.text) ?? []),
    words: [...new Set(words)],
    counts,
    unsearched,
  };
}

/** Whether all documents that a term asks for were looked at. */
function isLookedThrough({ alternatives, lists, isGiven }: SettledTerm): boolean {
  if (isGiven) return true;
  return alternatives.every(({ entry }, at) => lists[at]?.documents.length === entry.documents);
}

function plainClause(
  { words: _words, isPrefix: _isPrefix, isTogether: _isTogether, ...clause }: ParsedClause,
  values: readonly { value: string; name: string }[],
): Clause {
  return clause.kind === "facet" ? { ...clause, values: values.map(({ value, name }) => ({ value, name })) } : clause;
}

function correctionOf({ word, clause, alternatives }: Loaded, text: string): Correction | undefined {
  const corrected = alternatives.filter(({ edits }) => edits > 0);
  const [likeliest] = corrected;
  if (!likeliest) return undefined;
  const { from, to } = clause.range;
  const head = clause.isHeadline ? "headline:" : "";
  return {
    range: clause.range,
    typed: clause.words.length === 1 ? clause.text : word,
    words: corrected.map(({ entry }) => entry.printed),
    text: `${text.slice(0, from)}${head}${likeliest.entry.printed}${text.slice(Math.min(to, longestQuery))}`,
  };
}
