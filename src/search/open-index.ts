import { type Columns, readColumns } from "./columns.ts";
import { type Entry, eachPosting, readShard, type Shard } from "./dictionary.ts";
import {
  dayNumber,
  documentsPerChunk,
  indexFiles,
  longestPrefix,
  type Prefixes,
  type Root,
  readChunk,
  readPrefixes,
  readRoot,
} from "./index-files.ts";
import {
  type Clause,
  type Hit,
  type SearchAnswer,
  type SearchIndex,
  SearchProblem,
  type SearchQuery,
} from "./protocol.ts";
import { longestQuery, parseQuery } from "./query-language.ts";
import { wordsOf } from "./words.ts";

type Load = (name: string) => Promise<Uint8Array | undefined>;

/** A word to look for, and whether it may be the beginning of a longer one. */
type Wanted = { readonly word: string; readonly isPrefix: boolean };

/** What the query's clauses come to. */
type PlainQuery = Omit<SearchQuery, "sort"> & {
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly from?: string;
  readonly until?: string;
  readonly sort: "relevance" | "newest" | "oldest";
};

type PlainResults = {
  readonly total: number;
  readonly hits: readonly Hit[];
  readonly words: readonly string[];
  readonly hasAllWords: boolean;
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

/** Of a query, in words: what is longer was pasted by mistake. */
const mostWords = 32;
const mostCompletions = 48;
const mostPrefixShards = 6;
/** A completed word counts less than the word itself. */
const completionShare = 0.7;
/** How much better than an old story a new one ranks at most, and after how many days half of that is gone. */
const freshness = { most: 0.15, halfLife: 30 };

/**
 * Opens a printed index. `load` gives a file's bytes by its name, or undefined when there is none. Every file is loaded
 * when it is needed, once; one that was missing or damaged is asked for again the next time. Throws SearchProblem for these.
 */
export async function openIndex(load: Load): Promise<SearchIndex> {
  const read = reading(load);
  const root = await read(indexFiles.root, readRoot);
  const { stamp, count } = root;
  const columns = await read(indexFiles.columns(stamp), (bytes) => readColumns(bytes, count));
  const prefixes = once(() => read(indexFiles.prefixes(stamp), readPrefixes));
  const index: Opened = {
    root,
    columns,
    shard: once((number) => read(indexFiles.shard(stamp, number), (bytes) => readShard(bytes, count))),
    stored: once((chunk) => read(indexFiles.stored(stamp, chunk), (bytes) => readChunk(bytes, chunk, count))),
    prefixes: () => prefixes(0),
  };
  return { search: (query) => ask(index, query), complete: () => Promise.resolve([]) };
}

type Opened = {
  readonly root: Root;
  readonly columns: Columns;
  readonly shard: (number: number) => Promise<Shard>;
  readonly stored: (chunk: number) => Promise<readonly unknown[]>;
  readonly prefixes: () => Promise<Prefixes>;
};

async function ask(index: Opened, query: SearchQuery): Promise<SearchAnswer> {
  const clauses = parseQuery(query.text).map((clause): Clause => {
    if (clause.kind !== "facet") return clause;
    const values = index.columns.facets.get(clause.facet)?.has(clause.text) ? [clause.text] : [];
    return { ...clause, values: values.map((value) => ({ value, name: value })) };
  });
  const included = clauses.filter(({ isExcluded }) => !isExcluded);
  const sections = included.filter((clause) => clause.kind === "facet" && clause.facet === "section");
  const dates = included.filter((clause) => clause.kind === "date");
  const firsts = dates.flatMap(({ first }) => first ?? []).sort();
  const lasts = dates.flatMap(({ last }) => last ?? []).sort();
  let text = query.text;
  for (const { kind, range } of clauses.toReversed())
    if (kind === "facet" || kind === "date") text = text.slice(0, range.from) + text.slice(range.to).trimStart();
  const from = firsts.at(-1);
  const until = lasts[0];
  const { counts, hits, total, words, hasAllWords } = await search(index, {
    ...query,
    text,
    filters: sections.length > 0 ? { section: sections.map((clause) => clause.text) } : {},
    ...(from && { from }),
    ...(until && { until }),
  });
  const sectionCounts = Object.entries(counts["section"] ?? {});
  return {
    total,
    isTotalExact: true,
    hits,
    clauses,
    hasAllWords,
    corrections: [],
    words,
    counts: query.counted?.includes("section")
      ? { section: sectionCounts.map(([value, count]) => ({ value, name: value, count })) }
      : {},
    unsearched: [],
    suggestions: [],
  };
}

async function search(index: Opened, query: PlainQuery): Promise<PlainResults> {
  const { root, columns } = index;
  const wanted = wantedWords(query.text);
  const scores = new Float32Array(root.count);
  const matched = new Uint8Array(root.count);
  const found = new Set<string>();
  const entries = await Promise.all(wanted.map((want) => lookUp(index, want)));
  for (const [at, want] of wanted.entries()) addScores(root, want, entries[at] ?? [], { scores, matched, found });

  const inTime = withinDays(query, columns);
  const allowed = new Map(
    Object.keys(query.filters).map((facet) => [facet, allowedBy(facet, query, columns, root.count)]),
  );
  let needed = 0;
  for (let id = 0; id < root.count; id += 1) {
    if ((matched[id] ?? 0) > needed && inTime(id) && passes(id, allowed)) needed = matched[id] ?? 0;
  }
  // Behind a filter there may be documents with more of the words: they are counted with the rest.
  const isMatch = (id: number) => (wanted.length === 0 || (needed > 0 && (matched[id] ?? 0) >= needed)) && inTime(id);
  const counts: Record<string, Record<string, number>> = {};
  for (const [facet, values] of columns.facets) {
    const countOf = (ids: Uint32Array) =>
      ids.reduce((count, id) => count + (isMatch(id) && passes(id, allowed, facet) ? 1 : 0), 0);
    counts[facet] = Object.fromEntries([...values].map(([value, ids]) => [value, countOf(ids)]));
  }
  const ids: number[] = [];
  for (let id = 0; id < root.count; id += 1) if (isMatch(id) && passes(id, allowed)) ids.push(id);
  if (wanted.length > 0 && query.sort === "relevance") {
    const newest = columns.days[0] ?? 0;
    for (const id of ids) {
      const age = Math.max(0, newest - (columns.days[id] ?? 0));
      scores[id] = (scores[id] ?? 0) * (1 + freshness.most * 0.5 ** (age / freshness.halfLife));
    }
    ids.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
  }
  if (query.sort === "oldest") ids.reverse();
  const shown = ids.slice(query.offset, query.offset + query.limit);
  const hits = await Promise.all(
    shown.map(
      async (id): Promise<Hit> => ({
        document: id,
        stored: await storedOf(index, id),
        score: scores[id] ?? 0,
        isCorrected: false,
      }),
    ),
  );
  return { total: ids.length, hits, words: [...found], hasAllWords: needed === wanted.length, counts };
}

/** The words of a query, each once, in order; the end of an endless one is not looked at. */
function wantedWords(text: string): Wanted[] {
  const asked = text.slice(0, longestQuery);
  const words = wordsOf(asked).slice(0, mostWords);
  // While "F-" or "U." is typed, the word goes on.
  const open = /^[-.&'’ʼ]?$/u.test(asked.slice(words.at(-1)?.to));
  const wanted = words.map(({ folded }, at): Wanted => ({ word: folded, isPrefix: open && at === words.length - 1 }));
  return wanted.filter(({ word }, at) => wanted.findLastIndex((other) => other.word === word) === at);
}

type Found = { readonly shard: Shard; readonly entry: Entry };

/** What is added up for one query: by document its score and how many of the words it has, and all words that were found. */
type Tally = { readonly scores: Float32Array; readonly matched: Uint8Array; readonly found: Set<string> };

/** A word's score in a document is its best one: as it stands, or completed. */
function addScores({ count }: Root, { word }: Wanted, entries: readonly Found[], tally: Tally): void {
  const { scores, matched, found } = tally;
  const best = new Map<number, number>();
  found.add(word);
  for (const { shard, entry } of entries) {
    found.add(entry.word);
    // The probabilistic rarity of BM25, kept above zero for words that nearly every document has.
    const rarity = Math.log(1 + (count - entry.documents + 0.5) / (entry.documents + 0.5));
    const share = (entry.word === word ? 1 : completionShare) * rarity;
    eachPosting(shard, entry, (document, impact) => {
      const score = (share * impact) / 255;
      if (score > (best.get(document) ?? 0)) best.set(document, score);
    });
  }
  for (const [document, score] of best) {
    scores[document] = (scores[document] ?? 0) + score;
    matched[document] = (matched[document] ?? 0) + 1;
  }
}

async function lookUp(index: Opened, { word, isPrefix }: Wanted): Promise<Found[]> {
  const { root } = index;
  if (isPrefix && Array.from(word).length <= longestPrefix) {
    const completions = (await index.prefixes()).get(word) ?? [];
    const found = await Promise.all(
      [...new Set([word, ...completions])].map((one) => lookUp(index, { word: one, isPrefix: false })),
    );
    return found.flat();
  }
  const first = Math.max(0, lastAtOrBefore(root.shards, word));
  const last = isPrefix ? Math.min(first + mostPrefixShards - 1, lastAtOrBefore(root.shards, `${word}\uffff`)) : first;
  const numbers = Array.from({ length: Math.max(0, last - first + 1) }, (_none, at) => first + at).filter(
    (number) => number < root.shards.length,
  );
  const shards = await Promise.all(numbers.map((number) => index.shard(number)));
  return shards
    .flatMap((shard) =>
      shard.entries
        .filter((entry) => (isPrefix ? entry.word.startsWith(word) : entry.word === word))
        .map((entry) => ({ shard, entry })),
    )
    .sort(
      (one, other) =>
        Number(other.entry.word === word) - Number(one.entry.word === word) ||
        other.entry.documents - one.entry.documents,
    )
    .slice(0, mostCompletions);
}

/** Number of the last of the sorted words that is not after this one; -1 when all are. */
function lastAtOrBefore(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") <= word) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

async function storedOf({ stored }: Opened, id: number): Promise<unknown> {
  return (await stored(Math.floor(id / documentsPerChunk)))[id % documentsPerChunk];
}

function withinDays({ from, until }: PlainQuery, { days }: Columns): (id: number) => boolean {
  const first = from ? dayNumber(from) : Number.NEGATIVE_INFINITY;
  const last = until ? dayNumber(until) : Number.POSITIVE_INFINITY;
  return (id) => (days[id] ?? 0) >= first && (days[id] ?? 0) <= last;
}

/** One bit for each document that has one of the facet's wanted values; undefined when none are wanted. */
function allowedBy(facet: string, { filters }: PlainQuery, { facets }: Columns, count: number): Uint8Array | undefined {
  const values = filters[facet] ?? [];
  if (values.length === 0) return undefined;
  const allowed = new Uint8Array(count);
  for (const value of values) for (const id of facets.get(facet)?.get(value) ?? []) allowed[id] = 1;
  return allowed;
}

function passes(id: number, allowed: ReadonlyMap<string, Uint8Array | undefined>, except?: string): boolean {
  for (const [facet, documents] of allowed) if (facet !== except && documents && documents[id] !== 1) return false;
  return true;
}

/** Loads a file and reads it, or says in a SearchProblem what is wrong with it. */
function reading(load: Load): <Value>(name: string, read: (bytes: Uint8Array) => Value) => Promise<Value> {
  return async (name, read) => {
    const bytes = await load(name);
    if (!bytes) throw new SearchProblem(`A file of the search index is missing (${name}).`);
    try {
      return read(bytes);
    } catch (problem) {
      if (problem instanceof SearchProblem) throw problem;
      throw new SearchProblem(`A file of the search index is damaged (${name}).`);
    }
  };
}

/** Loads each number's value once; one that failed is loaded again the next time. */
function once<Value>(load: (number: number) => Promise<Value>): (number: number) => Promise<Value> {
  const loading = new Map<number, Promise<Value>>();
  return (number) => {
    const known = loading.get(number);
    if (known) return known;
    const promise = load(number);
    loading.set(number, promise);
    promise.catch(() => loading.delete(number));
    return promise;
  };
}
