import { Refusal } from "../refusal.ts";
import type { Arithmetic } from "./arithmetic.ts";
import type { Integrand, Interval } from "./quadrature-rule.ts";
import { applyRule } from "./quadrature-rule.ts";

/** A point inside, at no special place. */
export const splitPoint = (from: number, to: number): number => {
  if (Number.isFinite(from) && Number.isFinite(to)) return from + (to - from) * 0.381966;
  if (Number.isFinite(from)) return from + 1.381966;
  return Number.isFinite(to) ? to - 1.381966 : 0.381966;
};

/** ±∞ where the integrand grows at an end at least like 1/x, with one sign; otherwise a Refusal. */
export const integrateDivergent = <T>(f: Integrand<T>, { from, to }: Interval<T>, a: Arithmetic<T>): T => {
  const [left, right] = [a.value(from), a.value(to)];
  const valueAt = (x: number): number => a.value(f(a.constant(x)));
  const middle = splitPoint(left, right);
  const towards = (end: number): readonly number[] =>
    [3, 4, 5, 6, 7, 8].map((n) =>
      Number.isFinite(end) ? end + (middle - end) * 10 ** -n : Math.sign(end) * 10 ** n,
    );
  const signs = [left, right].map((end) => signOfDivergence(valueAt, towards(end), end));
  const [first = 0, last = 0] = signs;
  const others = [left, right]
    .filter((_, k) => signs[k] === 0)
    .map((end) => [Math.min(end, middle), Math.max(end, middle)]);
  const isRestFinite = others.every(
    ([x = 0, y = 0]) => applyRule(f, { from: a.constant(x), to: a.constant(y) }, a).kind === "value",
  );
  if (first * last < 0 || (first === 0 && last === 0) || !isRestFinite)
    throw new Refusal("the integral does not converge");
  return a.constant((first || last) * Number.POSITIVE_INFINITY);
};

/** The sign of f if |f|·distance never falls on the way to the end, and f keeps its sign; else 0. */
const signOfDivergence = (f: (x: number) => number, points: readonly number[], end: number): number => {
  const masses = points.map((x) => f(x) * (Number.isFinite(end) ? Math.abs(x - end) : Math.abs(x)));
  const sign = Math.sign(masses[0] ?? 0);
  const grows = masses.every((mass, k) => k === 0 || mass * sign >= (masses[k - 1] ?? 0) * sign * (1 - 1e-6));
  return sign !== 0 && grows && masses.every((mass) => Math.sign(mass) === sign) ? sign : 0;
};
