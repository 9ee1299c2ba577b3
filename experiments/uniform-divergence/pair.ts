import type { Values } from "../../lab/experiment.ts";
import { mix, type StepDensity, uniform } from "./density.ts";

/** The parameters of the pair: the ends of both supports, and the share of Q that is mixed into P. */
export type PairValues = Values<"pLeft" | "pRight" | "qLeft" | "qRight" | "weight">;

/** The two densities that are compared. */
export interface Pair {
  /** (1 − ε)·U[a, b] + ε·Q. */
  readonly p: StepDensity;
  /** U[r, s]. */
  readonly q: StepDensity;
}

/** P and Q at a state of the figure. */
export function pairOf({ pLeft, pRight, qLeft, qRight, weight }: PairValues): Pair {
  const q = uniform(qLeft, qRight);
  return { p: mix(uniform(pLeft, pRight), q, weight), q };
}
