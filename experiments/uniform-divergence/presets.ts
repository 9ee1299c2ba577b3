import type { Preset } from "../../lab/experiment.ts";
import type { PairValues, parameters } from "./parameters.ts";

const ends = { pLeft: 0, pRight: 1, qLeft: 0, qRight: 2 };

/** A pair with its ends and without anything filled. */
function emptyPair(label: string, changed: Partial<PairValues>): Preset<typeof parameters> {
  return { label, values: { ...ends, weight: 0, ...changed } };
}

/** The example, the counterexamples to what is said of it, and its repair. */
export const presets = {
  uniforms: emptyPair("Two uniforms", { pair: "uniform" }),
  disjoint: emptyPair("Apart", { pair: "uniform", qLeft: 1.5, qRight: 2.5 }),
  ramp: emptyPair("Zero at one point", { pair: "ramp", qRight: 1 }),
  steep: emptyPair("Zero too fast", { pair: "steep", qRight: 1 }),
  cauchy: emptyPair("Normal and Cauchy", { pair: "cauchy" }),
  laplace: emptyPair("Peaks and Cauchy", { pair: "laplace" }),
  point: emptyPair("Narrow normal", { pair: "point", weight: 0.1 }),
  dirac: emptyPair("Dirac", { pair: "point" }),
  atom: emptyPair("Dirac, repaired", { pair: "atom" }),
};
