import type { Law } from "./law.ts";

/**
 * Distance between neighbouring nodes of u = log t. The integrands are mixtures of exp(−e^u) shifted along u, so the
 * trapezoidal sum misses the integral by no more than 2|Γ(2πi / 0.4)| = 2·10⁻¹¹.
 */
export const step = 0.4;
/** Beyond so many deviations a law has less than 10⁻¹⁶ of its probability. */
export const reach = 8.5;
/** 1 − exp(−e^x) is below 10⁻¹⁷ left of the first node and 1 from the last one on, in steps. */
const [low, high] = [-100, 10];
/** A law narrower than this has nodes of its own: those of u are too far apart for it. */
const narrow = 0.6;

/** Nodes u = k·step for k from `first` on. */
export interface Lattice {
  readonly first: number;
  readonly count: number;
}

/** 1 − exp(−e^x): how much the Laplace transform of the point e^0 at e^x falls short of 1. */
export function shortfall(x: number): number {
  return -Math.expm1(-Math.exp(x));
}

/** E[1 − exp(−e^(u + X))] at every node u, for X of the given law. Shape [count]. */
export function expectedShortfalls(law: Law, lattice: Lattice): Float64Array {
  return law.deviation < narrow ? sumOverLaw(law, lattice) : sumOverLattice(law, lattice);
}

/** By the trapezoidal rule with nodes as dense as the law needs. */
function sumOverLaw(law: Law, { first, count }: Lattice): Float64Array {
  const spacing = 0.6 * law.deviation;
  const half = Math.ceil(reach / 0.6);
  const sums = new Float64Array(count);
  for (let k = -half; k <= half; k++) {
    const x = law.mean + k * spacing;
    const weight = spacing * law.density(x);
    for (let j = 0; j < count; j++) sums[j] = (sums[j] ?? 0) + weight * shortfall((first + j) * step + x);
  }
  return sums;
}

const kernel = Float64Array.from({ length: high - low }, (_, k) => shortfall((low + k) * step));

/** By the trapezoidal rule on the nodes of u themselves: a discrete correlation with a kernel that ends in ones. */
function sumOverLattice(law: Law, { first, count }: Lattice): Float64Array {
  const start = Math.floor((law.mean - reach * law.deviation) / step);
  const weights = weightsFrom(start, law);
  const above = sumsFrom(weights);
  const sums = new Float64Array(count);
  for (let j = 0; j < count; j++) {
    const shift = first + j + start;
    const from = clampIndex(low - shift, weights.length);
    const to = clampIndex(high - shift, weights.length);
    let sum = above[to] ?? 0;
    for (let k = from; k < to; k++) sum += (weights[k] ?? 0) * (kernel[shift + k - low] ?? 0);
    sums[j] = sum;
  }
  return sums;
}

/** The probability of each node's cell, from the node `start` to the law's far end. */
function weightsFrom(start: number, law: Law): Float64Array {
  const end = Math.ceil((law.mean + reach * law.deviation) / step) + 1;
  const weights = new Float64Array(end - start);
  for (let k = start; k < end; k++) weights[k - start] = step * law.density(k * step);
  return weights;
}

/** The sum of the weights from each place on. Shape [n] → [n + 1]. */
function sumsFrom(weights: Float64Array): Float64Array {
  const sums = new Float64Array(weights.length + 1);
  for (let k = weights.length - 1; k >= 0; k--) sums[k] = (sums[k + 1] ?? 0) + (weights[k] ?? 0);
  return sums;
}

function clampIndex(index: number, length: number): number {
  return Math.min(length, Math.max(0, index));
}
