import { reverseDivergence } from "./divergence.ts";
import type { Gaussian, Mixture } from "./mixture.ts";
import { findRoot } from "./root.ts";

/** A stationary Gaussian of D(Q‖S) and the separation a of the S that it belongs to. */
export interface Branching extends Gaussian {
  /** a: half the distance of the means over the components' deviation. */
  readonly separation: number;
  /** D(Q‖S), in nats. */
  readonly divergence: number;
}

/** S = ½N(−a, 1) + ½N(a, 1). Every mixture of two equal components is one of these, stretched and shifted. */
export function symmetricMixture(separation: number): Mixture {
  return [
    { weight: 0.5, mean: -separation, deviation: 1 },
    { weight: 0.5, mean: separation, deviation: 1 },
  ];
}

/** The centred stationary point with aσ = y: (log S)′ = −x + a tanh(ax) gives a⁻² = y⁻² + E sech²(yV). */
export function broadBranch(y: number): Branching {
  const { width } = averages(0, y);
  const separation = 1 / Math.sqrt(1 / y ** 2 + width);
  return branching(separation, 0, y / separation);
}

/** The broad minimum at a separation. */
export function broadMinimum(separation: number): Branching {
  const excess = (y: number): number => {
    const { width } = averages(0, y);
    return 1 / y ** 2 + width - 1 / separation ** 2;
  };
  // σ ≥ 1, and E sech²(yV) ≤ √(2/π)/y: the root lies between y = a and y = a(a + 1)
  return broadBranch(findRoot(excess, separation, separation * (separation + 1)));
}

/** The stationary point beside the middle with σ/μ = ratio, with its value. */
export function sideBranch(ratio: number): Branching {
  const { separation, mean, deviation } = sidePoint(ratio);
  return branching(separation, mean, deviation);
}

/** The same without its value; its a from (log S)′ again: with u = aμ and y = aσ, a⁻² = E tanh(u + yV)/u. */
export function sidePoint(ratio: number): Omit<Branching, "divergence"> {
  const u = sideRoot(ratio);
  const separation = Math.sqrt(u / averages(u, ratio * u).slope);
  return { separation, mean: u / separation, deviation: (ratio * u) / separation };
}

/** u = aμ at σ/μ = ratio: the two conditions a⁻² = E tanh(u + yV)/u and a⁻² = y⁻² + E sech²(u + yV) agree there. */
function sideRoot(ratio: number): number {
  const excess = (u: number): number => {
    const { slope, width } = averages(u, ratio * u);
    return slope / u - 1 / (ratio * u) ** 2 - width;
  };
  return findRoot(excess, 4, 2 + 1.2 / ratio ** 2 + 4 * ratio);
}

/** E tanh(u + yV) and E sech²(u + yV), V ~ N(0, 1), by the trapezoidal rule; both are singular at Im = π/2. */
function averages(u: number, y: number): { readonly slope: number; readonly width: number } {
  const step = Math.min(0.4, Math.PI ** 2 / (30 * y));
  const half = Math.ceil(9 / step);
  let [slope, width] = [0, 0];
  for (let k = -half; k <= half; k++) {
    const v = k * step;
    const share = Math.exp(-0.5 * v * v);
    const tangent = Math.tanh(u + y * v);
    slope += share * tangent;
    width += share * (1 - tangent) * (1 + tangent);
  }
  const unit = step / Math.sqrt(2 * Math.PI);
  return { slope: unit * slope, width: unit * width };
}

function branching(separation: number, mean: number, deviation: number): Branching {
  const q = { mean, deviation };
  return { ...q, separation, divergence: reverseDivergence(symmetricMixture(separation))(q) };
}
