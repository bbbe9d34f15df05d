import type { IndexReader } from "./index-reader.ts";
import type { Hit, Unsearched } from "./protocol.ts";
import { chunkOf } from "./stored.ts";

/**
 * While letters follow one another: of the best documents those whose cards are there already, so that a result stays while the
 * letters that follow still find it. Where there is none, of the best one, which is all that is seen above the keyboard of a
 * telephone, and of those in the same file. One word alone that is not yet whole has no best: then of all.
 */
export function shownTyping(
  documents: readonly number[],
  limit: number,
  isAlone: boolean,
  reader: IndexReader,
): readonly number[] {
  const best = isAlone ? documents : documents.slice(0, limit);
  const known = best.filter((document) => reader.isStoredKnown(document)).slice(0, limit);
  if (known.length > 0) return known;
  const [first = 0] = best;
  return best.filter((document) => chunkOf(document) === chunkOf(first)).slice(0, limit);
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
