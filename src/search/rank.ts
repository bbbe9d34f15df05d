export const fieldNames = ["headline", "lead", "body"] as const;
export type FieldName = (typeof fieldNames)[number];

/** BM25F (Zaragoza and others, TREC 2004): a field's weight, and how much its length counts. */
export const fields: Readonly<Record<FieldName, { readonly weight: number; readonly length: number }>> = {
  headline: { weight: 6, length: 0.4 },
  lead: { weight: 2, length: 0.6 },
  body: { weight: 1, length: 0.9 },
};

/** Low, because news is short: a second mention says little more than the first. */
export const saturation = 1.4;

/** What a word counts that was completed, or corrected by so many letters, beside one that stands there as it was typed. */
export const completionShare = 0.7;
export const correctionShares = [1, 0.7, 0.5] as const;

/** How much better than an old document a new one ranks at most, and after how many days half of that is gone. */
const freshness = { most: 0.15, halfLife: 30 };

/** The probabilistic rarity of BM25, kept above zero for words that nearly every document has. */
export function rarity(documents: number, count: number): number {
  return Math.log(1 + (count - documents + 0.5) / (documents + 0.5));
}

/** What a score is multiplied with, for a document so many days older than the newest. */
export function freshnessFactor(age: number): number {
  return 1 + freshness.most * 0.5 ** (age / freshness.halfLife);
}

const mostAges = 128;

/** How many days older than the newest the documents at even steps through all are. Given days newest first. */
export function agesOf(days: ArrayLike<number>): number[] {
  const steps = Math.min(mostAges, days.length);
  return Array.from({ length: steps }, (_none, step) => {
    const at = steps === 1 ? 0 : Math.round((step * (days.length - 1)) / (steps - 1));
    return (days[0] ?? 0) - (days[at] ?? 0);
  });
}

/** The age of a document out of so many, between those at the steps around it. */
export function ageAt(ages: readonly number[], document: number, count: number): number {
  const place = count <= 1 ? 0 : (document * (ages.length - 1)) / (count - 1);
  const step = Math.floor(place);
  const before = ages[step] ?? 0;
  return before + ((ages[step + 1] ?? before) - before) * (place - step);
}
