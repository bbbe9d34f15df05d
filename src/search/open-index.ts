import { complete } from "./complete.ts";
import { indexFiles, readRoot } from "./index-files.ts";
import { type IndexReader, type Load, openReader } from "./index-reader.ts";
import type { SearchAnswer, SearchIndex, SearchQuery } from "./protocol.ts";
import { searchOnce } from "./search-once.ts";
import { suggest } from "./suggest.ts";

/**
 * Opens a printed index. `load` gives a file's bytes by its name, or undefined when it cannot be had. Throws SearchProblem
 * when the root cannot be had. When another file cannot, the edition may have been printed anew: the root is asked for again,
 * and everything once more. What still cannot be looked at then, the answer says.
 */
export async function openIndex(load: Load): Promise<SearchIndex> {
  let reader = await openReader(load);

  const search = async (query: SearchQuery): Promise<SearchAnswer> => {
    const first = await answered(reader, query);
    if (first.unsearched.length === 0) return first;
    reader = await reopened(reader, load);
    return answered(reader, query);
  };
  return {
    search,
    complete: async (text, caret) => {
      try {
        return await complete(reader, text, caret);
      } catch {
        reader = await reopened(reader, load);
        return complete(reader, text, caret).catch(() => []);
      }
    },
  };
}

async function answered(reader: IndexReader, query: SearchQuery): Promise<SearchAnswer> {
  const answer = await searchOnce(reader, query);
  // While letters follow one another nothing is told of what was not found.
  const suggestions = query.isTyping ? [] : await suggest(reader, query, answer).catch(() => []);
  return { ...answer, suggestions };
}

/** A reader of what is printed by now; the same one, with what it has loaded, when that is the same or cannot be told. */
async function reopened(reader: IndexReader, load: Load): Promise<IndexReader> {
  try {
    const bytes = await load(indexFiles.root);
    if (bytes && readRoot(bytes).stamp === reader.root.stamp) return reader;
    return await openReader(load);
  } catch {
    return reader;
  }
}
