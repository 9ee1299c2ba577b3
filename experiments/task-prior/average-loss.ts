import { witnesses } from "../two-features/features.ts";
import type { Weights } from "../two-features/loss-surface.ts";
import { fitAndTest } from "../two-features/test-error.ts";

const [first, second] = witnesses;

/** The weights of length 1 that give the first feature the share r of the credit: (√r, √(1 − r)). */
export function weightsFor(share: number): Weights {
  return [Math.sqrt(share), Math.sqrt(1 - share)];
}

/** The expected test errors of the least-norm fit at 0, where the features meet: each of them the true one in turn. */
export function lossesAt([c0, c1]: Weights): readonly [number, number] {
  return [fitAndTest([first, second], [0], [c0, c1]).loss, fitAndTest([second, first], [0], [c1, c0]).loss];
}

/** The mean over tasks in which the first feature is the true one with probability p. */
export function averageLoss(prior: number, weights: Weights): number {
  const [isFirst, isSecond] = lossesAt(weights);
  return prior * isFirst + (1 - prior) * isSecond;
}
