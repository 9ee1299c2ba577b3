import type { Tensor, Tensor1D, Tensor2D } from "@tensorflow/tfjs-core";
import type { Grid, Tensors } from "../../lab/experiment.ts";
import type { Mixture } from "./mixture.ts";

/** Nodes of the trapezoidal rule in a standardised variable: enough for single precision up to σ = 5. */
const nodeCount = 385;
/** Largest |z| of the rule: the normal tail beyond is below single precision. */
const reach = 6;
/** Largest number of elements of one tensor: 16 MB in single precision. */
const elementLimit = 4_000_000;

/** Both divergences over a grid of means (columns) and deviations (rows). Shape of each [rows, columns]. */
export function divergenceLandscape(
  mixture: Mixture,
  { tf, grid }: { readonly tf: Tensors; readonly grid: Grid },
): { readonly forward: Tensor2D; readonly reverse: Tensor2D } {
  const height = Math.max(1, Math.floor(elementLimit / (grid.x.length * nodeCount)));
  const bands: Tensor2D[] = [];
  for (let row = 0; row < grid.y.length; row += height) {
    const band = { x: grid.x, y: grid.y.slice(row, row + height) };
    bands.push(tf.tidy(() => reverseBand(tf, mixture, band)));
  }
  const reverse = tf.concat(bands, 0);
  tf.dispose(bands);
  return { forward: tf.tidy(() => forwardField(tf, mixture, grid)), reverse };
}

/** D(Q‖P) = −½ log 2πeσ² − E[log p(μ + σZ)]. Shape [rows, columns]. */
function reverseBand(tf: Tensors, mixture: Mixture, grid: Grid): Tensor2D {
  const { z, weights } = standardNodes(tf);
  const mean = tf.reshape(tf.tensor1d([...grid.x]), [1, -1, 1]);
  const deviation = tf.reshape(tf.tensor1d([...grid.y]), [-1, 1, 1]);
  const x = tf.add(mean, tf.mul(deviation, tf.reshape(z, [1, 1, -1])));
  const crossEntropy = tf.neg(tf.sum(tf.mul(logDensity(tf, mixture, x), weights), -1));
  const entropy = tf.add(tf.log(tf.squeeze(deviation, [2])), 0.5 * Math.log(2 * Math.PI * Math.E));
  return tf.sub(crossEntropy, entropy);
}

/** D(P‖Q) = Σ wₖ E[log p(x) + ½ log 2πσ² + (x − μ)²/2σ²], x ~ Nₖ. Shape [rows, columns]. */
function forwardField(tf: Tensors, mixture: Mixture, grid: Grid): Tensor2D {
  const { z, weights } = standardNodes(tf);
  const x = tf.concat(mixture.map((part) => tf.add(tf.mul(z, part.deviation), part.mean)));
  const probability = tf.concat(mixture.map((part) => tf.mul(weights, part.weight)));
  const average = (f: Tensor): Tensor => tf.sum(tf.mul(f, probability), -1);
  const mean = tf.tensor2d([...grid.x], [grid.x.length, 1]);
  const deviation = tf.tensor2d([...grid.y], [grid.y.length, 1]);
  const negativeEntropy = average(logDensity(tf, mixture, x));
  const square = average(tf.square(tf.sub(x, mean)));
  const scaled = tf.div(tf.reshape(square, [1, -1]), tf.mul(2, tf.square(deviation)));
  return tf.add(tf.add(scaled, tf.log(deviation)), tf.add(negativeEntropy, 0.5 * Math.log(2 * Math.PI)));
}

/** Log-density of the mixture at every element, in nats. Any shape. */
function logDensity<T extends Tensor>(tf: Tensors, mixture: Mixture, x: T): Tensor {
  const parts = mixture.map(({ weight, mean, deviation }) => {
    const exponent = tf.mul(-0.5, tf.square(tf.div(tf.sub(x, mean), deviation)));
    return tf.add(exponent, Math.log(weight / (deviation * Math.sqrt(2 * Math.PI))));
  });
  const largest = parts.reduce((a, b) => tf.maximum(a, b));
  return tf.add(largest, tf.log(tf.addN(parts.map((part) => tf.exp(tf.sub(part, largest))))));
}

/** Nodes z and weights of E[f(Z)], Z ~ N(0, 1); the weights add up to 1. Shapes [nodes]. */
function standardNodes(tf: Tensors): { readonly z: Tensor1D; readonly weights: Tensor1D } {
  const z = tf.linspace(-reach, reach, nodeCount);
  const density = tf.exp(tf.mul(-0.5, tf.square(z)));
  return { z, weights: tf.div(density, tf.sum(density)) };
}
