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

  return {
    search: async (query, signal) => {
      const first = await answered(reader.heeding(signal), query, signal);
      if (first.unsearched.length === 0) return first;
      reader = await reopened(reader, load);
      return answered(reader.heeding(signal), query, signal);
    },
    complete: async (text, caret, signal) => {
      try {
        return await complete(reader.heeding(signal), text, caret);
      } catch {
        signal?.throwIfAborted();
        reader = await reopened(reader, load);
        return complete(reader.heeding(signal), text, caret).catch(() => []);
      }
    },
  };
}

async function answered(reader: IndexReader, query: SearchQuery, signal?: AbortSignal): Promise<SearchAnswer> {
  const answer = await searchOnce(reader, query);
  // What was not read because nobody waits for it is no trouble with the index.
  signal?.throwIfAborted();
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
