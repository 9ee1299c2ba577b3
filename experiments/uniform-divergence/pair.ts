import { cauchy, essentialZero, laplace, normal, ramp, uniform } from "./density.ts";
import { type Distribution, mix, pointMass, withDensity } from "./distribution.ts";
import type { PairName, PairValues } from "./parameters.ts";

/** The two distributions that are compared. */
export interface Pair {
  readonly p: Distribution;
  readonly q: Distribution;
}

/** How a pair is shown. */
export interface View {
  /** The stretch of the line that is shown; it starts and ends between cells. */
  readonly domain: readonly [left: number, right: number];
  /** Where the running integral starts: at the left, at the right, or at 0 both ways. */
  readonly from: "left" | "right" | "centre";
  /** The ends of supports that can be moved. */
  readonly ends: readonly ("pLeft" | "pRight" | "qLeft" | "qRight")[];
}

const standard = withDensity(normal(0, 1));
const heavy = withDensity(cauchy(0, 1));
const peaks = mix(withDensity(laplace(-2, 1)), withDensity(laplace(2, 1)), 0.5);
const origin = pointMass(0);
const shared = mix(origin, standard, 0.5);

/** P and Q at a state of the figure: P is (1 − ε) of the pair's first and ε of Q; in place of a point, N(0, ε²). */
export function pairOf(values: PairValues): Pair {
  if (values.pair === "point") return { p: narrow(values.weight), q: standard };
  const { p, q } = emptyPair(values);
  return { p: mix(p, q, values.weight), q };
}

/** N(0, ε²), which is the Dirac distribution at ε = 0. */
function narrow(deviation: number): Distribution {
  return deviation === 0 ? origin : withDensity(normal(0, deviation));
}

/** The pair before anything is filled; two supports that agree are one distribution, to the last bit. */
function emptyPair({ pair, pLeft, pRight, qLeft, qRight }: PairValues): Pair {
  if (pair === "cauchy") return { p: standard, q: heavy };
  if (pair === "laplace") return { p: peaks, q: heavy };
  if (pair === "atom") return { p: origin, q: shared };
  const p = withDensity(uniform(pLeft, pRight));
  if (pair === "ramp") return { p, q: withDensity(ramp(qRight)) };
  if (pair === "steep") return { p, q: withDensity(essentialZero(qRight)) };
  if (pLeft === qLeft && pRight === qRight) return { p, q: p };
  return { p, q: withDensity(uniform(qLeft, qRight)) };
}

const line = { from: "centre", ends: [] } as const;
const interval = [-1.5, 3.5] as const;

/** How each pair is shown: the integral runs towards the place where it may diverge. */
export const views: Readonly<Record<PairName, View>> = {
  uniform: { domain: interval, from: "left", ends: ["pLeft", "pRight", "qLeft", "qRight"] },
  ramp: { domain: interval, from: "right", ends: ["pLeft", "pRight", "qRight"] },
  steep: { domain: interval, from: "right", ends: ["pLeft", "pRight", "qRight"] },
  cauchy: { domain: [-8, 8], ...line },
  laplace: { domain: [-8, 8], ...line },
  point: { domain: [-4, 4], ...line },
  atom: { domain: [-4, 4], ...line },
};
