/** From 0 up to 1. */
export type Random = () => number;

/** Always the same numbers for the same seed. Marsaglia's xorshift, 32 bits. */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
