/** Largest |V| of a quadrature: the normal density beyond is below 1e-31. */
const reach = 12;

/**
 * E[f(V)], V ~ N(0, 1), by the trapezoidal rule with the given step. Its error is exp(−2πd/h) for a step h and a
 * distance d from the real axis to the nearest singularity of f.
 */
export function expectation(f: (v: number) => number, step: number): number {
  const half = Math.ceil(reach / step);
  let sum = 0;
  for (let k = -half; k <= half; k++) {
    const v = k * step;
    sum += Math.exp(-0.5 * v * v) * f(v);
  }
  return (sum * step) / Math.sqrt(2 * Math.PI);
}

/** A step for functions of tanh(aV + b): their singularities lie at a distance of π/2a. */
export function stepFor(a: number): number {
  return Math.min(0.25, (2 * Math.PI * (Math.PI / (2 * Math.max(a, 1e-9)))) / 32);
}

/** log(1 + eˣ) without overflow. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** Φ(x), the probability that a standard normal number is below x. */
export function normalBelow(x: number): number {
  return x > 0 ? 1 - upperTail(x) : upperTail(-x);
}

/**
 * 1 − Φ(x) for x ≥ 0, as the mean of a smooth function: ∫₀^∞ exp(−½(x + t)²)dt, by the double-exponential change of
 * variable t = exp(s − exp(−s)), which the trapezoidal rule integrates to full relative precision.
 */
function upperTail(x: number): number {
  const step = 1 / 16;
  let sum = 0;
  for (let k = -5 / step; k <= 4 / step; k++) {
    const s = k * step;
    const t = Math.exp(s - Math.exp(-s));
    sum += Math.exp(-0.5 * t * t - x * t) * t * (1 + Math.exp(-s));
  }
  return (Math.exp(-0.5 * x * x) * sum * step) / Math.sqrt(2 * Math.PI);
}

/**
 * The root of an increasing function that is negative at `low` and positive at `high`: by regula falsi with the
 * Illinois rule, until two steps differ by no more than a few last bits; `low` where rounding leaves nothing to seek.
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  let [left, leftValue, right, rightValue] = [low, f(low), high, f(high)];
  if (leftValue >= 0) return low;
  let [last, side] = [low, 0];
  for (let step = 0; step < 100; step++) {
    const x = (left * rightValue - right * leftValue) / (rightValue - leftValue);
    const value = f(x);
    if (value === 0 || Math.abs(x - last) <= 1e-15 * Math.abs(x)) return x;
    if (value < 0) {
      [left, leftValue, rightValue] = [x, value, side < 0 ? 0.5 * rightValue : rightValue];
    } else {
      [right, rightValue, leftValue] = [x, value, side > 0 ? 0.5 * leftValue : leftValue];
    }
    [last, side] = [x, Math.sign(value)];
  }
  return last;
}
