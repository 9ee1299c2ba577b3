import type { Tensor2D, Tensor3D } from "@tensorflow/tfjs-core";
import type { Grid, Tensors } from "../../lab/experiment.ts";
import { type Feature, testNodes, witnesses } from "./features.ts";
import { lossAt, squaresAt } from "./loss-surface.ts";

/** One field for each of the two features. Shapes [rows, columns]. */
type Pair = readonly [Tensor2D, Tensor2D];

/**
 * The loss for one training input x₁ over a grid of weights c₀ (columns) and c₁ (rows). With aₖ = cₖφₖ(x₁) the
 * pseudo-inverse gives β̂ₖ = φ₀(x₁)aₖ/S, S = a₀² + a₁²; L is a quadrature of the squared error. Shape [rows, columns].
 */
export function lossOver(
  input: number,
  { tf, grid }: { readonly tf: Tensors; readonly grid: Grid },
): Tensor2D {
  return tf.tidy(() => {
    const weights = weightsOver(tf, grid);
    const values = [witnesses[0](input), witnesses[1](input)] as const;
    const rows = pair((k) => tf.mul(weights[k], values[k]));
    const norm: Tensor2D = tf.add(tf.square(rows[0]), tf.square(rows[1]));
    // a target of 0 asks for nothing, and gets nothing also where nothing could fit it
    const divide = values[0] === 0 ? tf.divNoNan : tf.div;
    // a₁²/S, not 1 − a₀²/S: along the valley it is 0, where a difference would leave the pits of rounding
    const missing: Tensor2D = values[0] === 0 ? tf.onesLike(norm) : tf.div(tf.square(rows[1]), norm);
    const leaked: Tensor2D = tf.mul(weights[1], divide(tf.mul(values[0], rows[1]), norm));
    return tf.mul(0.5, testMean(tf, tf.square(errorAt(tf, [missing, leaked]))));
  });
}

/** The same in double precision, by the closed form, row by row from the smallest c₁. */
export function tabulateLoss(input: number, { x, y }: Grid): Float64Array {
  const squares = squaresAt(input);
  return Float64Array.from(y.flatMap((c1) => x.map((c0) => lossAt(squares, [c0, c1]))));
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

/** The target minus the learned function, from what each feature lacks and has. Shape [rows, columns, nodes]. */
function errorAt(tf: Tensors, [missing, leaked]: Pair): Tensor3D {
  const lacking = tf.mul(tf.expandDims(missing, -1), sample(tf, witnesses[0]));
  return tf.sub(lacking, tf.mul(tf.expandDims(leaked, -1), sample(tf, witnesses[1])));
}

/** A feature at the nodes. Shape [1, 1, nodes]. */
function sample(tf: Tensors, feature: Feature): Tensor3D {
  return tf.tensor3d(testNodes.map(feature), [1, 1, testNodes.length]);
}

/** The mean over the nodes. Shape [rows, columns, nodes] → [rows, columns]. */
function testMean(tf: Tensors, values: Tensor3D): Tensor2D {
  return tf.mean(values, -1);
}
