import { witnesses } from "./features.ts";

/** A pair of weights (c₀, c₁). */
export type Weights = readonly [c0: number, c1: number];

/** The squares of the two features at the training input: all that the loss knows of it. */
export interface Squares {
  readonly target: number;
  readonly alias: number;
}

/** The squares at a training input. */
export function squaresAt(input: number): Squares {
  return { target: witnesses[0](input) ** 2, alias: witnesses[1](input) ** 2 };
}

/**
 * L = b(a + b)c₁⁴/2S² with S = ac₀² + bc₁² for the squares a, b: (c₁²/D)² where they are equal. Where the target is
 * zero nothing is learned, and L is ½; where nothing fits, NaN.
 */
export function lossAt({ target, alias }: Squares, [c0, c1]: Weights): number {
  if (target === 0) return 0.5;
  const norm = target * c0 ** 2 + alias * c1 ** 2;
  return (alias * (target + alias) * c1 ** 4) / (2 * norm ** 2);
}

/** ∇L: a multiple of (−c₁, c₀), because L does not change along a ray from the origin. */
export function gradientAt({ target, alias }: Squares, [c0, c1]: Weights): Weights {
  if (target === 0) return [0, 0];
  const norm = target * c0 ** 2 + alias * c1 ** 2;
  const turning = (2 * target * alias * (target + alias) * c0 * c1 ** 3) / norm ** 3;
  return [-turning * c1, turning * c0];
}

/** |c₁/c₀| on the rays along which the loss has the given value; undefined where no weights cost as much. */
export function slopeOfLevel({ target, alias }: Squares, level: number): number | undefined {
  const share = Math.sqrt((2 * level) / (alias * (target + alias)));
  const slope = Math.sqrt((share * target) / (1 - share * alias));
  return slope > 0 && Number.isFinite(slope) ? slope : undefined;
}
