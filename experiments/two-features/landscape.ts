import type { Tensor2D, Tensor3D } from "@tensorflow/tfjs-core";
import type { Grid, Tensors } from "../../lab/experiment.ts";
import { type Feature, witnesses } from "./features.ts";

/** Nodes of the trapezoidal rule over one period: no integrand has a frequency above 4. */
const nodeCount = 16;
const nodes = Array.from({ length: nodeCount }, (_, j) => -1 + (2 * j) / nodeCount);

/** One field for each of the two features. Shapes [rows, columns]. */
type Pair = readonly [Tensor2D, Tensor2D];

/** Every quantity over a grid of weights c₀ (columns) and c₁ (rows). Shape of each [rows, columns]. */
export interface Fields {
  readonly loss: Tensor2D;
  readonly beta0: Tensor2D;
  readonly beta1: Tensor2D;
  readonly gradient0: Tensor2D;
  readonly gradient1: Tensor2D;
}

/**
 * The fields for one training input x₁, in single precision, so without differences of large terms. With
 * aₖ = cₖφₖ(x₁) and S = a₀² + a₁² the pseudo-inverse gives β̂ₖ = φ₀(x₁)aₖ/S; L and its slopes in the credits cₖβ̂ₖ
 * are quadratures. The credits depend on c₁/c₀ alone: by the chain rule ∇L is a multiple of (c₁, −c₀).
 */
export function fieldsOver(input: number, { tf, grid }: { tf: Tensors; grid: Grid }): Fields {
  return tf.tidy(() => {
    const weights = weightsOver(tf, grid);
    const values = [witnesses[0](input), witnesses[1](input)] as const;
    const rows = pair((k) => tf.mul(weights[k], values[k]));
    const norm = tf.add(tf.square(rows[0]), tf.square(rows[1]));
    const beta = pair((k) => tf.div(tf.mul(values[0], rows[k]), norm));

    const error = errorAt(
      tf,
      pair((k) => tf.mul(weights[k], beta[k])),
    );
    const slopes = pair((k) => tf.neg(testMean(tf, tf.mul(error, sample(tf, witnesses[k])))));
    const across = tf.sub(tf.mul(slopes[0], values[1]), tf.mul(slopes[1], values[0]));
    const turning = tf.mul(2 * values[0], tf.mul(tf.div(rows[0], norm), tf.div(rows[1], norm)));
    const gradient = pair((k) => tf.mul(tf.mul(turning, across), k === 0 ? weights[1] : tf.neg(weights[0])));
    const loss: Tensor2D = tf.mul(0.5, testMean(tf, tf.square(error)));
    return { loss, beta0: beta[0], beta1: beta[1], gradient0: gradient[0], gradient1: gradient[1] };
  });
}

function pair(field: (k: 0 | 1) => Tensor2D): Pair {
  return [field(0), field(1)];
}

/** c₀ and c₁ at every node of the grid. */
function weightsOver(tf: Tensors, { x, y }: Grid): Pair {
  const row = tf.tensor2d([...x], [1, x.length]);
  const column = tf.tensor2d([...y], [y.length, 1]);
  return [tf.tile(row, [y.length, 1]), tf.tile(column, [1, x.length])];
}

/** The target minus the learned function. Shape [rows, columns, nodes]. */
function errorAt(tf: Tensors, [kept, leaked]: Pair): Tensor3D {
  const missing = tf.mul(tf.expandDims(tf.sub(1, kept), -1), sample(tf, witnesses[0]));
  return tf.sub(missing, tf.mul(tf.expandDims(leaked, -1), sample(tf, witnesses[1])));
}

/** A feature at the nodes. Shape [1, 1, nodes]. */
function sample(tf: Tensors, feature: Feature): Tensor3D {
  return tf.tensor3d(nodes.map(feature), [1, 1, nodeCount]);
}

/** The mean over the nodes. Shape [rows, columns, nodes] → [rows, columns]. */
function testMean(tf: Tensors, values: Tensor3D): Tensor2D {
  return tf.mean(values, -1);
}
