import { BitReader, BitWriter } from "./bits.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import { indexVersion } from "./index-files.ts";
import { readGaps, writeGaps } from "./postings.ts";
import type { FacetCount, FacetName, FacetValue } from "./protocol.ts";
import { seal, sealJson, unseal, unsealJson } from "./seal.ts";

const packBytes = 6_000;
/** Days are counted from the year 0, so that none is negative. */
const daysTo1970 = 719_528;

/** The values of a facet, commonest first, and how many of them have their lists in each file, in that order. */
export type Facet = { readonly values: readonly FacetCount[]; readonly lists: readonly number[] };

/** As it is printed: each value with its name and how many documents have it. */
type PrintedFacet = {
  readonly values: readonly (readonly [string, string, number])[];
  readonly lists: readonly number[];
};

/** All that any document has, in one place: what completes a word may be a value of any of them. */
export type PrintedFacets = Readonly<Partial<Record<FacetName, PrintedFacet>>>;

/** The documents of each value, by value. */
export type ValueLists = ReadonlyMap<string, Uint32Array>;

/** The values that each document has. */
export function writeFacet(valuesOf: readonly (readonly FacetValue[])[]): {
  readonly facet: PrintedFacet;
  readonly lists: readonly Uint8Array[];
} {
  const byValue = new Map<string, { name: string; documents: number[] }>();
  for (const [document, values] of valuesOf.entries()) {
    for (const { value, name } of values) {
      const known = byValue.get(value);
      if (!known) byValue.set(value, { name, documents: [document] });
      else if (known.documents.at(-1) !== document) known.documents.push(document);
    }
  }
  const sorted = [...byValue].sort(
    ([one, left], [other, right]) => right.documents.length - left.documents.length || (one < other ? -1 : 1),
  );
  const writer = new BitWriter();
  const lists: Uint8Array[] = [];
  const inList: number[] = [];
  let begun = 0;
  const finish = () => {
    lists.push(seal(writer.take()));
    inList.push(begun);
    begun = 0;
  };
  for (const [, { documents }] of sorted) {
    writeGaps(writer, documents, valuesOf.length);
    begun += 1;
    if (writer.length >= packBytes) finish();
  }
  if (begun > 0) finish();
  const values = sorted.map(([value, { name, documents }]) => [value, name, documents.length] as const);
  return { facet: { values, lists: inList }, lists };
}

export function writeFacets(facets: PrintedFacets): string {
  return sealJson(indexVersion, { facets });
}

/** Throws a RangeError for what is no such file. */
export function readFacets(bytes: Uint8Array): ReadonlyMap<string, Facet> {
  return facetsByName((unsealJson(bytes) as unknown as { facets: PrintedFacets }).facets);
}

export function facetsByName(facets: PrintedFacets): ReadonlyMap<string, Facet> {
  return new Map(
    Object.entries(facets).map(([facet, { values, lists }]) => [
      facet,
      { values: values.map(([value, name, count]) => ({ value, name, count })), lists },
    ]),
  );
}

/** The documents of the values whose lists lie in a file. Throws a RangeError for bytes that are no such file. */
export function readFacetLists(
  sealed: Uint8Array,
  { values, lists }: Facet,
  number: number,
  documentCount: number,
): ValueLists {
  const reader = new BitReader(unseal(sealed));
  const first = lists.slice(0, number).reduce((sum, length) => sum + length, 0);
  const own = values.slice(first, first + (lists[number] ?? 0));
  return new Map(own.map(({ value, count }) => [value, readGaps(reader, count, documentCount)]));
}

/** In which file the lists of a value lie. */
export function listOfValue({ values, lists }: Facet, value: string): number {
  let rest = values.findIndex((one) => one.value === value);
  return lists.findIndex((length) => {
    rest -= length;
    return rest < 0;
  });
}

/** Days as runs: how many runs; of each the day, and how many documents. */
export function writeDays(days: readonly number[]): Uint8Array {
  const runs: { day: number; length: number }[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last?.day === day) last.length += 1;
    else runs.push({ day, length: 1 });
  }
  const writer = new ByteWriter();
  writer.number(runs.length);
  for (const { day, length } of runs) {
    writer.number(day + daysTo1970);
    writer.number(length);
  }
  return seal(writer.take());
}

/** Days since 1970-01-01, by document. Throws a RangeError for bytes that are not those of so many documents. */
export function readDays(sealed: Uint8Array, documentCount: number): Int32Array {
  const reader = new ByteReader(unseal(sealed));
  const days = new Int32Array(documentCount);
  let at = 0;
  for (let runs = reader.number(); runs > 0; runs -= 1) {
    const day = reader.number() - daysTo1970;
    const length = reader.number();
    days.fill(day, at, at + length);
    at += length;
  }
  if (at !== documentCount) throw new RangeError("more or fewer days than documents");
  return days;
}
