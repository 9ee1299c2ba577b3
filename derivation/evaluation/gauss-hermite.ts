import type { Arithmetic } from "./arithmetic.ts";
import { unalarmed } from "./arithmetic.ts";

/** Places and weights for a mean over the standard normal distribution; the weights add up to 1. */
export interface GaussRule {
  readonly at: readonly number[];
  readonly weights: readonly number[];
}

/** The orthonormal Hermite polynomials of degree n and n − 1 at x, times e^(−x²/4) against overflow. */
const hermite = (n: number, x: number): readonly [last: number, before: number] => {
  let [before, last] = [0, Math.exp((-x * x) / 4)];
  for (let k = 0; k < n; k += 1)
    [before, last] = [last, (x * last - Math.sqrt(k) * before) / Math.sqrt(k + 1)];
  return [last, before];
};

const refine = (n: number, low: number, high: number): number => {
  let [from, to] = [low, high];
  const isRising = hermite(n, from)[0] < 0;
  for (let k = 0; k < 80; k += 1) {
    const middle = (from + to) / 2;
    if (hermite(n, middle)[0] < 0 === isRising) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
};

const makeRule = (n: number): GaussRule => {
  const reach = 2 * Math.sqrt(n) + 1;
  const grid = Array.from({ length: 40 * n + 1 }, (_, k) => -reach + (2 * reach * (k + 0.123)) / (40 * n));
  const at = grid.flatMap((x, k) => {
    const next = grid[k + 1];
    return next !== undefined && hermite(n, x)[0] * hermite(n, next)[0] < 0 ? [refine(n, x, next)] : [];
  });
  const raw = at.map((x) => Math.exp((-x * x) / 2) / (n * hermite(n, x)[1] ** 2));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return { at, weights: raw.map((weight) => weight / total) };
};

const rules = new Map<number, GaussRule>();

/** The Gauss rule of n places for the standard normal distribution. Source: NIST DLMF 3.5(v). */
export const gaussHermite = (n: number): GaussRule => {
  const rule = rules.get(n) ?? makeRule(n);
  rules.set(n, rule);
  return rule;
};

const FEW = 30;
const MORE = 44;
const AGREEMENT = 1e-12;

const mean = <T>(
  f: (u: T) => T,
  n: number,
  a: Arithmetic<T>,
): { readonly value: T; readonly size: number } => {
  const { at, weights } = gaussHermite(n);
  const terms = at.map((u, k) => a.multiply(a.constant(weights[k] ?? 0), f(a.constant(u))));
  return { value: terms.reduce(a.add), size: terms.reduce((sum, term) => sum + a.size(term), 0) };
};

/** The mean of a smooth function of a standard normal variable; undefined if two rules do not agree on it. */
export const normalMean = <T>(f: (u: T) => T, a: Arithmetic<T>): T | undefined => {
  if (a.isPatient) return undefined;
  const [rough, fine] = unalarmed(a, () => [mean(f, FEW, a), mean(f, MORE, a)]);
  const difference = unalarmed(a, () => a.size(a.subtract(rough.value, fine.value)));
  return difference <= AGREEMENT * fine.size
    ? a.widen(fine.value, difference + 1e-14 * fine.size)
    : undefined;
};
