import type { Scalar } from "@tensorflow/tfjs-core";
import type { AcceleratedResult, Tensors } from "../../lab/experiment.ts";
import { type Feature, testNodes, witnesses } from "./features.ts";
import type { State } from "./parameters.ts";

type Quantities = AcceleratedResult<
  "loss" | "beta0" | "beta1" | "gradient0" | "gradient1" | "squaredNorm" | "growth"
>;

/**
 * The figure's numbers in tf.js. The loss depends on the weights by t = c₀/c₁ alone, and its slope in t is one term
 * that nothing cancels: automatic differentiation finds it, and ∂L/∂c₀ = L′/c₁, ∂L/∂c₁ = −tL′/c₁.
 */
export async function accelerateLearning(tf: Tensors, values: State): Promise<Quantities> {
  const { weight0, weight1, input, rate } = values;
  const found = tf.tidy(() => {
    const ratio = tf.scalar(ratioOf(values));
    // nothing leaks in, and nothing changes that to first order
    const isFlat = weight1 === 0 && !Number.isNaN(ratioOf(values));
    const loss = (t: Scalar) => lossOf(tf, input, t);
    const slope = tf.grad((t) => loss(t as Scalar))(ratio);
    const along = isFlat ? tf.scalar(0) : tf.div(slope, weight1);
    const across = isFlat ? tf.scalar(0) : tf.neg(tf.mul(ratio, along));
    const weights = tf.tensor1d([weight0, weight1]);
    const growth = tf.mul(tf.square(rate), tf.add(tf.square(along), tf.square(across)));
    const numbers = [loss(ratio), along, across, tf.sum(tf.square(weights)), growth];
    return { numbers: tf.stack(numbers), coefficients: coefficientsOf(tf, input, [weight0, weight1]) };
  });
  try {
    const [numbers, coefficients] = await Promise.all([found.numbers.data(), found.coefficients.data()]);
    const [loss = Number.NaN, gradient0 = Number.NaN, gradient1 = Number.NaN] = numbers;
    const [squaredNorm = Number.NaN, growth = Number.NaN] = numbers.subarray(3);
    const [beta0 = Number.NaN, beta1 = Number.NaN] = coefficients;
    return { quantities: { loss, beta0, beta1, gradient0, gradient1, squaredNorm, growth } };
  } finally {
    tf.dispose(found);
  }
}

/** t = c₀/c₁; far out where the alias has no weight; anything where the target is zero, since nothing is learned. */
function ratioOf({ weight0, weight1, input }: State): number {
  if (witnesses[0](input) === 0) return 0;
  return weight1 === 0 && weight0 !== 0 ? 1e6 : weight0 / weight1;
}

/** L = ½E[(mφ₀ − lφ₁)²] by quadrature: m = b/(at² + b) of the target is missing, l = φ₀φ₁/(at² + b) of the alias leaks in. */
function lossOf(tf: Tensors, input: number, t: Scalar): Scalar {
  const [target, alias] = [witnesses[0](input), witnesses[1](input)];
  const norm = tf.add(tf.mul(target ** 2, tf.square(t)), alias ** 2);
  const missing = target === 0 ? tf.onesLike(norm) : tf.div(alias ** 2, norm);
  const leaked = target === 0 ? tf.zerosLike(norm) : tf.div(target * alias, norm);
  const sample = (feature: Feature) => tf.tensor1d(testNodes.map(feature));
  const error = tf.sub(tf.mul(missing, sample(witnesses[0])), tf.mul(leaked, sample(witnesses[1])));
  return tf.mul(0.5, tf.mean(tf.square(error)));
}

/** β̂ₖ = φ₀aₖ/S with aₖ = cₖφₖ at the training input and S = a₀² + a₁². Shape [2]. */
function coefficientsOf(tf: Tensors, input: number, weights: readonly [number, number]) {
  const target = witnesses[0](input);
  const rows = tf.mul(tf.tensor1d([...weights]), tf.tensor1d([target, witnesses[1](input)]));
  // a target of 0 asks for nothing, and gets nothing also where nothing could fit it
  const divide = target === 0 ? tf.divNoNan : tf.div;
  return divide(tf.mul(target, rows), tf.sum(tf.square(rows)));
}
