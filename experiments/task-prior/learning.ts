import type { Random } from "../../lab/random.ts";
import { gradientAt, squaresAt, type Weights } from "../two-features/loss-surface.ts";

/** The weights while they are learned from one task after the other. */
export interface Learning {
  /** r = c₀²/D before the first task and after each. Length: tasks + 1. */
  readonly shares: readonly number[];
  /** The weights after the last task. */
  readonly weights: Weights;
}

/** The features agree at 0. */
const agreeing = squaresAt(0);

/** One step of gradient descent for each task, on the loss of this task alone; p is the chance of φₜ. */
export function learn(start: Weights, prior: number, rate: number, tasks: number, random: Random): Learning {
  let weights = start;
  const shares = [shareOf(weights)];
  for (let task = 0; task < tasks; task++) {
    const isFirst = random.uniform() < prior;
    const [slope0, slope1] = isFirst
      ? gradientAt(agreeing, weights)
      : swapped(gradientAt(agreeing, swapped(weights)));
    weights = withoutRounding([weights[0] - rate * slope0, weights[1] - rate * slope1]);
    shares.push(shareOf(weights));
  }
  return { shares, weights };
}

/** The mean share over the last so many tasks. */
export function shareLearned(shares: readonly number[], last: number): number {
  return shares.slice(-last).reduce((sum, each) => sum + each / last, 0);
}

/** Mean and standard deviation of a sample of at least two. */
export function meanAndDeviation(sample: readonly number[]): {
  readonly mean: number;
  readonly deviation: number;
} {
  const mean = sample.reduce((sum, each) => sum + each / sample.length, 0);
  const variance = sample.reduce((sum, each) => sum + (each - mean) ** 2 / (sample.length - 1), 0);
  return { mean, deviation: Math.sqrt(variance) };
}

/** Whether learning has ended at a share: a feature whose weight is zero has no gradient, whichever feature is true. */
export function isStuckAt(share: number): boolean {
  return share === 0 || share === 1;
}

/** Below this share of the other, a weight is what rounding leaves of zero, and would grow again out of nothing. */
const rounding = 1e-14;

function withoutRounding([c0, c1]: Weights): Weights {
  if (Math.abs(c0) < rounding * Math.abs(c1)) return [0, c1];
  return Math.abs(c1) < rounding * Math.abs(c0) ? [c0, 0] : [c0, c1];
}

function shareOf([c0, c1]: Weights): number {
  return c0 ** 2 / (c0 ** 2 + c1 ** 2);
}

function swapped([c0, c1]: Weights): Weights {
  return [c1, c0];
}
