import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { Grid, Tensors } from "../../lab/experiment.ts";
import { forwardDivergence } from "./divergence.ts";
import { logRootTwoPi, type Mixture, moments, singularityHeight } from "./mixture.ts";
import type { Precision } from "./quadrature.ts";

/** Below single precision. */
export const single: Precision = { reach: 6, folds: 17, place: 1e-6 };

/** Both divergences over a grid of means (columns) and deviations (rows). Shape of each [rows, columns]. */
export interface TensorFields {
  readonly forward: Tensor2D;
  readonly reverse: Tensor2D;
}

/** The landscapes of both divergences in tf.js. */
export function acceleratedFields(tf: Tensors, mixture: Mixture, grid: Grid): TensorFields {
  return {
    forward: tf.tidy(() => forwardField(tf, mixture, grid)),
    reverse: tf.tidy(() => reverseField(tf, mixture, grid)),
  };
}

/**
 * D(Q‖P) = E[−log p(μ + t)] − ½ log 2πeσ², t ~ N(0, σ²), by the trapezoidal rule on one lattice of t for the whole
 * grid: one matrix product of the Gaussian weights [rows, nodes] and of −log p [columns, nodes].
 */
function reverseField(tf: Tensors, mixture: Mixture, { x, y }: Grid): Tensor2D {
  const t = offsets(mixture, y);
  const nodes = tf.tensor2d(t, [1, t.length]);
  const mean = tf.tensor2d([...x], [x.length, 1]);
  const deviation = tf.tensor2d([...y], [y.length, 1]);
  const density = tf.exp(tf.mul(-0.5, tf.square(tf.div(nodes, deviation))));
  const weights = tf.div(density, tf.sum(density, 1, true)) as Tensor2D;
  const logP = logDensity(tf, mixture, tf.add(mean, nodes)) as Tensor2D;
  const entropy = tf.add(tf.log(deviation), logRootTwoPi + 0.5);
  return tf.neg(tf.add(tf.matMul(weights, logP, false, true), entropy));
}

/** A count of nodes rounded up to whole blocks: a GPU compiles its programs anew for each new shape. */
export function inBlocks(count: number): number {
  return 128 * Math.ceil(count / 128);
}

/** The lattice: as wide as the widest Gaussian, as fine as the narrowest and as P's components need. */
function offsets(mixture: Mixture, deviations: readonly number[]): number[] {
  const step = Math.min(
    0.4 * Math.min(...deviations),
    (2 * Math.PI * singularityHeight(mixture)) / single.folds,
  );
  const half = inBlocks((single.reach * Math.max(...deviations)) / step);
  return Array.from({ length: 2 * half + 1 }, (_, k) => (k - half) * step);
}

/** D(P‖Q) = its least value + log σ/s − ½ + (s² + (m − μ)²)/2σ², m and s² the mean and variance of P. */
function forwardField(tf: Tensors, mixture: Mixture, { x, y }: Grid): Tensor2D {
  const { mean, variance } = moments(mixture);
  const least = forwardDivergence(mixture)({ mean, deviation: Math.sqrt(variance) });
  const square = tf.add(variance, tf.square(tf.sub(tf.tensor2d([...x], [1, x.length]), mean)));
  const deviation = tf.tensor2d([...y], [y.length, 1]);
  const scaled = tf.div(square, tf.mul(2, tf.square(deviation)));
  return tf.add(tf.add(scaled, tf.log(deviation)), least - 0.5 * Math.log(variance) - 0.5);
}

/** Log-density of the mixture at every element, in nats, by log-sum-exp. Any shape. */
export function logDensity(tf: Tensors, mixture: Mixture, x: Tensor): Tensor {
  const [one, other] = mixture.map(({ weight, mean, deviation }) => {
    const exponent = tf.mul(-0.5, tf.square(tf.div(tf.sub(x, mean), deviation)));
    return tf.add(exponent, Math.log(weight / deviation) - logRootTwoPi);
  }) as [Tensor, Tensor];
  const gap = tf.neg(tf.abs(tf.sub(one, other)));
  return tf.add(tf.maximum(one, other), tf.log1p(tf.exp(gap)));
}
