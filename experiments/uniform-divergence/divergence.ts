import { type StepDensity, type Stretch, stretchesBetween } from "./density.ts";

/** The integrand of a divergence over one stretch, and the integral up to both of its ends. */
export interface Piece extends Stretch {
  /** p log(p/q), in nats per unit of x: a number, or ∞. */
  readonly integrand: number;
  /** The integral from −∞ to `from`, in nats. */
  readonly before: number;
  /** The integral from −∞ to `to`, in nats. */
  readonly after: number;
}

/**
 * The running integral of D(P‖Q) = ∫ p log(p/q) dx from left to right, by the rectangle rule on each stretch between
 * jumps, where it is exact. A stretch on which the integrand is ∞ makes the integral ∞ from its left end on.
 */
export function integrateDivergence(p: StepDensity, q: StepDensity): readonly Piece[] {
  let total = 0;
  return stretchesBetween([...p.ends, ...q.ends]).map((stretch) => {
    const integrand = weighRatio(p.at(stretch.from), q.at(stretch.from));
    const before = total;
    total += integrand * (stretch.to - stretch.from);
    return { ...stretch, integrand, before, after: total };
  });
}

/** The whole integral: D(P‖Q) in nats, ∞ included. */
export function divergenceOf(pieces: readonly Piece[]): number {
  return pieces.at(-1)?.after ?? 0;
}

/** p log(p/q) with the two conventions of the divergence: 0 where p = 0, ∞ where p > 0 and q = 0. */
function weighRatio(p: number, q: number): number {
  return p === 0 ? 0 : p * (Math.log(p) - Math.log(q));
}
