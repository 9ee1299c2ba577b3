import type { Dataset } from "../images/dataset.ts";
import { divergenceFromPrior } from "../optimum.ts";
import { crossEntropies, crossEntropyGradient, mean } from "./cross-entropy.ts";
import { addBiasGradient, addWeightGradient, affine, inputGradient, type Matrix, matrix } from "./matrix.ts";
import { latentSize, layersOf, type Shape, viewLayer } from "./parameters.ts";

/** What the encoder makes of images. */
export interface Encoded {
  /** Activations of the hidden layer. Shape [images, hidden]. */
  readonly hidden: Matrix;
  /** μ and log σ of each coordinate. Shape [images, 4]. */
  readonly latent: Matrix;
}

/** The loss of one batch at one draw of the noise, and its gradient. */
export interface Loss {
  /** Mean cross-entropy, in nats. */
  readonly taskLoss: number;
  /** Mean divergence of the latent from the prior, in nats. */
  readonly rate: number;
  /** Gradient of taskLoss + β·rate. Shape [parameters]. */
  readonly gradient: Float64Array;
}

/** The images of a data set as rows. */
export function inputsOf({ images, labels }: Dataset): Matrix {
  return matrix(labels.length, images.length / labels.length, images);
}

/** tanh of a linear map, then μ and log σ by another. */
export function encode(parameters: Float64Array, shape: Shape, inputs: Matrix): Encoded {
  const [first, second] = layersOf(shape).map((layer) => viewLayer(parameters, layer));
  if (first === undefined || second === undefined) throw new Error("unreachable");
  const hidden = affine(inputs, first.weights, first.bias);
  hidden.values.forEach((value, k) => {
    hidden.values[k] = Math.tanh(value);
  });
  return { hidden, latent: affine(hidden, second.weights, second.bias) };
}

/** Z = μ + σ·V. Shapes [images, 4], [images, 2] → [images, 2]. */
export function sampleLatent(latent: Matrix, noise: Float64Array): Matrix {
  const z = matrix(latent.rows, latentSize);
  z.values.forEach((_, k) => {
    const place = placeOf(k);
    const [mean, logDeviation] = [latent.values[place] ?? 0, latent.values[place + latentSize] ?? 0];
    z.values[k] = mean + Math.exp(logDeviation) * (noise[k] ?? 0);
  });
  return z;
}

/** Where the mean of a coordinate of Z stands in the encoder's output; its log-deviation stands two further on. */
function placeOf(k: number): number {
  return Math.floor(k / latentSize) * 2 * latentSize + (k % latentSize);
}

/** A linear map of the latent. Shapes [n, 2] → [n, classes]. */
export function decode(parameters: Float64Array, shape: Shape, z: Matrix): Matrix {
  const { weights, bias } = viewLayer(parameters, layersOf(shape)[2]);
  return affine(z, weights, bias);
}

/** Mean divergence of the latents from the prior, in nats. */
export function rateOf(latent: Matrix): number {
  let sum = 0;
  for (let k = 0; k < latent.rows * latentSize; k++) {
    const place = placeOf(k);
    sum += divergenceFromPrior(latent.values[place] ?? 0, latent.values[place + latentSize] ?? 0);
  }
  return sum / latent.rows;
}

/** Cross-entropy + β·rate of a batch at one draw of V (shape [images, 2]), and its gradient by backpropagation. */
export function lossOf(
  parameters: Float64Array,
  shape: Shape,
  batch: { readonly inputs: Matrix; readonly labels: Uint8Array; readonly noise: Float64Array },
  beta: number,
): Loss {
  const { hidden, latent } = encode(parameters, shape, batch.inputs);
  const z = sampleLatent(latent, batch.noise);
  const logits = decode(parameters, shape, z);
  const losses = crossEntropies(logits, batch.labels);
  const gradient = new Float64Array(parameters.length);
  const [first, second, third] = layersOf(shape);

  const logitDelta = crossEntropyGradient(logits, batch.labels);
  addLayerGradient(gradient, third, z, logitDelta);
  const zDelta = inputGradient(logitDelta, viewLayer(parameters, third).weights);
  const latentDelta = throughSample(zDelta, latent, batch.noise, beta);
  addLayerGradient(gradient, second, hidden, latentDelta);
  const hiddenDelta = inputGradient(latentDelta, viewLayer(parameters, second).weights);
  hiddenDelta.values.forEach((delta, k) => {
    hiddenDelta.values[k] = delta * (1 - (hidden.values[k] ?? 0) ** 2);
  });
  addLayerGradient(gradient, first, batch.inputs, hiddenDelta);
  return { taskLoss: mean(losses), rate: rateOf(latent), gradient };
}

function addLayerGradient(
  gradient: Float64Array,
  layer: Parameters<typeof viewLayer>[1],
  inputs: Matrix,
  delta: Matrix,
): void {
  const view = viewLayer(gradient, layer);
  addWeightGradient(view.weights, inputs, delta);
  addBiasGradient(view.bias, delta);
}

/** Back through Z = μ + σ·V, with the gradient of β·rate: ∂D/∂μ = μ, ∂D/∂log σ = σ² − 1. */
function throughSample(zDelta: Matrix, latent: Matrix, noise: Float64Array, beta: number): Matrix {
  const delta = matrix(latent.rows, latent.columns);
  const price = beta / latent.rows;
  zDelta.values.forEach((each, k) => {
    const place = placeOf(k);
    const deviation = Math.exp(latent.values[place + latentSize] ?? 0);
    delta.values[place] = each + price * (latent.values[place] ?? 0);
    delta.values[place + latentSize] =
      each * deviation * (noise[k] ?? 0) + price * (deviation * deviation - 1);
  });
  return delta;
}
