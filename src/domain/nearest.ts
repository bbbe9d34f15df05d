/** The known word that somebody most likely meant; undefined when none is near. Capitals do not tell words apart. */
export function nearestOf(word: string, known: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  let best: string | undefined;
  let farthest = Math.min(6, Math.max(2, typed.length / 3));
  for (const candidate of known) {
    const distance = editDistance(typed, candidate.toLowerCase(), farthest);
    if (distance > farthest || (best !== undefined && distance === farthest)) continue;
    best = candidate;
    farthest = distance;
  }
  return best;
}

/** Levenshtein's, for as long as it is not farther than that: then infinite. */
function editDistance(one: string, other: string, farthest: number): number {
  if (Math.abs(one.length - other.length) > farthest) return Infinity;
  let before = Array.from({ length: other.length + 1 }, (_none, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const change = (before[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(change, (before[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > farthest) return Infinity;
    before = current;
  }
  return before[other.length] ?? 0;
}
