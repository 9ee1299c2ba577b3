/** Nodes of the Gauss–Legendre rule: exact for polynomials up to degree 19. */
const order = 10;

/** One node of a rule on [−1, 1] with its weight; the weights add up to 2. */
interface Node {
  readonly at: number;
  readonly weight: number;
}

/** The rule on [−1, 1]: at the roots of the Legendre polynomial, by Newton's method from Tricomi's approximation. */
export const legendre: readonly Node[] = Array.from({ length: order }, (_, k) => {
  let at = -Math.cos((Math.PI * (k + 0.75)) / (order + 0.5));
  for (let step = 0; step < 8; step++) {
    const [value, slope] = legendrePolynomial(at);
    at -= value / slope;
  }
  const [, slope] = legendrePolynomial(at);
  return { at, weight: 2 / ((1 - at * at) * slope * slope) };
});

/** Value and derivative of the Legendre polynomial of degree `order`, by its three-term recurrence. */
function legendrePolynomial(x: number): readonly [value: number, derivative: number] {
  let [previous, current] = [1, x];
  for (let n = 2; n <= order; n++) {
    [previous, current] = [current, ((2 * n - 1) * x * current - (n - 1) * previous) / n];
  }
  return [current, (order * (x * current - previous)) / (x * x - 1)];
}

/** ∫ f over [from, to], exact where f is a polynomial up to degree 19. */
export function integrate(f: (x: number) => number, from: number, to: number): number {
  const half = (to - from) / 2;
  return half * legendre.reduce((sum, { at, weight }) => sum + weight * f(from + half + half * at), 0);
}

/**
 * Places on both sides of a centre, in units of a scale: eighths up to 3, quarters up to 12, twos up to 48. Between them a
 * normal or Laplace density is a polynomial to double precision, and so is the logarithm of its mixture with a
 * heavier tail: where the two components cross, it is singular no closer to the real axis than about a quarter. Beyond
 * the last place such a density holds less than 1e-19.
 */
export function spread(centre: number, scale: number): readonly number[] {
  return [...every(1 / 8, 0, 3), ...every(1 / 4, 3, 12), ...every(2, 12, 48)].flatMap((r) => [
    centre - scale * r,
    centre + scale * r,
  ]);
}

/** Multiples of a step from the first up to the last, both included. */
function every(step: number, first: number, last: number): readonly number[] {
  return Array.from({ length: (last - first) / step + 1 }, (_, k) => first + k * step);
}

/** Doublings, or halvings, to a place beyond which an integral like ∫ log x dx/x² holds less than 1e-13. */
const doublings = 50;

/** Places that double, on both sides of a centre, in units of a scale: the tails of a power law. */
export function spreadFar(centre: number, scale: number): readonly number[] {
  return every(1, 5, doublings).flatMap((k) => [centre - scale * 2 ** k, centre + scale * 2 ** k]);
}

/** Places that grow dense towards a singularity at 0: 47 even ones up to `to`, and halves of the first. */
export function towardsZero(to: number): readonly number[] {
  return [
    ...every(1, 1, 47).map((k) => (to * k) / 48),
    ...every(1, 1, doublings).map((k) => (to / 48) * 2 ** -k),
  ];
}
