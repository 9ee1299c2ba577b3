import { compareOverCells, totalsOf } from "./divergence.ts";
import { pairOf } from "./pair.ts";
import type { PairValues } from "./parameters.ts";

/** Both divergences where P is filled with ε. */
export interface Filled {
  readonly weight: number;
  readonly forward: number;
  readonly reverse: number;
}

/** Decimal logarithms of the ε at which the lines are computed: closer where the lines bend. */
const decades = [-6, -5, -4, -3, -2.5, -2, -1.5, -1.25, -1, -0.75, -0.5, -0.3, -0.15, 0];

/** Both divergences at each of these ε, ascending from 10⁻⁶ to 1. */
export function growthOf(values: PairValues): readonly Filled[] {
  return decades.map((decade) => {
    const weight = 10 ** decade;
    const { p, q } = pairOf({ ...values, weight });
    const { forward, reverse } = totalsOf(compareOverCells(p, q));
    return { weight, forward, reverse };
  });
}
