import { NumberRow } from "./number-row.ts";

/** Two texts of which more than this is the same are the same report. */
const duplicateLikeness = 0.4;

/** Sorted hashes of every four neighbouring words of each text: those of text t are [starts[t], starts[t + 1]) of hashes. */
export type Shingles = { readonly starts: Uint32Array; readonly hashes: Uint32Array };

/** Takes texts in order, each as the numbers of its words. */
export function shingler(texts: number): { readonly add: (words: readonly number[]) => void; taken: () => Shingles } {
  const starts = new Uint32Array(texts + 1);
  const hashes = new NumberRow((length) => new Uint32Array(length));
  let text = 0;
  return {
    add: (words) => {
      for (const hash of hashesOf(words)) hashes.push(hash);
      text += 1;
      starts[text] = hashes.length;
    },
    taken: () => ({ starts, hashes: hashes.taken() }),
  };
}

function hashesOf(words: readonly number[]): Uint32Array {
  const hashes = new Set<number>();
  // A text of fewer than four words is one shingle.
  for (let at = 0; at < Math.max(Math.min(1, words.length), words.length - 3); at += 1) {
    let hash = 0x811c9dc5;
    for (let word = at; word < at + 4; word += 1)
      hash = Math.imul(hash ^ (words[word] ?? 0), 0x01000193) ^ (hash >>> 15);
    hashes.add(hash >>> 0);
  }
  return Uint32Array.from(hashes).sort();
}

/** Whether two texts are one report: by Jaccard's measure, the share of their shingles that both have. */
export function areAlike({ starts, hashes }: Shingles, one: number, other: number): boolean {
  let at = starts[one] ?? 0;
  let and = starts[other] ?? 0;
  const end = starts[one + 1] ?? 0;
  const otherEnd = starts[other + 1] ?? 0;
  const lengths = [end - at, otherEnd - and];
  // Not even if the shorter one stood whole in the longer one.
  if (Math.min(...lengths) <= duplicateLikeness * Math.max(...lengths)) return false;
  let shared = 0;
  while (at < end && and < otherEnd) {
    const left = hashes[at] ?? 0;
    const right = hashes[and] ?? 0;
    if (left === right) shared += 1;
    if (left <= right) at += 1;
    if (right <= left) and += 1;
  }
  return shared / (end - (starts[one] ?? 0) + otherEnd - (starts[other] ?? 0) - shared) > duplicateLikeness;
}
