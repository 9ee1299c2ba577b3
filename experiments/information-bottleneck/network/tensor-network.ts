import type { Scalar, Tensor, Tensor1D, Tensor2D } from "@tensorflow/tfjs-core";
import type { Tensors } from "../../../lab/experiment.ts";
import type { Dataset } from "../images/dataset.ts";
import { adam, corrections } from "./adam.ts";
import { type Layer, latentSize, layersOf, type Shape } from "./parameters.ts";

/** Images and their classes, uploaded once. Shapes [n, inputs], [n, classes]. */
export interface TensorData {
  readonly inputs: Tensor2D;
  readonly truth: Tensor2D;
}

/** All parameters in one vector, and Adam's running means. Shapes [parameters]. */
export interface TensorState {
  readonly parameters: Tensor1D;
  readonly mean: Tensor1D;
  readonly square: Tensor1D;
}

/** The images of a data set on the device; the caller disposes them. */
export function uploadData(tf: Tensors, { images, labels, classes }: Dataset): TensorData {
  const shape: [number, number] = [labels.length, images.length / labels.length];
  const inputs = tf.tensor2d(Float32Array.from(images), shape);
  const truth = tf.tidy(() => tf.oneHot(tf.tensor1d([...labels], "int32"), classes.length) as Tensor2D);
  return { inputs, truth };
}

/** The state before the first step; the caller disposes it. */
export function initialState(tf: Tensors, parameters: Float64Array): TensorState {
  const zeros = (): Tensor1D => tf.zeros([parameters.length]) as Tensor1D;
  return { parameters: tf.tensor1d(Float32Array.from(parameters)), mean: zeros(), square: zeros() };
}

/** Mean cross-entropy and mean rate, in nats, at one draw of V (shape [n, 2]): what `lossOf` computes. */
export function tensorLosses(
  tf: Tensors,
  parameters: Tensor1D,
  shape: Shape,
  { inputs, truth }: TensorData,
  noise: Tensor2D,
): { readonly taskLoss: Scalar; readonly rate: Scalar } {
  const [first, second, third] = layersOf(shape);
  const hidden = tf.tanh(applyLayer(tf, parameters, first, inputs));
  const latent = applyLayer(tf, parameters, second, hidden);
  const mean = tf.slice(latent, [0, 0], [-1, latentSize]);
  const logDeviation = tf.slice(latent, [0, latentSize], [-1, latentSize]);
  const deviation = tf.exp(logDeviation);
  const logits = applyLayer(tf, parameters, third, tf.add(mean, tf.mul(deviation, noise)));
  const count = inputs.shape[0];
  const taskLoss = tf.div(tf.sum(tf.mul(truth, tf.logSoftmax(logits))), -count);
  const squares = tf.sub(tf.add(tf.square(mean), tf.square(deviation)), 1);
  const rate = tf.div(tf.sum(tf.sub(tf.mul(0.5, squares), logDeviation)), count);
  return { taskLoss: taskLoss as Scalar, rate: rate as Scalar };
}

function applyLayer(tf: Tensors, parameters: Tensor1D, layer: Layer, x: Tensor): Tensor {
  const { start, inputs, outputs } = layer;
  const weights = tf.reshape(tf.slice(parameters, [start], [inputs * outputs]), [inputs, outputs]);
  const bias = tf.slice(parameters, [start + inputs * outputs], [outputs]);
  return tf.add(tf.matMul(x as Tensor2D, weights as Tensor2D), bias);
}

/** How a step is made: its number, counted from 1, the size of Adam's step, the price of the rate. */
export interface StepOptions {
  readonly step: number;
  readonly stepSize: number;
  readonly beta: number;
}

/**
 * The state after one step of Adam on cross-entropy + β·rate, with tf.js's own gradients; the old state is disposed.
 * Only numbers change from step to step, no shapes: kernels are compiled once.
 */
export function stepTensors(
  tf: Tensors,
  state: TensorState,
  shape: Shape,
  data: TensorData,
  noise: Float64Array,
  { step, stepSize, beta }: StepOptions,
): TensorState {
  const next = tf.tidy(() => {
    const v = tf.tensor2d(Float32Array.from(noise), [data.inputs.shape[0], latentSize]);
    const loss = (parameters: Tensor): Tensor => {
      const { taskLoss, rate } = tensorLosses(tf, parameters as Tensor1D, shape, data, v);
      return tf.add(taskLoss, tf.mul(beta, rate));
    };
    const slope = tf.grad(loss)(state.parameters);
    const { decayOfMean, decayOfSquare, epsilon } = adam;
    const correction = corrections(step);
    const mean = tf.add(tf.mul(decayOfMean, state.mean), tf.mul(1 - decayOfMean, slope));
    const square = tf.add(tf.mul(decayOfSquare, state.square), tf.mul(1 - decayOfSquare, tf.square(slope)));
    const root = tf.add(tf.sqrt(tf.div(square, correction.square)), epsilon);
    const change = tf.mul(stepSize / correction.mean, tf.div(mean, root));
    return { parameters: tf.sub(state.parameters, change), mean, square };
  });
  tf.dispose([state.parameters, state.mean, state.square]);
  return next as TensorState;
}
