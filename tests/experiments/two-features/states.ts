import fc from "fast-check";
import type { Weights } from "../../../experiments/two-features/loss-surface.ts";

/** Weights of the figure, in its steps; (0, 0) is left out. */
export const weights = fc
  .tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }))
  .filter(([c0, c1]) => c0 !== 0 || c1 !== 0)
  .map(([c0, c1]): Weights => [c0 / 100, c1 / 100]);

/** Training inputs of the figure, in its steps. */
export const inputs = fc.integer({ min: -1000, max: 1000 }).map((step) => step / 1000);

/** Trials of a property. */
export const runs = { numRuns: 300 };
