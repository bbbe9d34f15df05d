import { impactOf, isInHeadline, type PostingList } from "./postings.ts";
import { rarity } from "./rank.ts";
import type { Alternative, Term } from "./terms.ts";

/** A term with the postings of its alternatives, in their order. */
export type Loaded = Term & { readonly lists: readonly PostingList[] };

/** What is added up for one query, by document. */
export type Tally = {
  readonly scores: Float32Array;
  /** How many of the words that are wanted it has. */
  readonly matched: Uint8Array;
  /** How many of them only as corrected. */
  readonly corrected: Uint8Array;
};

/** A document scores for each term what its best alternative scores; one as it was typed is always better than a corrected one. */
export function tally(terms: readonly Loaded[], count: number): Tally {
  const scores = new Float32Array(count);
  const matched = new Uint8Array(count);
  const corrected = new Uint8Array(count);
  const best = new Float32Array(count);
  const edits = new Uint8Array(count);
  for (const term of terms) {
    const reached: number[] = [];
    const inOrder = term.alternatives
      .map((alternative, at) => ({ alternative, list: term.lists[at] }))
      .sort((one, other) => one.alternative.edits - other.alternative.edits);
    for (const { alternative, list } of inOrder) {
      if (!list) continue;
      const weight = weightOf(alternative, count);
      for (let at = 0; at < list.documents.length; at += 1) {
        const mark = list.marks[at] ?? 0;
        if (term.isHeadline && !isInHeadline(mark)) continue;
        const document = list.documents[at] ?? 0;
        const known = best[document] ?? 0;
        const score = weight * impactOf(mark);
        if (known === 0) {
          reached.push(document);
          edits[document] = alternative.edits;
        } else if (alternative.edits > (edits[document] ?? 0)) continue;
        if (score > known) best[document] = score;
      }
    }
    for (const document of reached) {
      scores[document] = (scores[document] ?? 0) + (best[document] ?? 0);
      if (!term.isOptional) matched[document] = (matched[document] ?? 0) + 1;
      if ((edits[document] ?? 0) > 0) corrected[document] = (corrected[document] ?? 0) + 1;
      best[document] = 0;
    }
  }
  return { scores, matched, corrected };
}

function weightOf({ entry, share }: Alternative, count: number): number {
  return share * rarity(entry.documents, count);
}
