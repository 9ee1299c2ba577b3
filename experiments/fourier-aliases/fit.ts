import { testMean } from "../two-features/features.ts";
import { leastNorm } from "../two-features/least-norm.ts";
import { dot } from "../two-features/linear-system.ts";
import type { FourierFeature } from "./fourier.ts";

/** The least-norm fit to the values of one feature at the training points. */
export interface AliasedFit {
  /** wₖ = cₖβ̂ₖ: what the learned function gives each feature. Shape [d]. */
  readonly credits: readonly number[];
  /** L = ½E[(target − learned function)²] over U(−1, 1). */
  readonly loss: number;
  /** The largest distance of the learned function from a training point. */
  readonly interpolationError: number;
}

/** Fits Σ cₖβₖφₖ at the inputs by one linear system, and tests it by quadrature. Shape of weights [d]. */
export function fitAliases(
  features: readonly FourierFeature[],
  target: number,
  inputs: readonly number[],
  weights: readonly number[],
): AliasedFit {
  const valuesAt = (x: number): number[] => features.map(({ value }) => value(x));
  const rows = inputs.map(valuesAt);
  const wanted = rows.map((row) => row[target] ?? Number.NaN);
  const weighted = rows.map((row) => row.map((value, k) => value * (weights[k] ?? 0)));
  const { coefficients } = leastNorm(weighted, wanted);
  const credits = coefficients.map((coefficient, k) => coefficient * (weights[k] ?? 0));
  const missing = credits.map((credit, k) => (k === target ? 1 : 0) - credit);
  const distances = rows.map((row) => Math.abs(dot(missing, row)));
  // the squared error has frequencies up to d
  const loss = 0.5 * testMean((x) => dot(missing, valuesAt(x)) ** 2, features.length + 1);
  return { credits, loss, interpolationError: Math.max(...distances) };
}
