import type { Tensor1D, Tensor2D } from "@tensorflow/tfjs-core";
import type { AcceleratedResult, Tensors } from "../../lab/experiment.ts";
import { fitsOf } from "./fits.ts";
import { acceleratedFields, inBlocks, logDensity, single } from "./landscape.ts";
import { type Gaussian, logRootTwoPi, type Mixture, moments } from "./mixture.ts";
import { type State, targetOf } from "./parameters.ts";
import { stepFor } from "./quadrature.ts";
import { levelRange } from "./valleys.ts";

/** Means and deviations of Q over which a lower divergence than the least is looked for. */
const columns = 24;
const rows = 16;

/** What tf.js computes, in single precision. */
type Quantities = AcceleratedResult<
  "forward" | "reverse" | "forwardMinimum" | "reverseMinimum" | "spread" | "entropy"
>;

/**
 * The divergences in tf.js. Forward is averaged over P's components by the trapezoidal rule, also at the Gaussian with
 * P's moments. The least reverse one is the least over the Gaussian that `compute` finds and over a grid, so that a
 * valley that `compute` overlooked would show.
 */
export async function accelerateFit(tf: Tensors, values: State): Promise<Quantities> {
  const mixture = targetOf(values);
  const { mean, variance } = moments(mixture);
  const matched = { mean, deviation: Math.sqrt(variance) };
  const averages = tf.tidy(() => averagesOver(tf, mixture, [values, matched]));
  const reverse = tf.tidy(() => reverseOver(tf, mixture, [values, fitsOf(mixture).stationary[0] ?? values]));
  try {
    const [found, reverses] = await Promise.all([averages.data(), reverse.data()]);
    const [forward = Number.NaN, forwardMinimum = Number.NaN] = found;
    const [entropy = Number.NaN, secondMoment = Number.NaN] = found.subarray(2);
    return {
      quantities: {
        forward,
        reverse: reverses[0] ?? Number.NaN,
        forwardMinimum,
        reverseMinimum: Math.min(...reverses),
        spread: Math.sqrt(secondMoment),
        entropy,
      },
    };
  } finally {
    tf.dispose([averages, reverse]);
  }
}

/**
 * Averages over x ~ P: D(P‖Q) = E[log p(x) − log q(x)] at each of some Gaussians, the entropy E[−log p(x)], and P's
 * variance, about the mean of the last Gaussian. Shape [gaussians + 2].
 */
function averagesOver(tf: Tensors, mixture: Mixture, gaussians: readonly Gaussian[]): Tensor1D {
  const nodes = mixture.flatMap((part) => {
    const step = stepFor(mixture, part, single);
    const half = inBlocks(single.reach / step);
    return Array.from({ length: 2 * half + 1 }, (_, k) => {
      const z = (k - half) * step;
      const share = (part.weight * step * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
      return { x: part.mean + part.deviation * z, share };
    });
  });
  const x = tf.tensor2d(
    nodes.map((node) => node.x),
    [1, nodes.length],
  );
  const share = tf.tensor2d(
    nodes.map((node) => node.share),
    [nodes.length, 1],
  );
  const mean = tf.tensor2d(
    gaussians.map((q) => q.mean),
    [gaussians.length, 1],
  );
  const deviation = tf.tensor2d(
    gaussians.map((q) => q.deviation),
    [gaussians.length, 1],
  );
  const halfSquare = tf.mul(0.5, tf.square(tf.div(tf.sub(x, mean), deviation)));
  const logQ = tf.neg(tf.add(tf.add(halfSquare, tf.log(deviation)), logRootTwoPi));
  const logP = logDensity(tf, mixture, x) as Tensor2D;
  const square: Tensor2D = tf.square(tf.sub(x, gaussians.at(-1)?.mean ?? 0));
  const integrands = tf.concat([tf.sub(logP, logQ) as Tensor2D, tf.neg(logP), square]);
  return tf.squeeze(tf.matMul(integrands, share), [1]);
}

/** D(Q‖P) over a grid whose first columns and rows are those of some Gaussians. Shape [rows, columns]. */
function reverseOver(tf: Tensors, mixture: Mixture, gaussians: readonly Gaussian[]): Tensor2D {
  const [lowest, highest] = levelRange(mixture);
  const means = mixture.map((part) => part.mean);
  const beyond = Math.max(...mixture.map((part) => part.deviation));
  const [from, to] = [Math.min(...means) - beyond, Math.max(...means) + beyond];
  const x = [...gaussians.map((q) => q.mean), ...spaced(from, to, columns)];
  const y = [...gaussians.map((q) => q.deviation), ...spaced(lowest, highest, rows).map(Math.exp)];
  return acceleratedFields(tf, mixture, { x, y }).reverse;
}

/** So many equally spaced numbers, both ends included. */
function spaced(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));
}
