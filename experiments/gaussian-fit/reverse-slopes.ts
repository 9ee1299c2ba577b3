import type { Gaussian, Mixture } from "./mixture.ts";
import { full, type Precision, stepFor } from "./quadrature.ts";

/** First and second derivatives of D(Q‖P) in μ and λ = log σ. */
export interface Slopes {
  readonly mean: number;
  readonly scale: number;
  readonly meanMean: number;
  readonly meanScale: number;
  readonly scaleScale: number;
}

/**
 * The derivatives of F = D(Q‖P), by quadrature. With f = −log p and x = μ + σV, V ~ N(0, 1): F_μ = E f′,
 * F_λ = σE[f′V] − 1, F_μμ = E f″, F_μλ = σE[f″V], F_λλ = σE[f′V] + σ²E[f″V²].
 */
export function reverseSlopes(mixture: Mixture, q: Gaussian, precision: Precision = full): Slopes {
  const step = stepFor(mixture, q, precision);
  const half = Math.ceil(precision.reach / step);
  const derivatives = negativeLogDerivatives(mixture);
  const middle = derivatives(q.mean);
  let [first, firstV, second, secondV, secondVV] = [middle.slope, 0, middle.curvature, 0, 0];
  // in pairs, so that what is odd cancels exactly: a descent that starts on P's axis of symmetry stays there
  for (let k = 1; k <= half; k++) {
    const v = k * step;
    const share = Math.exp(-0.5 * v * v);
    const [left, right] = [derivatives(q.mean - q.deviation * v), derivatives(q.mean + q.deviation * v)];
    first += share * (left.slope + right.slope);
    firstV += share * (right.slope - left.slope) * v;
    second += share * (left.curvature + right.curvature);
    secondV += share * (right.curvature - left.curvature) * v;
    secondVV += share * (left.curvature + right.curvature) * v * v;
  }
  const unit = step / Math.sqrt(2 * Math.PI);
  const [once, twice] = [unit * q.deviation, unit * q.deviation ** 2];
  return {
    mean: unit * first,
    scale: once * firstV - 1,
    meanMean: unit * second,
    meanScale: once * secondV,
    scaleScale: once * firstV + twice * secondVV,
  };
}

/** The first two derivatives of −log p as functions of x, for a mixture p. */
export function negativeLogDerivatives([one, other]: Mixture) {
  const [p, q] = [1 / one.deviation ** 2, 1 / other.deviation ** 2];
  const logOdds = Math.log((one.weight * other.deviation) / (other.weight * one.deviation));
  return (x: number): { readonly slope: number; readonly curvature: number } => {
    const [u, w] = [p * (x - one.mean), q * (x - other.mean)];
    const difference = logOdds + 0.5 * (w * (x - other.mean) - u * (x - one.mean));
    // e ≤ 1: the share of the smaller component is e / (1 + e)
    const e = Math.exp(-Math.abs(difference));
    const smaller = e / (1 + e);
    const shareOne = difference > 0 ? 1 - smaller : smaller;
    const shareOther = difference > 0 ? smaller : 1 - smaller;
    const spread = (e / (1 + e) ** 2) * (u - w) ** 2;
    return { slope: shareOne * u + shareOther * w, curvature: shareOne * p + shareOther * q - spread };
  };
}
