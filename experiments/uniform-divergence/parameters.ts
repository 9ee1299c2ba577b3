import { choice, slider, type ValuesOf } from "../../lab/experiment.ts";

/** The shortest support: what a moved end keeps from the other one. */
const shortest = 0.05;
const [leftmost, rightmost] = [-1, 3];
const leftEnd = { default: 0, min: leftmost, max: rightmost - shortest };
const rightEnd = { min: leftmost + shortest, max: rightmost };

/** The pair of distributions, the ends of its supports where they can be moved, and what fills P's holes. */
export const parameters = {
  pair: choice({
    label: "pair",
    meaning: "the two distributions",
    default: "uniform",
    options: {
      uniform: "two uniforms",
      ramp: "zero at one point",
      steep: "zero too fast",
      cauchy: "normal and Cauchy",
      laplace: "two peaks and Cauchy",
      point: "Dirac or narrow normal",
      atom: "Dirac, repaired",
    },
  }),
  weight: slider({
    label: "ε",
    meaning: "share of Q mixed into P, or width of a point",
    default: 0,
    min: 0,
    max: 1,
    step: 1e-6,
    scale: "symlog",
  }),
  pLeft: slider({ label: "a", meaning: "left end of P", ...leftEnd }),
  pRight: slider({ label: "b", meaning: "right end of P", default: 1, ...rightEnd }),
  qLeft: slider({ label: "r", meaning: "left end of Q", ...leftEnd }),
  qRight: slider({ label: "s", meaning: "right end of Q", default: 2, ...rightEnd }),
};

/** A state of the figure. */
export type PairValues = ValuesOf<typeof parameters>;
/** The name of a pair. */
export type PairName = PairValues["pair"];

/** The least filling that is not none: below it a normal tail is so far out that the quadrature's places end. */
const least = 1e-12;

/** Supports with their left ends left: where two ends would cross, the one that was not moved gives way. */
export function keepApart(values: PairValues, moved: readonly string[]): PairValues {
  const weight = values.weight > 0 ? Math.max(least, values.weight) : 0;
  const startsAtZero = values.pair === "ramp" || values.pair === "steep";
  const qRight = startsAtZero ? Math.max(shortest, values.qRight) : values.qRight;
  const [pLeft, pRight] = apart(values.pLeft, values.pRight, moved.includes("pLeft"));
  const [qLeft, end] = apart(values.qLeft, qRight, moved.includes("qLeft") && !startsAtZero);
  return { ...values, weight, pLeft, pRight, qLeft, qRight: end };
}

/** Two ends at least the shortest support apart. */
function apart(left: number, right: number, leftMoved: boolean): readonly [left: number, right: number] {
  if (right - left >= shortest - 1e-12) return [left, right];
  return leftMoved ? [left, rounded(left + shortest)] : [rounded(right - shortest), right];
}

/** Without the noise of a difference, and no coarser than `apart` can tell: what it has moved it leaves alone. */
function rounded(end: number): number {
  return Number(end.toFixed(12));
}
