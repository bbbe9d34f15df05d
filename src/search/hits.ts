import type { IndexReader } from "./index-reader.ts";
import type { Hit, Unsearched } from "./protocol.ts";

/** While letters follow one another, cards are fetched for as many hits as are seen above the keyboard of a telephone. */
const mostFetchedTyping = 3;

/**
 * Of the best documents those whose cards are there already, so that a result stays while the letters that follow still find it,
 * and a few others where those are fewer. One word alone that is not yet whole has no best: then of all.
 */
export function shownTyping(
  documents: readonly number[],
  limit: number,
  isAlone: boolean,
  reader: IndexReader,
): readonly number[] {
  const best = isAlone ? documents : documents.slice(0, limit);
  const known: number[] = [];
  const others: number[] = [];
  for (const document of best) {
    if (known.length === limit) break;
    if (reader.isStoredKnown(document)) known.push(document);
    else if (others.length < mostFetchedTyping) others.push(document);
  }
  const shown = new Set([...known, ...others.slice(0, Math.max(0, mostFetchedTyping - known.length))]);
  return best.filter((document) => shown.has(document));
}

/** With what the documents have stored; how many cannot be had is told in `unsearched`. */
export async function hitsOf(
  shown: readonly Omit<Hit, "stored">[],
  reader: IndexReader,
  unsearched: Unsearched[],
): Promise<readonly Hit[]> {
  const hits = await Promise.all(
    shown.map(async (hit): Promise<Hit | undefined> => {
      try {
        return { ...hit, stored: await reader.storedOf(hit.document) };
      } catch {
        return undefined;
      }
    }),
  );
  const whole = hits.filter((hit) => hit !== undefined);
  if (whole.length < hits.length) unsearched.push({ kind: "hits", count: hits.length - whole.length });
  return whole;
}
