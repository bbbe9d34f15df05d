import { type Beginning, beginningFileOf, readBeginnings } from "./beginnings.ts";
import { type Entry, readBlock, readFurther, readPacked } from "./dictionary.ts";
import {
  type Facet,
  facetsByName,
  listOfValue,
  readDays,
  readFacetLists,
  readFacets,
  type ValueLists,
} from "./facets.ts";
import { indexFiles, type Root, readRoot } from "./index-files.ts";
import { fileOfPair, type PairPlaces, readPair, readPairs } from "./pairs.ts";
import { mergePostings, type PostingList } from "./postings.ts";
import { type FacetName, SearchProblem } from "./protocol.ts";
import { unseal } from "./seal.ts";
import { readSpellings, type Spelling, spellingFilesOf } from "./spelling.ts";
import { chunkOf, documentsPerChunk, readStored } from "./stored.ts";

/** So many blocks are looked through for a word with two wrong letters. */
const mostLikeBlocks = 12;

/**
 * The bytes of a file of the index, or undefined when it cannot be had. `isAgain` when what came before was not whole: then it
 * is wanted from where it is printed, past everything that has stored it.
 */
export type Load = (name: string, isAgain?: boolean) => Promise<Uint8Array | undefined>;

/**
 * The files of one printing of an index, decoded. Each is loaded when it is needed, once; one that was missing or damaged is
 * asked for again the next time. Everything rejects with SearchProblem when a file cannot be had whole.
 */
export type IndexReader = {
  readonly root: Root;
  readonly entryOf: (word: string) => Promise<Entry | undefined>;
  /** Words that begin as another one does: with its first two letters, or more where those are too many. */
  readonly entriesLike: (word: string) => Promise<readonly Entry[]>;
  /** All words with a beginning; undefined when they are too many to be looked through. */
  readonly entriesFrom: (beginning: string) => Promise<readonly Entry[] | undefined>;
  readonly beginningOf: (beginning: string) => Promise<Beginning | undefined>;
  /** The postings of a word; of a very long list only the best, unless it is asked for whole. */
  readonly postingsOf: (entry: Entry, isWhole: boolean) => Promise<PostingList>;
  /** Words near another one, and others. */
  readonly spellingsFor: (word: string) => Promise<readonly Spelling[]>;
  /** The documents that have a pair of words side by side, and where. */
  readonly pairOf: (hash: number) => Promise<PairPlaces>;
  readonly facetOf: (facet: FacetName) => Promise<Facet>;
  readonly documentsOf: (facet: FacetName, value: string) => Promise<Uint32Array>;
  /** Of all values of a facet. */
  readonly listsOf: (facet: FacetName) => Promise<readonly ValueLists[]>;
  readonly days: () => Promise<Int32Array>;
  readonly storedOf: (document: number) => Promise<unknown>;
  /** Whether that was asked for before, so that it costs nothing. */
  readonly isStoredKnown: (document: number) => boolean;
  /** The same for one query: once its signal says that nobody waits for it, everything rejects and no further file is loaded. */
  readonly heeding: (signal: AbortSignal | undefined) => IndexReader;
};

export async function openReader(load: Load): Promise<IndexReader> {
  const read = cached(load);
  return readerOf(read, await read(indexFiles.root, readRoot), new Set());
}

/** `chunks` are the numbers of the chunks of stored documents that were asked for. */
function readerOf(cachedRead: Read, root: Root, chunks: Set<number>, signal?: AbortSignal): IndexReader {
  const read: Read = async (name, decode) => {
    signal?.throwIfAborted();
    const value = await cachedRead(name, decode);
    signal?.throwIfAborted();
    return value;
  };
  const { stamp, count } = root;
  const block = (number: number) => read(indexFiles.words(stamp, number), (bytes) => readBlock(bytes, count));
  const entriesIn = async (beginning: string) => {
    const blocks = await Promise.all(blocksFrom(root.blocks, beginning).map(block));
    return blocks.flat().filter(({ word }) => word.startsWith(beginning));
  };
  const inRoot = root.values && facetsByName(root.values);
  const facetOf = async (facet: FacetName) =>
    (inRoot ?? (await read(indexFiles.facets(stamp), readFacets))).get(facet) ?? { values: [], lists: [] };
  const listsIn = async (facet: FacetName, number: number) => {
    const names = await facetOf(facet);
    return read(indexFiles.facetLists(stamp, facet, number), (bytes) => readFacetLists(bytes, names, number, count));
  };
  return {
    root,
    entryOf: async (word) => {
      const number = blockOf(root.blocks, word);
      return number < 0 ? undefined : (await block(number)).find((entry) => entry.word === word);
    },
    entriesLike: async (word) => {
      const letters = Array.from(word);
      for (let length = 2; length < letters.length; length += 1) {
        const beginning = letters.slice(0, length).join("");
        if (blocksFrom(root.blocks, beginning).length <= mostLikeBlocks) return entriesIn(beginning);
      }
      return [];
    },
    entriesFrom: async (beginning) => (root.wideBeginnings.includes(beginning) ? undefined : entriesIn(beginning)),
    beginningOf: async (beginning) => {
      const number = beginningFileOf(beginning, root.beginningFiles);
      return (await read(indexFiles.beginnings(stamp, number), readBeginnings)).get(beginning);
    },
    postingsOf: async (entry, isWhole) => {
      const { place, documents } = entry;
      if (place.kind === "inline") return place.postings;
      const pack = read(indexFiles.postings(stamp, place.pack), unseal);
      const { further } = place;
      if (!further || !isWhole) return readPacked(await pack, entry, count);
      const others = read(indexFiles.further(stamp, further.number), (bytes) => readFurther(bytes, documents, count));
      return mergePostings(readPacked(await pack, entry, count), await others);
    },
    spellingsFor: async (word) => {
      const numbers = spellingFilesOf(word, root.spellingFiles);
      const files = numbers.map((number) => read(indexFiles.spellings(stamp, number), readSpellings));
      return (await Promise.all(files)).flat();
    },
    pairOf: async (hash) => {
      const number = fileOfPair(hash, root.pairFiles);
      const pairs = await read(indexFiles.pairs(stamp, number), (bytes) =>
        readPairs(bytes, number, root.pairFiles, count),
      );
      const pair = pairs.get(hash);
      if (!pair) return { documents: new Uint32Array(), places: new Uint8Array() };
      return pair.found ?? read(indexFiles.pair(stamp, hash), (bytes) => readPair(bytes, pair.count, count));
    },
    facetOf,
    documentsOf: async (facet, value) => {
      const lists = await listsIn(facet, listOfValue(await facetOf(facet), value));
      return lists.get(value) ?? new Uint32Array();
    },
    listsOf: async (facet) => {
      const { lists } = await facetOf(facet);
      return Promise.all(lists.map((_length, number) => listsIn(facet, number)));
    },
    days: () => read(indexFiles.days(stamp), (bytes) => readDays(bytes, count)),
    storedOf: async (document) => {
      signal?.throwIfAborted();
      const chunk = chunkOf(document);
      chunks.add(chunk);
      const reading = cachedRead(indexFiles.stored(stamp, chunk), (bytes) => readStored(bytes, chunk, count));
      reading.catch(() => chunks.delete(chunk));
      return (await reading)[document % documentsPerChunk];
    },
    isStoredKnown: (document) => chunks.has(chunkOf(document)),
    heeding: (own) => readerOf(cachedRead, root, chunks, own),
  };
}

/** Numbers of the blocks that hold the words with a beginning. */
function blocksFrom(separators: readonly string[], beginning: string): readonly number[] {
  const first = Math.max(0, blockOf(separators, beginning));
  const last = blockOf(separators, `${beginning}\uffff`);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_none, at) => first + at);
}

/** Number of the block that holds a word if any does; -1 when it would stand before the first. */
function blockOf(separators: readonly string[], word: string): number {
  let low = 0;
  let high = separators.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((separators[middle] ?? "") <= word) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

type Read = <Value>(name: string, decode: (bytes: Uint8Array) => Value) => Promise<Value>;

/** Loads and decodes each file once; says in a SearchProblem what is wrong with one, and then tries again the next time. */
function cached(load: Load): Read {
  const known = new Map<string, Promise<unknown>>();
  const loaded = async (name: string, isAgain: boolean) => {
    const bytes = await load(name, isAgain);
    if (!bytes) throw new SearchProblem("missing", `A file of the search index is missing (${name}).`);
    return bytes;
  };
  const fresh = async <Value>(name: string, decode: (bytes: Uint8Array) => Value) => {
    for (const isAgain of [false, true]) {
      const bytes = await loaded(name, isAgain);
      try {
        return decode(bytes);
      } catch (problem) {
        if (problem instanceof SearchProblem) throw problem;
      }
    }
    throw new SearchProblem("damaged", `A file of the search index is damaged (${name}).`);
  };
  return <Value>(name: string, decode: (bytes: Uint8Array) => Value) => {
    const before = known.get(name);
    // A name stands for one kind of file: it is always decoded the same way.
    if (before) return before as Promise<Value>;
    const reading = fresh(name, decode);
    known.set(name, reading);
    reading.catch(() => known.delete(name));
    return reading;
  };
}
