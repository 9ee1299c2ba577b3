import type * as TensorFlow from "@tensorflow/tfjs-core";
import type { Tensors } from "../../lab/experiment.ts";
import type { Node } from "./chi.ts";
import { step } from "./laplace.ts";

/** Beyond so many deviations a law has less than 10⁻¹⁰ of its probability: more than single precision can tell. */
const reach = 6.5;
/** 1 − exp(−e^x) is below 10⁻¹⁷ left of the first node and 1 from the last one on, in steps. */
const bend = { from: -100, to: 10 };
/** A law narrower than this has nodes of its own. */
const narrow = 0.6;

/** A law as a sum over the nodes start, start + spacing, …, whose weights add up to 1. Shape [nodes]. */
export interface SampledLaw {
  readonly start: number;
  /** That of the nodes of u, on whose lattice these nodes then lie, or less. */
  readonly spacing: number;
  readonly weights: TensorFlow.Tensor1D;
}

/** Nodes u = k·step for `count` values of k from `first` on. */
export interface Lattice {
  readonly first: number;
  readonly count: number;
}

/** The law of a·X + b·g for X at the given nodes and an independent standard normal g. */
export function mixture(tf: Tensors, centres: readonly Node[], a: number, b: number): SampledLaw {
  const mean = centres.reduce((sum, { value, weight }) => sum + weight * a * value, 0);
  const spread = centres.reduce((sum, { value, weight }) => sum + weight * (a * value - mean) ** 2, 0);
  const deviation = Math.sqrt(spread + b * b);
  const spacing = deviation < narrow ? 0.6 * deviation : step;
  const half = Math.ceil((reach * deviation) / spacing);
  const start = (spacing === step ? step * Math.round(mean / step) : mean) - half * spacing;
  const offsets = tf.add(tf.mul(tf.range(0, 2 * half + 1), spacing), start - mean);
  const distances = tf.sub(tf.expandDims(offsets, 1), [centres.map(({ value }) => a * value - mean)]);
  const densities = tf.exp(tf.mul(tf.square(tf.div(distances, b)), -0.5));
  const factor = spacing / (b * Math.sqrt(2 * Math.PI));
  const weights = tf.matMul(densities, tf.tensor2d(centres.map(({ weight }) => [factor * weight])));
  return { start, spacing, weights: tf.squeeze(weights, [1]) };
}

/** How far from 0 the nodes of a law reach. */
export function reachOf({ start, spacing, weights }: SampledLaw): number {
  return Math.abs(start + spacing * (weights.size - 1));
}

/** log L at every e^u, from 1 − L. Shape [count]. */
export function logTransform(tf: Tensors, law: SampledLaw, lattice: Lattice): TensorFlow.Tensor {
  const sums = law.spacing === step ? correlate(tf, law, lattice) : sumOver(tf, law, lattice);
  const missing = tf.minimum(sums, 1 - 1e-7);
  // backends take log1p and expm1 for log(1 + x) and exp(x) − 1, and lose what is small
  const series = tf.mul(missing, polynomial(tf, missing, [-1, -1 / 2, -1 / 3, -1 / 4, -1 / 5]));
  return tf.where(tf.less(missing, 0.05), series, tf.log(tf.sub(1, missing)));
}

/**
 * E[1 − exp(−e^(u + X))] for a law on the lattice of u, whose sums u + x are nodes of it as well: a correlation with
 * the kernel's bend, and beyond it, where the kernel is 1, the sum of the weights. Shape [count].
 */
function correlate(
  tf: Tensors,
  { start, weights }: SampledLaw,
  { first, count }: Lattice,
): TensorFlow.Tensor {
  const width = bend.to - bend.from;
  // from the last u to the first one the weights that the bend meets move to the right
  const leftmost = bend.from - (first + count - 1 + Math.round(start / step));
  const before = Math.max(0, -leftmost);
  const needed = count + width;
  const after = Math.max(0, Math.max(0, leftmost) + needed - before - weights.size);
  const padded = tf.slice1d(tf.pad1d(weights, [before, after]), Math.max(0, leftmost), needed);
  const kernel = shortfall(tf, tf.mul(tf.range(bend.from, bend.to), step));
  const signal = tf.reshape(tf.slice1d(padded, 0, needed - 1), [-1, 1]) as TensorFlow.Tensor2D;
  const filter = tf.reshape(kernel, [-1, 1, 1]) as TensorFlow.Tensor3D;
  const met = tf.reshape(tf.conv1d(signal, filter, 1, "valid"), [-1]) as TensorFlow.Tensor1D;
  const beyond = tf.slice1d(sumsFromEach(tf, padded), width, count);
  return tf.reverse1d(tf.add<TensorFlow.Tensor1D>(met, beyond));
}

/**
 * The sum from each element to the last, in log₂ n steps of doubling length. Shape [n]. Not `cumsum`: on WebGPU,
 * tf.js 4.22 writes a tensor's length into that shader and keeps the shader for tensors of any other length.
 */
function sumsFromEach(tf: Tensors, values: TensorFlow.Tensor1D): TensorFlow.Tensor1D {
  let sums = values;
  for (let length = 1; length < values.size; length *= 2) {
    const next = tf.pad1d(tf.slice1d(sums, length, values.size - length), [0, length]);
    sums = tf.add<TensorFlow.Tensor1D>(sums, next);
  }
  return sums;
}

/** The same for a law that is too narrow for that lattice; it has few nodes. */
function sumOver(
  tf: Tensors,
  { start, spacing, weights }: SampledLaw,
  { first, count }: Lattice,
): TensorFlow.Tensor {
  const u = tf.mul(tf.range(first, first + count), step);
  const nodes = tf.add(tf.mul(tf.range(0, weights.size), spacing), start);
  const kernel = shortfall(tf, tf.add(tf.expandDims(u, 1), nodes));
  return tf.reshape(tf.matMul(kernel, tf.expandDims(weights, 1)), [-1]);
}

/** 1 − exp(−e^x). */
export function shortfall(tf: Tensors, x: TensorFlow.Tensor): TensorFlow.Tensor {
  const power = tf.exp(tf.clipByValue(x, -80, 20));
  const series = tf.mul(power, polynomial(tf, power, [1, -1 / 2, 1 / 6, -1 / 24]));
  return tf.where(tf.less(power, 0.05), series, tf.sub(1, tf.exp(tf.neg(power))));
}

/** c₀ + c₁x + c₂x² + … by Horner's rule. */
function polynomial(tf: Tensors, x: TensorFlow.Tensor, coefficients: readonly number[]): TensorFlow.Tensor {
  return coefficients.reduceRight<TensorFlow.Tensor>(
    (sum, each) => tf.add(tf.mul(sum, x), each),
    tf.zerosLike(x),
  );
}
