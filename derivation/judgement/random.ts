/** Uniform numbers in [0, 1). */
export type Random = () => number;

/** A 32-bit digest of a text (FNV-1a), to seed by. */
export const hash = (text: string): number => {
  let digest = 0x811c9dc5;
  for (let k = 0; k < text.length; k += 1) digest = Math.imul(digest ^ text.charCodeAt(k), 0x01000193);
  return digest >>> 0;
};

/** A seeded generator (mulberry32): the same seed gives the same points on every machine. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
