/**
 * How a density falls off at an end of its support: log p = −rate·uᵖᵒʷᵉʳ − order·log u, up to terms of lower order, as
 * u → ∞. At ±∞ u is |x|, at a finite end 1/|x − end|. `rate` is not negative; where it is 0, so is `power`.
 */
export interface Decay {
  readonly rate: number;
  readonly power: number;
  readonly order: number;
}

/** Positive and bounded: no decay at all. */
export const bounded: Decay = { rate: 0, power: 0, order: 0 };

/** The decay of a mixture: that of the component which falls off most slowly; throws a RangeError where there is none. */
export function slowestDecay(decays: readonly Decay[]): Decay {
  const [slowest] = decays.toSorted((a, b) => a.power - b.power || a.rate - b.rate || a.order - b.order);
  if (slowest === undefined) throw new RangeError("a decay needs at least one component");
  return slowest;
}

/**
 * Whether ∫ p log(p/q) dx converges at an end where both densities are positive. Only the decays decide, so no
 * quadrature is asked:
 *
 * - p falls off exponentially in a power of u: |log(p/q)| grows like a power of u at most. It converges.
 * - Neither does: log(p/q) = O(log u), and a power of u that is integrable stays so with a logarithm. It converges,
 *   because p itself is integrable.
 * - q does, p = u⁻ᵐ does not: p log(p/q) ~ rate·u^(power − m) is positive, and dx is du at ±∞, du/u² at a finite end.
 *   It converges if and only if m + (0 or 2) − power > 1; else it is +∞.
 */
export function convergesAt(p: Decay, q: Decay, isInfiniteEnd: boolean): boolean {
  if (p.rate > 0 || q.rate === 0) return true;
  return p.order + (isInfiniteEnd ? 0 : 2) - q.power > 1;
}
