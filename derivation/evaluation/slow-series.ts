import { Refusal } from "../refusal.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { unalarmed } from "./arithmetic.ts";

type Term<T> = (k: number) => T;

const refuse = (): never => {
  throw new Refusal("the infinite sum does not converge fast enough to be evaluated");
};

/** Terms that are looked at one by one, and terms far out. */
const FIRST = 40;
const FAR = [20, 30, 40].map((power) => 2 ** power);
/** Of terms like k^(−p), the smallest p that counts as convergent: 1/(k log² k) has 1.07 as far out as that. */
const LEAST_POWER = 1.12;
/** Alternating terms must at least fade like this from k to 2k. */
const LEAST_FADING = 0.99;
/** Two sums that begin to be accelerated at different terms agree to so much. */
const AGREEMENT = 1e-12;

/** |a(2k)|/|a(k)| far out. */
const ratiosOf = (value: (k: number) => number, from: number): readonly number[] =>
  FAR.map((k) => {
    const [near, far] = [Math.abs(value(from + k)), Math.abs(value(from + 2 * k))];
    return far === 0 ? 0 : far / near;
  });

/**
 * Σ (−1)^k c_k over k from 0, for terms that are moments of a positive measure to within 5.8^(−n).
 * Source: Cohen, Rodriguez Villegas & Zagier, Experimental Mathematics 9 (2000), 3, algorithm 1.
 */
const sumAlternating = <T>(c: Term<T>, n: number, { add, multiply, constant }: Arithmetic<T>): T => {
  const power = (3 + Math.sqrt(8)) ** n;
  const d = (power + 1 / power) / 2;
  let [b, weight, sum] = [-1, -d, constant(0)];
  for (let k = 0; k < n; k += 1) {
    weight = b - weight;
    sum = add(sum, multiply(constant(weight / d), c(k)));
    b = ((k + n) * (k - n) * b) / ((k + 0.5) * (k + 1));
  }
  return sum;
};

const MOST_DOUBLINGS = 600;

/** b_j = Σ 2^i a(2^i·j): with alternating signs they add up to Σ a_j. Source: van Wijngaarden, in Daniel (1969). */
const condensed =
  <T>(a: Term<T>, { add, multiply, constant, size }: Arithmetic<T>): Term<T> =>
  (j) => {
    let [sum, last] = [constant(0), Number.POSITIVE_INFINITY];
    for (let i = 0; i < MOST_DOUBLINGS; i += 1) {
      const next = multiply(constant(2 ** i), a(2 ** i * j));
      if (!Number.isFinite(size(next))) return refuse();
      sum = add(sum, next);
      if (size(next) <= 1e-18 * size(sum) && size(next) <= last) return sum;
      last = size(next);
    }
    return refuse();
  };

/** How many terms are added before the rest is accelerated, and by how many terms that is done. */
const PLANS = [
  [6, 26],
  [15, 30],
] as const;

/** The sum by two plans; undefined unless they agree. */
const byPlans = <T>(
  term: Term<T>,
  from: number,
  rest: (from: number, n: number) => T,
  a: Arithmetic<T>,
): T => {
  const [first, second] = PLANS.map(([count, n]) => {
    let sum = rest(from + count, n);
    for (let k = from + count - 1; k >= from; k -= 1) sum = a.add(sum, term(k));
    return sum;
  }) as [T, T];
  const gap = a.size(a.subtract(first, second));
  return gap <= AGREEMENT * a.size(second) ? a.widen(second, gap + 1e-15 * a.size(second)) : refuse();
};

/**
 * The sum of an infinite series whose terms fade slowly: of one sign like k^(−p), or with alternating signs. ±∞ where
 * terms of one sign fade no faster than 1/k. Raises a Refusal for all other series, and where two ways of summing
 * disagree.
 */
export const sumSlowly = <T>(from: number, term: Term<T>, a: Arithmetic<T>): T =>
  unalarmed(a, () => {
    const value = (k: number): number => a.value(term(k));
    const first = Array.from({ length: FIRST }, (_, k) => value(from + 6 + k));
    const sizes = first.map(Math.abs);
    const isFalling = sizes.every((size, k) => size > 0 && (k === 0 || size < (sizes[k - 1] ?? 0)));
    if (!isFalling) return refuse();
    const ratios = ratiosOf(value, from + 6);
    if (first.every((one, k) => Math.sign(one) === (k % 2 === 0 ? 1 : -1) * Math.sign(first[0] ?? 0))) {
      if (ratios.some((ratio) => !(ratio <= LEAST_FADING))) return refuse();
      const unsigned = (start: number) => (k: number) =>
        k % 2 === 0 ? term(start + k) : a.subtract(a.constant(0), term(start + k));
      return byPlans(term, from, (start, n) => sumAlternating(unsigned(start), n, a), a);
    }
    const [sign = 0] = first.map(Math.sign);
    if (first.some((one) => Math.sign(one) !== sign)) return refuse();
    if (ratios.every((ratio, k) => ratio >= 0.5 * (1 - 100 / (FAR[k] ?? 1))))
      return a.constant(sign * Number.POSITIVE_INFINITY);
    if (ratios.some((ratio) => !(ratio <= 0.5 ** LEAST_POWER))) return refuse();
    const rest = (start: number, n: number): T => {
      const b = condensed((m) => term(start - 1 + m), a);
      return sumAlternating((k) => b(k + 1), n, a);
    };
    return byPlans(term, from, rest, a);
  });
