import { type Gaussian, type Mixture, singularityHeight } from "./mixture.ts";

/** How exact the trapezoidal rule is made. */
export interface Precision {
  /** Largest |z| in a standardised variable. */
  readonly reach: number;
  /** The rule's own error is about e to the minus this. */
  readonly folds: number;
  /** A place is sought to this share of σ. */
  readonly place: number;
}

/** Double precision: the normal tail beyond is below 3e-19, the rule's error about 1e-13. */
export const full: Precision = { reach: 9, folds: 30, place: 1e-12 };

/**
 * A step in the standardised variable of `over` for averages of log p and its derivatives.
 *
 * The rule's error is exp(−2πd/h), d = distance from the real axis to the nearest singularity of the
 * integrand, in units of σ; and for the normal weight itself exp(−2π²/h²), which 0.4 makes 1e-53.
 */
export function stepFor(mixture: Mixture, over: Gaussian, { folds }: Precision): number {
  return Math.min(0.4, (2 * Math.PI * singularityHeight(mixture)) / (over.deviation * folds));
}
