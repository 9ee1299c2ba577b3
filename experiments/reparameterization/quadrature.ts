import type { Gaussian } from "./estimators.ts";

/** A rule for E[g(V)], V ~ N(0, 1): Σ weights·g(nodes). Shapes [n], [n]. */
export interface Rule {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/** Beyond ±reach the normal density is below 10⁻³¹, more than any power here can make up for. */
const reach = 12;
/** Length of an interval: a sine of frequency 24, the fastest square of an integrand, turns once in it at most. */
const length = 0.25;
/** Gauss and Legendre's points of an interval. */
const order = 12;

/**
 * The composite Gauss–Legendre rule for the normal distribution, whose intervals also end where f(μ + σV) has a kink
 * or a jump: on each interval the integrand is smooth.
 */
export function normalRule({ mean, deviation }: Gaussian, breaks: readonly number[]): Rule {
  const grid = Array.from({ length: (2 * reach) / length + 1 }, (_, k) => k * length - reach);
  const own = breaks.map((z) => (z - mean) / deviation).filter((v) => Math.abs(v) < reach);
  const ends = [...new Set([...grid, ...own])].sort((a, b) => a - b);
  const [nodes, weights]: [number[], number[]] = [[], []];
  for (const [k, right] of ends.slice(1).entries()) {
    const [middle, half] = [((ends[k] ?? 0) + right) / 2, (right - (ends[k] ?? 0)) / 2];
    for (const { node, weight } of legendre) {
      const noise = middle + half * node;
      nodes.push(noise);
      weights.push((half * weight * Math.exp(-(noise ** 2) / 2)) / Math.sqrt(2 * Math.PI));
    }
  }
  return { nodes, weights };
}

/** E[g(V)]. */
export function expectation({ nodes, weights }: Rule, g: (noise: number) => number): number {
  return nodes.reduce((sum, node, k) => sum + (weights[k] ?? 0) * g(node), 0);
}

/** The points and weights on [−1, 1]: the roots of a Legendre polynomial by Newton's method. */
const legendre = Array.from({ length: order }, (_, k) => {
  let node = Math.cos((Math.PI * (k + 0.75)) / (order + 0.5));
  for (let step = 0; step < 8; step++) node -= legendreAt(node).value / legendreAt(node).slope;
  return { node, weight: 2 / ((1 - node ** 2) * legendreAt(node).slope ** 2) };
});

/** The Legendre polynomial of degree `order` and its derivative. */
function legendreAt(x: number): { readonly value: number; readonly slope: number } {
  let [before, value] = [1, x];
  for (let n = 2; n <= order; n++) {
    [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
  }
  return { value, slope: (order * (x * value - before)) / (x ** 2 - 1) };
}
