import type { IndexReader } from "./index-reader.ts";
import type { CountedName, FacetCount, SearchAnswer, Unsearched } from "./protocol.ts";

/** Counts the documents that match by the values of facets, each without its own filter, or by years or months. */
export async function countsOf(
  names: readonly CountedName[],
  isMatch: (document: number, except?: string) => boolean,
  { reader, unsearched }: { readonly reader: IndexReader; readonly unsearched: Unsearched[] },
): Promise<SearchAnswer["counts"]> {
  const counted = await Promise.all(
    [...new Set(names)].map(async (name): Promise<readonly [CountedName, readonly FacetCount[]] | undefined> => {
      try {
        if (name === "year" || name === "month") return [name, byDate(await reader.days(), name, isMatch)];
        if (!reader.root.facets.includes(name)) return [name, []];
        const [{ values }, lists] = await Promise.all([reader.facetOf(name), reader.listsOf(name)]);
        const documents = new Map(lists.flatMap((list) => [...list]));
        const countOf = (value: string) =>
          documents.get(value)?.reduce((sum, document) => sum + (isMatch(document, name) ? 1 : 0), 0) ?? 0;
        const counts = values.map(({ value, name: called }) => ({ value, name: called, count: countOf(value) }));
        return [name, counts.sort((one, other) => other.count - one.count)];
      } catch {
        unsearched.push(name === "year" || name === "month" ? { kind: "dates" } : { kind: "facet", facet: name });
        return undefined;
      }
    }),
  );
  return Object.fromEntries(counted.filter((one) => one !== undefined));
}

/** Newest first: "2025" or "2025-05", with how many documents match in it. */
function byDate(
  days: Int32Array,
  name: "year" | "month",
  isMatch: (document: number) => boolean,
): readonly FacetCount[] {
  const counts = new Map<number, number>();
  for (let document = 0; document < days.length; document += 1) {
    const day = days[document] ?? 0;
    if (isMatch(document)) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const named = new Map<string, number>();
  for (const [day, count] of [...counts].sort(([one], [other]) => other - one)) {
    const value = new Date(day * 86_400_000).toISOString().slice(0, name === "year" ? 4 : 7);
    named.set(value, (named.get(value) ?? 0) + count);
  }
  return [...named].map(([value, count]) => ({ value, name: value, count }));
}
