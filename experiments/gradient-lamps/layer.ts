/** An affine layer, or the gradient with respect to one. Shapes [outputs, inputs], [outputs]. */
export interface Layer {
  readonly weights: readonly (readonly number[])[];
  readonly biases: readonly number[];
}

/** The layer's output before a nonlinearity. Shape [inputs] → [outputs]. */
export function applyLayer({ weights, biases }: Layer, inputs: readonly number[]): number[] {
  return weights.map((row, k) =>
    row.reduce((sum, weight, j) => sum + weight * (inputs[j] ?? 0), biases[k] ?? 0),
  );
}

/** What a slope of the loss along the layer's output becomes along its parameters. Shape of `slopes` [outputs]. */
export function parameterSlopes(slopes: readonly number[], inputs: readonly number[]): Layer {
  return { weights: slopes.map((slope) => inputs.map((input) => slope * input)), biases: slopes };
}

/** What a slope of the loss along the layer's output becomes along its input. Shape [outputs] → [inputs]. */
export function inputSlopes({ weights }: Layer, slopes: readonly number[]): number[] {
  const inputs = weights[0] ?? [];
  return inputs.map((_, j) => weights.reduce((sum, row, k) => sum + (row[j] ?? 0) * (slopes[k] ?? 0), 0));
}

/** Two layers with tanh between them. */
export type Network = readonly [hidden: Layer, output: Layer];

/** The hidden activations and the output. */
export interface Activations {
  readonly inputs: readonly number[];
  readonly hidden: readonly number[];
  readonly outputs: readonly number[];
}

/** Runs a network forwards. */
export function forward([hidden, output]: Network, inputs: readonly number[]): Activations {
  const activated = applyLayer(hidden, inputs).map(Math.tanh);
  return { inputs, hidden: activated, outputs: applyLayer(output, activated) };
}

/** Runs a network backwards: the slopes along its parameters and along its input, from those along its output. */
export function backward(
  [hidden, output]: Network,
  { inputs, hidden: activated }: Activations,
  slopes: readonly number[],
): { readonly parameters: Network; readonly inputs: readonly number[] } {
  const before = inputSlopes(output, slopes).map((slope, k) => slope * (1 - (activated[k] ?? 0) ** 2));
  return {
    parameters: [parameterSlopes(before, inputs), parameterSlopes(slopes, activated)],
    inputs: inputSlopes(hidden, before),
  };
}

/** Every number of a layer, weights first. */
export function numbersOf({ weights, biases }: Layer): number[] {
  return [...weights.flat(), ...biases];
}
