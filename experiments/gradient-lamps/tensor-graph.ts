import type { Rank, Scalar, Tensor, Tensor2D, Variable } from "@tensorflow/tfjs-core";
import type { Tensors } from "../../lab/experiment.ts";
import { type Bottleneck, widths } from "./bottleneck.ts";
import type { Layer, Network } from "./layer.ts";
import type { GraphName } from "./terms.ts";

/** A layer as variables. Shapes [inputs, outputs], [1, outputs]. */
type VariableLayer = readonly [weights: Variable<Rank.R2>, biases: Variable<Rank.R2>];

/** Every number that can be trained, as tf.js variables: they outlive a tidy and are disposed of by their owner. */
export interface Variables {
  readonly encoder: readonly [VariableLayer, VariableLayer];
  readonly decoder: readonly [VariableLayer, VariableLayer];
  /** The prior's means, and the logarithms of its deviations. Shape [2, 2]. */
  readonly prior: Variable<Rank.R2>;
  /** Zeros that are added to the codes: their gradients are those of the codes. Shape [12, 4]. */
  readonly codes: Variable<Rank.R2>;
}

/** The bottleneck's parameters as variables. */
export function variablesOf(tf: Tensors, { encoder, decoder, prior, examples }: Bottleneck): Variables {
  const variable = (rows: readonly (readonly number[])[], transposed = false): Variable<Rank.R2> =>
    tf.tidy(() => {
      const tensor = tf.tensor2d(rows.map((row) => [...row]));
      return tf.variable(transposed ? tf.transpose(tensor) : tensor);
    });
  const layer = ({ weights, biases }: Layer): VariableLayer => [variable(weights, true), variable([biases])];
  const network = ([hidden, output]: Network) => [layer(hidden), layer(output)] as const;
  return {
    encoder: network(encoder),
    decoder: network(decoder),
    prior: variable([prior.means, prior.logDeviations]),
    codes: variable(examples.map(() => [0, 0, 0, 0])),
  };
}

/** Both terms of the loss, each a function that makes its part of the graph anew: what tf.js differentiates. */
export interface Terms {
  task(): Scalar;
  divergence(): Scalar;
  /** The encoder's outputs: two μ and two log σ for each example. Shape [12, 4]. */
  codes(): Tensor2D;
}

/** The terms of a bottleneck's loss over its examples, through one of the graphs. */
export function termsOf(tf: Tensors, bottleneck: Bottleneck, graph: GraphName, variables: Variables): Terms {
  const { examples } = bottleneck;
  const matrix = (rows: readonly (readonly number[])[]): Tensor2D => tf.tensor2d(rows.map((row) => [...row]));
  const inputs = matrix(examples.map((example) => example.inputs));
  const noise = matrix(examples.map((example) => example.noise));
  const labels = matrix(
    examples.map(({ label }) => Array.from({ length: widths.classes }, (_, k) => Number(k === label))),
  );

  const codes = (): Tensor2D => tf.add(runNetwork(tf, variables.encoder, inputs), variables.codes);
  const sample = (): Tensor2D => {
    const [means, logDeviations] = halves(tf, codes());
    return tf.add(means, tf.mul(tf.exp(logDeviations), noise));
  };
  // computed here, outside of what is differentiated, it is a constant: no path leads back through it
  const constant = sample();
  return {
    codes,
    task() {
      const made = graph === "stopped" ? constant : sample();
      const logits = runNetwork(tf, variables.decoder, graph === "blind" ? tf.mul(made, 0) : made);
      return tf.mean(tf.sub(tf.logSumExp(logits, 1), tf.sum(tf.mul(logits, labels), 1)));
    },
    divergence: () =>
      graph === "sampled"
        ? meanRatio(tf, sample(), noise, halves(tf, codes())[1])
        : meanDivergence(tf, codes(), graph === "learned" ? variables.prior : undefined),
  };
}

function runNetwork(tf: Tensors, [hidden, output]: Variables["encoder"], inputs: Tensor2D): Tensor2D {
  const apply = ([weights, biases]: VariableLayer, values: Tensor2D): Tensor2D =>
    tf.add(tf.matMul(values, weights), biases);
  return apply(output, tf.tanh(apply(hidden, inputs)));
}

/** The first two columns and the last two. */
function halves(tf: Tensors, codes: Tensor2D): readonly [Tensor2D, Tensor2D] {
  return [tf.slice(codes, [0, 0], [-1, 2]), tf.slice(codes, [0, 2], [-1, 2])];
}

/** D(N(μ, σ²)‖r) in closed form, summed over the coordinates, averaged over the examples; r is N(0, 1) if not given. */
function meanDivergence(tf: Tensors, codes: Tensor2D, prior: Tensor | undefined): Scalar {
  const [means, logDeviations] = halves(tf, codes);
  const away = prior === undefined ? means : tf.sub(means, tf.slice(prior, [0, 0], [1, 2]));
  const own = prior === undefined ? 0 : tf.slice(prior, [1, 0], [1, 2]);
  const logRatio = tf.sub(logDeviations, own);
  const scaled = tf.mul(away, tf.exp(tf.neg(own)));
  const doubled = tf.sub(tf.add(tf.square(scaled), tf.exp(tf.mul(2, logRatio))), 1);
  return tf.mean(tf.sum(tf.sub(tf.mul(0.5, doubled), logRatio), 1));
}

/** log p(Z)/r(Z) for r = N(0, 1), summed over the coordinates, averaged over the examples. */
function meanRatio(tf: Tensors, sample: Tensor2D, noise: Tensor2D, logDeviations: Tensor2D): Scalar {
  const halved = tf.mul(0.5, tf.sub(tf.square(sample), tf.square(noise)));
  return tf.mean(tf.sum(tf.sub(halved, logDeviations), 1));
}
