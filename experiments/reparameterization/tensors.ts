import type { Tensor1D } from "@tensorflow/tfjs-core";
import type { Tensors } from "../../lab/experiment.ts";
import type { Random } from "../../lab/random.ts";
import { type Comparison, drawNoise, type Moments, quantitiesOf, type Setting } from "./comparison.ts";
import { scoreFactor } from "./estimators.ts";
import { functionOf, type LatentFunction } from "./functions.ts";
import { normalRule } from "./quadrature.ts";
import { drawCount, standings } from "./race.ts";

/**
 * The comparison in tf.js, in single precision: the pathwise estimates are what automatic differentiation returns when
 * it goes back through f and through Z = μ + σ·V. The draws and the quadrature's nodes make one batch.
 */
export async function compareInTensors(tf: Tensors, setting: Setting, random: Random): Promise<Comparison> {
  const f = functionOf(setting.function, setting.frequency);
  const rule = normalRule(setting, f.breaks);
  const draws = drawNoise(random);
  const noise = [...draws, ...rule.nodes];
  const tensors = tf.tidy(() => {
    const weights = tf.tensor1d([...rule.weights]);
    const path = differentiate(tf, f, setting, tf.tensor1d(noise));
    const scored = scoreOver(tf, f, setting, noise);
    return {
      path,
      scored,
      moments: tf.stack([...momentsOver(tf, path, weights), ...momentsOver(tf, scored, weights)]),
    };
  });
  try {
    const { path, scored, moments } = tensors;
    const [estimates, scores, found] = await Promise.all([path.data(), scored.data(), moments.data()]);
    const [pathMean = Number.NaN, pathVariance = Number.NaN, mean = Number.NaN, variance = Number.NaN] =
      found;
    const both: [Moments, Moments] = [
      { mean: pathMean, variance: pathVariance },
      { mean, variance },
    ];
    return {
      quantities: quantitiesOf(setting, ...both),
      draws,
      race: {
        pathwise: standings(estimates.subarray(0, drawCount)),
        score: standings(scores.subarray(0, drawCount)),
      },
    };
  } finally {
    tf.dispose(tensors);
  }
}

/** The derivative of f(μ + σ·V) with respect to the parameter, for each V, by tf.grad. Shape [n] → [n]. */
function differentiate(tf: Tensors, f: LatentFunction, setting: Setting, noise: Tensor1D): Tensor1D {
  const { mean, deviation, target } = setting;
  // one copy of the parameter for each draw: the gradient of the sum has one estimate for each draw
  const copies: Tensor1D = tf.fill([noise.size], setting[target]);
  const through = (parameter: Tensor1D): Tensor1D =>
    target === "mean"
      ? f.over(tf, tf.add(parameter, tf.mul(deviation, noise)))
      : f.over(tf, tf.add(mean, tf.mul(parameter, noise)));
  return tf.grad((parameter) => through(parameter as Tensor1D))(copies) as Tensor1D;
}

/** f(Z) times the derivative of log p(Z). Shape [n]. */
function scoreOver(tf: Tensors, f: LatentFunction, setting: Setting, noise: readonly number[]): Tensor1D {
  const factors = noise.map((each) => scoreFactor(setting, setting.target, each));
  const sample: Tensor1D = tf.add(setting.mean, tf.mul(setting.deviation, tf.tensor1d([...noise])));
  return tf.mul(f.over(tf, sample), tf.tensor1d(factors));
}

/** Mean and variance by quadrature, from the estimates at its nodes, which follow those at the draws. */
function momentsOver(tf: Tensors, estimates: Tensor1D, weights: Tensor1D) {
  const nodes = tf.slice(estimates, [drawCount], [weights.size]);
  const mean = tf.sum(tf.mul(weights, nodes));
  return [mean, tf.sum(tf.mul(weights, tf.square(tf.sub(nodes, mean))))] as const;
}
