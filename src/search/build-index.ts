import { writeBeginnings } from "./beginnings.ts";
import { writeDictionary } from "./dictionary.ts";
import { type PrintedFacets, writeDays, writeFacet, writeFacets } from "./facets.ts";
import { dayNumber, indexFiles, indexVersion, type Root } from "./index-files.ts";
import { inverting } from "./invert.ts";
import { writePairs } from "./pairs.ts";
import { type FacetName, type FacetValue, facetNames } from "./protocol.ts";
import { agesOf, type FieldName } from "./rank.ts";
import { hex, sealJson, sumOf } from "./seal.ts";
import { writeSpellings } from "./spelling.ts";
import { writeStored } from "./stored.ts";

export type SearchDocument = {
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly facets: Readonly<Partial<Record<FacetName, readonly FacetValue[]>>>;
  /** "2025-05-28" */
  readonly day: string;
  /** JSON that is given back with a hit. */
  readonly stored: unknown;
};

export type IndexFile = { readonly name: string; readonly content: string | Uint8Array };

/** UTF-16 units: so many values of facets stand in the root, which every search needs. */
const mostInRoot = 8_000;
/** A beginning whose words fill more blocks than this is too wide to be looked through. */
const mostBlocks = 6;

/**
 * Prints the index of documents, given newest first: equal scores and lists by date keep that order. What each file is, its
 * writer says. Same documents, same bytes; the root comes last.
 */
export function* buildIndex(documents: readonly SearchDocument[]): Generator<IndexFile> {
  for (const file of buildInSteps(documents)) if (file) yield file;
}

/** As buildIndex, and yields nothing now and then, where the work may rest for something else to be done. */
export function* buildInSteps(documents: readonly SearchDocument[]): Generator<IndexFile | undefined> {
  // Names hold a sum over all contents, so that every file is made before the first can be given.
  const files: { nameOf: (stamp: string) => string; content: string | Uint8Array }[] = [];
  const add = (nameOf: (stamp: string) => string, content: string | Uint8Array) => files.push({ nameOf, content });

  const inverted = yield* inverting(documents);
  const order = sortedTerms(inverted.words);
  const firsts: string[] = [];
  const lasts: string[] = [];
  const numbers = { block: 0, postings: 0, further: 0 };
  for (const file of writeDictionary(inverted, order)) {
    yield;
    const number = numbers[file.kind];
    numbers[file.kind] += 1;
    if (file.kind === "block") {
      add((stamp) => indexFiles.words(stamp, number), file.bytes);
      firsts.push(file.first);
      lasts.push(file.last);
    } else if (file.kind === "postings") add((stamp) => indexFiles.postings(stamp, number), file.bytes);
    else add((stamp) => indexFiles.further(stamp, number), file.bytes);
  }
  const days = documents.map(({ day }) => dayNumber(day));
  const ages = agesOf(days);
  const wideBeginnings = wideIn(firsts);
  const beginnings = writeBeginnings(inverted, order, wideBeginnings);
  for (const [number, bytes] of beginnings.entries()) add((stamp) => indexFiles.beginnings(stamp, number), bytes);
  let spellingFiles = 0;
  for (const bytes of writeSpellings(inverted, order)) {
    yield;
    const number = spellingFiles;
    add((stamp) => indexFiles.spellings(stamp, number), bytes);
    spellingFiles += 1;
  }
  let pairFiles = 0;
  for (const file of writePairs(inverted)) {
    yield;
    if (file.kind === "pair") add((stamp) => indexFiles.pair(stamp, file.hash), file.bytes);
    else {
      const number = pairFiles;
      add((stamp) => indexFiles.pairs(stamp, number), file.bytes);
      pairFiles += 1;
    }
  }
  const facets = facetNames.filter((facet) => documents.some((document) => (document.facets[facet]?.length ?? 0) > 0));
  const printed: Partial<Record<FacetName, NonNullable<PrintedFacets[FacetName]>>> = {};
  for (const name of facets) {
    const { facet, lists } = writeFacet(documents.map((document) => document.facets[name] ?? []));
    printed[name] = facet;
    for (const [number, bytes] of lists.entries()) add((stamp) => indexFiles.facetLists(stamp, name, number), bytes);
  }
  const areFew = JSON.stringify(printed).length <= mostInRoot;
  if (!areFew) add(indexFiles.facets, writeFacets(printed));
  add(indexFiles.days, writeDays(days));
  let chunk = 0;
  for (const content of writeStored(documents.map(({ stored }) => stored))) {
    const number = chunk;
    add((stamp) => indexFiles.stored(stamp, number), content);
    chunk += 1;
  }

  const stamp = stampOf(files.map(({ content }) => content));
  for (const { nameOf, content } of files) yield { name: nameOf(stamp), content };
  const root: Root = {
    stamp,
    count: documents.length,
    blocks: firsts.map((first, at) => separator(lasts[at - 1] ?? "", first)),
    pairFiles,
    spellingFiles,
    beginningFiles: beginnings.length,
    wideBeginnings,
    newest: days[0] ?? 0,
    ages,
    facets,
    ...(areFew && { values: printed }),
  };
  yield { name: indexFiles.root, content: sealJson(indexVersion, root) };
}

/** By UTF-16 units: the same order on every machine, and the one that open-index.ts looks words up in. */
function sortedTerms(words: readonly string[]): number[] {
  const sorted = words.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  const numbers = new Map(words.map((word, number) => [word, number]));
  return sorted.map((word) => numbers.get(word) ?? 0);
}

/** The least that a word begins with to stand after another one. */
function separator(before: string, word: string): string {
  let length = 1;
  while (length < word.length && word.slice(0, length) <= before) length += 1;
  return word.slice(0, length);
}

/** Beginnings of three letters and more whose words fill too many blocks to be looked through. */
function wideIn(firsts: readonly string[]): string[] {
  const wide = new Set<string>();
  for (const [at, first] of firsts.entries()) {
    const other = firsts[at + mostBlocks] ?? "";
    for (let length = 3; length <= first.length && other.startsWith(first.slice(0, length)); length += 1)
      wide.add(first.slice(0, length));
  }
  return [...wide];
}

/** 64 bits over the sums of all files, enough to tell two editions of an index apart. */
function stampOf(contents: readonly (string | Uint8Array)[]): string {
  const encoder = new TextEncoder();
  const sums = contents.map((content) => hex(sumOf(typeof content === "string" ? encoder.encode(content) : content)));
  return (
    hex(sumOf(encoder.encode(sums.join("")))) +
    hex(sumOf(encoder.encode(`${sums.length} ${sums.toReversed().join("")}`)))
  );
}
