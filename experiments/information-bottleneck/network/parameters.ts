import type { Random } from "../../../lab/random.ts";
import { type Matrix, matrix } from "./matrix.ts";

/** Coordinates of the latent. */
export const latentSize = 2;

/** How large a network is. */
export interface Shape {
  /** Pixels of an image. */
  readonly inputs: number;
  /** Units of the encoder's hidden layer. */
  readonly hidden: number;
  readonly classes: number;
}

/** A layer's place in the vector of all parameters: its weights by rows of inputs, then its biases. */
export interface Layer {
  readonly start: number;
  readonly inputs: number;
  readonly outputs: number;
}

/** The three layers: image → hidden, hidden → (μ, log σ), latent → logits; the last is the decoder. */
export function layersOf({ inputs, hidden, classes }: Shape): readonly [Layer, Layer, Layer] {
  const first = { start: 0, inputs, outputs: hidden };
  const second = { start: endOf(first), inputs: hidden, outputs: 2 * latentSize };
  return [first, second, { start: endOf(second), inputs: latentSize, outputs: classes }];
}

/** The place after a layer's last parameter. */
export function endOf({ start, inputs, outputs }: Layer): number {
  return start + (inputs + 1) * outputs;
}

/** How many parameters a network has. */
export function parameterCount(shape: Shape): number {
  return endOf(layersOf(shape)[2]);
}

/** The weights and biases of a layer, as views into a vector of all parameters, or of their gradient. */
export function viewLayer(
  vector: Float64Array,
  layer: Layer,
): { readonly weights: Matrix; readonly bias: Float64Array } {
  const { start, inputs, outputs } = layer;
  const middle = start + inputs * outputs;
  return {
    weights: matrix(inputs, outputs, vector.subarray(start, middle)),
    bias: vector.subarray(middle, endOf(layer)),
  };
}

/** Weights with variance 1/inputs of their layer, biases of 0: at the start σ is near 1. */
export function initialParameters(shape: Shape, random: Random): Float64Array {
  const parameters = new Float64Array(parameterCount(shape));
  for (const layer of layersOf(shape)) {
    const { weights } = viewLayer(parameters, layer);
    for (const k of weights.values.keys()) weights.values[k] = random.normal() / Math.sqrt(layer.inputs);
  }
  return parameters;
}
