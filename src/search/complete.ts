import { shortBeginning } from "./beginnings.ts";
import type { IndexReader } from "./index-reader.ts";
import { type Completion, type FacetName, facetNames } from "./protocol.ts";
import { type ParsedClause, parseQuery } from "./query-language.ts";
import { wordsOf } from "./words.ts";

const mostWords = 5;
const mostValues = 4;

/** What the word before the caret could become: words, commonest first, then values of facets. */
export async function complete(reader: IndexReader, text: string, caret: number): Promise<readonly Completion[]> {
  const before = text.slice(0, caret);
  const clauses = parseQuery(before);
  const clause = clauses.at(-1);
  if (!clause || clause.range.to < before.length) return [];
  const after = text.slice(caret).replace(/^\S+/u, "").trimStart();
  const replaced = (written: string, name: string, kind: Completion["kind"], documents: number): Completion => {
    const start = before.slice(0, clause.range.from) + (clause.isExcluded ? "-" : "");
    const head = `${start}${written} `;
    return { kind, name, documents, text: head + after, caret: head.length };
  };
  if (clause.kind === "facet") {
    const values = await valuesFrom(clause.text, [clause.facet], reader);
    return values.map(({ facet, value, name, count }) => replaced(`${facet}:${value}`, name, facet, count));
  }
  if (clause.kind !== "word" || !clause.isPrefix) return [];
  const [words, values] = await Promise.all([
    wordsFrom(clause, clauses.length === 1, reader),
    clause.isHeadline ? [] : valuesFrom(clause.words.at(-1) ?? "", facetNames, reader),
  ]);
  const head = clause.isHeadline ? "headline:" : "";
  return [
    ...words.map(({ printed, documents }) => replaced(head + printed, printed, "word", documents)),
    ...values.map(({ facet, value, name, count }) => replaced(`${facet}:${value}`, name, facet, count)),
  ];
}

/** The first letters of a further word say too little to be worth a file. */
async function wordsFrom(clause: ParsedClause, isFirst: boolean, reader: IndexReader) {
  const word = clause.words.at(-1) ?? "";
  const isShort = Array.from(word).length <= shortBeginning;
  // "Marks&Spen" is two words to the index: completing the second would drop the first.
  if (clause.words.length > 1 || (isShort && !isFirst)) return [];
  const entries = isShort ? undefined : await reader.entriesFrom(word);
  const words = entries ?? (await reader.beginningOf(word))?.words ?? [];
  return words
    .filter((entry) => entry.word !== word)
    .sort((one, other) => other.documents - one.documents)
    .slice(0, mostWords);
}

/** Values of which a word begins so, commonest first. A facet whose file cannot be had gives none. */
async function valuesFrom(text: string, facets: readonly FacetName[], reader: IndexReader) {
  const beginning = wordsOf(text).at(-1)?.folded;
  if (beginning === undefined) return [];
  const found = await Promise.all(
    facets
      .filter((facet) => reader.root.facets.includes(facet))
      .map(async (facet) => {
        const { values } = await reader.facetOf(facet).catch(() => ({ values: [] }));
        return values
          .filter(({ name }) => wordsOf(name).some(({ folded }) => folded.startsWith(beginning)))
          .map((value) => ({ facet, ...value }));
      }),
  );
  return found
    .flat()
    .sort((one, other) => other.count - one.count)
    .slice(0, mostValues);
}
