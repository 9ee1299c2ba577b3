/** A seeded source of random numbers: the only one that an experiment may use. */
export interface Random {
  /** The next uniform number in [0, 1), with 32 random bits. */
  uniform(): number;
  /** The next standard normal number. */
  normal(): number;
}

/**
 * A source that depends on its seed alone, on every machine.
 * Uniform: Mulberry32 (period 2³²); normal: the polar method of Marsaglia, one value kept in hand.
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  let spare: number | undefined;

  function uniform(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function normal(): number {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    const [x, y, square] = pointInDisc(uniform);
    const factor = Math.sqrt((-2 * Math.log(square)) / square);
    spare = y * factor;
    return x * factor;
  }

  return { uniform, normal };
}

/** A uniform point of the unit disc without its centre, and its squared distance from it. */
function pointInDisc(uniform: () => number): readonly [number, number, number] {
  for (;;) {
    const x = 2 * uniform() - 1;
    const y = 2 * uniform() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return [x, y, square];
  }
}
