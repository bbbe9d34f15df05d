import { ByteReader } from "./bytes.ts";

/** What filters and counts need of every document. */
export type Columns = {
  /** Days since 1970-01-01, by document. */
  readonly days: Int32Array;
  /** By facet and value, the documents that have it, ascending. */
  readonly facets: ReadonlyMap<string, ReadonlyMap<string, Uint32Array>>;
};

/** Throws a RangeError for bytes that are not the columns of an index of so many documents. */
export function readColumns(bytes: Uint8Array, documentCount: number): Columns {
  const reader = new ByteReader(bytes);
  const decoder = new TextDecoder();
  const text = () => decoder.decode(reader.bytes(reader.number()));
  const days = new Int32Array(documentCount);
  let at = 0;
  for (let runs = reader.number(); runs > 0; runs -= 1) {
    const day = reader.number() - 719_528;
    const length = reader.number();
    days.fill(day, at, at + length);
    at += length;
  }
  if (at !== documentCount) throw new RangeError("more or fewer days than documents");
  const facets = new Map<string, Map<string, Uint32Array>>();
  for (let left = reader.number(); left > 0; left -= 1) {
    const values = new Map<string, Uint32Array>();
    facets.set(text(), values);
    for (let more = reader.number(); more > 0; more -= 1) {
      const value = text();
      const length = reader.number();
      if (length > documentCount) throw new RangeError("a value of more documents than there are");
      const ids = new Uint32Array(length);
      let last = -1;
      for (let index = 0; index < length; index += 1) {
        last += reader.number() + 1;
        ids[index] = last;
      }
      values.set(value, ids);
    }
  }
  return { days, facets };
}
