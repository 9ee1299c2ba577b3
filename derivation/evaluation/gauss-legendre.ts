import type { Node } from "./quadrature-nodes.ts";

/** The Legendre polynomial of degree n and its slope at x. */
const legendre = (n: number, x: number): readonly [value: number, slope: number] => {
  let [before, last] = [0, 1];
  for (let k = 0; k < n; k += 1) [before, last] = [last, ((2 * k + 1) * x * last - k * before) / (k + 1)];
  return [last, (n * (x * last - before)) / (x * x - 1)];
};

const NEWTON_STEPS = 20;

const rootFrom = (n: number, start: number): number => {
  let x = start;
  for (let k = 0; k < NEWTON_STEPS; k += 1) {
    const [value, slope] = legendre(n, x);
    x -= value / slope;
  }
  return x;
};

/** The Gauss rule of n places on (0, 1). Source: NIST DLMF 3.5(v) and 18.16 (first guesses of the roots). */
export const gaussLegendre = (n: number): readonly Node[] =>
  Array.from({ length: n }, (_, k) => {
    const x = rootFrom(n, Math.cos((Math.PI * (k + 0.75)) / (n + 0.5)));
    const [, slope] = legendre(n, x);
    return { at: (1 - Math.abs(x)) / 2, isFromRight: x > 0, weight: 1 / ((1 - x * x) * slope * slope) };
  });
