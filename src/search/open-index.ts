import { type Columns, readColumns } from "./columns.ts";
import { type Entry, eachPosting, readShard, type Shard } from "./dictionary.ts";
import { dayNumber, documentsPerChunk, indexFiles, indexVersion, type Root } from "./index-files.ts";
import { type Hit, type SearchIndex, SearchProblem, type SearchQuery, type SearchResults } from "./protocol.ts";
import { wordsOf } from "./words.ts";

type Load = (name: string) => Promise<Uint8Array | undefined>;

/** A word to look for, and whether it may be the beginning of a longer one. */
type Wanted = { readonly word: string; readonly isPrefix: boolean };

const mostCompletions = 48;
const mostPrefixShards = 6;
/** A completed word counts less than the word itself. */
const completionShare = 0.7;
/** How much better than an old story a new one ranks at most, and after how many days half of that is gone. */
const freshness = { most: 0.15, halfLife: 30 };

/**
 * Opens a printed index. `load` gives a file's bytes by its name, or undefined when there is none. Every file is loaded
 * when it is needed, once; one that failed is asked for again the next time. Throws SearchProblem for a damaged index.
 */
export async function openIndex(load: Load): Promise<SearchIndex> {
  const loadOnce = remembering(load);
  const root = parse<Root>(await loadOnce(indexFiles.root), indexFiles.root);
  if (root.version !== indexVersion)
    throw new SearchProblem("This search index was printed by another version. Reload the page.");
  const name = indexFiles.columns(root.stamp);
  const columns = undamaged(name, readColumns)(await loadOnce(name), root.count);
  const index = { root, columns, loadOnce };
  return { search: (query) => search(index, query) };
}

type Opened = {
  readonly root: Root;
  readonly columns: Columns;
  readonly loadOnce: (name: string) => Promise<Uint8Array>;
};

async function search(index: Opened, query: SearchQuery): Promise<SearchResults> {
  const { root, columns } = index;
  const wanted = wantedWords(query.text);
  const scores = new Float32Array(root.count);
  const matched = new Uint8Array(root.count);
  const found = new Set<string>();
  for (const want of wanted) await addScores(index, want, scores, matched, found);

  const inTime = withinDays(query, columns);
  const allowed = new Map(
    Object.keys(query.filters).map((facet) => [facet, allowedBy(facet, query, columns, root.count)]),
  );
  let needed = 0;
  for (let id = 0; id < root.count; id += 1) {
    if ((matched[id] ?? 0) > needed && inTime(id) && passes(id, allowed)) needed = matched[id] ?? 0;
  }
  const counts: Record<string, Record<string, number>> = {};
  const isMatch = (id: number) => (wanted.length === 0 || (matched[id] === needed && needed > 0)) && inTime(id);
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
  const shown = ids.slice(query.offset, query.offset + query.limit);
  const hits = await Promise.all(
    shown.map(async (id): Promise<Hit> => ({ stored: await storedOf(index, id), score: scores[id] ?? 0 })),
  );
  return { total: ids.length, hits, words: [...found], hasAllWords: needed === wanted.length, counts };
}

function wantedWords(text: string): Wanted[] {
  const words = wordsOf(text);
  const open = words.at(-1)?.to === text.length;
  const wanted = words.map(({ folded }, at): Wanted => ({ word: folded, isPrefix: open && at === words.length - 1 }));
  return wanted.filter(({ word }, at) => wanted.findLastIndex((other) => other.word === word) === at);
}

/** A word's score in a document is its best one: as it stands, or completed. */
async function addScores(
  index: Opened,
  want: Wanted,
  scores: Float32Array,
  matched: Uint8Array,
  found: Set<string>,
): Promise<void> {
  const best = new Map<number, number>();
  found.add(want.word);
  for (const { shard, entry } of await lookUp(index, want)) {
    found.add(entry.word);
    // The probabilistic rarity of BM25, kept above zero for words that nearly every document has.
    const rarity = Math.log(1 + (index.root.count - entry.documents + 0.5) / (entry.documents + 0.5));
    const share = (entry.word === want.word ? 1 : completionShare) * rarity;
    eachPosting(shard, entry, (document, impact) => {
      const score = (share * impact) / 255;
      if (score > (best.get(document) ?? 0)) best.set(document, score);
    });
  }
  for (const [document, score] of best) {
    scores[document] = (scores[document] ?? 0) + score;
    matched[document] = Math.min(255, (matched[document] ?? 0) + 1);
  }
}

async function lookUp(index: Opened, { word, isPrefix }: Wanted): Promise<{ shard: Shard; entry: Entry }[]> {
  const { root } = index;
  if (isPrefix && Array.from(word).length <= 2) {
    const name = indexFiles.prefixes(root.stamp);
    const completions = parse<Record<string, string[]>>(await index.loadOnce(name), name)[word] ?? [];
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
  const shards = await Promise.all(numbers.map((number) => shardOf(index, number)));
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

async function shardOf({ root, loadOnce }: Opened, number: number): Promise<Shard> {
  const name = indexFiles.shard(root.stamp, number);
  return undamaged(name, readShard)(await loadOnce(name));
}

async function storedOf({ root, loadOnce }: Opened, id: number): Promise<unknown> {
  const name = indexFiles.stored(root.stamp, Math.floor(id / documentsPerChunk));
  return parse<unknown[]>(await loadOnce(name), name)[id % documentsPerChunk];
}

function withinDays({ from, until }: SearchQuery, { days }: Columns): (id: number) => boolean {
  const first = from ? dayNumber(from) : Number.NEGATIVE_INFINITY;
  const last = until ? dayNumber(until) : Number.POSITIVE_INFINITY;
  return (id) => (days[id] ?? 0) >= first && (days[id] ?? 0) <= last;
}

/** One bit for each document that has one of the facet's wanted values; undefined when none are wanted. */
function allowedBy(
  facet: string,
  { filters }: SearchQuery,
  { facets }: Columns,
  count: number,
): Uint8Array | undefined {
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

function remembering(load: Load): (name: string) => Promise<Uint8Array> {
  const loading = new Map<string, Promise<Uint8Array>>();
  return (name) => {
    const known = loading.get(name);
    if (known) return known;
    const promise = load(name).then((bytes) => {
      if (bytes) return bytes;
      throw new SearchProblem(`A file of the search index is missing (${name}).`);
    });
    loading.set(name, promise);
    promise.catch(() => loading.delete(name));
    return promise;
  };
}

function parse<Value>(bytes: Uint8Array, name: string): Value {
  return undamaged(name, (text: Uint8Array) => JSON.parse(new TextDecoder().decode(text)) as Value)(bytes);
}

function undamaged<Given extends unknown[], Value>(
  name: string,
  read: (...given: Given) => Value,
): (...given: Given) => Value {
  return (...given) => {
    try {
      return read(...given);
    } catch {
      throw new SearchProblem(`A file of the search index is damaged (${name}).`);
    }
  };
}
