import type { IndexReader } from "./index-reader.ts";
import type { SearchQuery, Suggestion } from "./protocol.ts";
import { parseQuery, withoutRange } from "./query-language.ts";
import { type Searched, searchOnce } from "./search-once.ts";
import { correctionsOf, termsOf } from "./terms.ts";

const mostDropped = 8;
const mostSuggestions = 3;

/** Ways on when nothing was found: other spellings when they were refused, and the query without one of its parts. */
export async function suggest(
  reader: IndexReader,
  query: SearchQuery,
  answer: Searched,
): Promise<readonly Suggestion[]> {
  if (answer.total > 0) return [];
  return [...(await spellings(reader, query)), ...(await fewer(reader, query, answer))];
}

async function spellings(reader: IndexReader, { text, isLiteral }: SearchQuery): Promise<readonly Suggestion[]> {
  if (!isLiteral) return [];
  const found = await Promise.all(
    termsOf(parseQuery(text)).map(async ({ word, clause }): Promise<Suggestion | undefined> => {
      if (clause.isTogether || clause.words.length > 1 || (await reader.entryOf(word))) return undefined;
      const [nearest] = await correctionsOf(word, reader);
      if (!nearest) return undefined;
      const { printed } = nearest.entry;
      const { from, to } = clause.range;
      const respelt = `${text.slice(0, from)}${clause.isHeadline ? "headline:" : ""}${printed}${text.slice(to)}`;
      return { kind: "spelling", text: respelt, typed: clause.text, word: printed };
    }),
  ).catch((): (Suggestion | undefined)[] => []);
  return found.filter((one) => one !== undefined);
}

async function fewer(reader: IndexReader, query: SearchQuery, { clauses }: Searched): Promise<readonly Suggestion[]> {
  if (clauses.length < 2) return [];
  const found: Suggestion[] = [];
  for (const { range } of clauses.slice(0, mostDropped)) {
    const text = withoutRange(query.text, range);
    const { total } = await searchOnce(reader, { ...query, text, counted: [], offset: 0, limit: 0 });
    const dropped = query.text.slice(range.from, range.to);
    if (total > 0) found.push({ kind: "fewer", text, dropped: [dropped], total });
    if (found.length === mostSuggestions) break;
  }
  return found;
}
