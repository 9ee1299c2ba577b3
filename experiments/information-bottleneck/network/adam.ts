/** Settings of Adam. Source: Kingma and Ba, 2015, algorithm 1. */
export const adam = { decayOfMean: 0.9, decayOfSquare: 0.999, epsilon: 1e-7 } as const;

/** Running means of the gradient and of its square. Shapes [parameters]. */
export interface Moments {
  readonly mean: Float64Array;
  readonly square: Float64Array;
}

/** Before the first step both are 0. */
export function initialMoments(length: number): Moments {
  return { mean: new Float64Array(length), square: new Float64Array(length) };
}

/** What divides the running means at a step, counted from 1, because they began at 0. */
export function corrections(step: number): { readonly mean: number; readonly square: number } {
  return { mean: 1 - adam.decayOfMean ** step, square: 1 - adam.decayOfSquare ** step };
}

/** Changes parameters and moments in place by one step, counted from 1. */
export function stepAdam(
  parameters: Float64Array,
  gradient: Float64Array,
  { mean, square }: Moments,
  { step, stepSize }: { readonly step: number; readonly stepSize: number },
): void {
  const correction = corrections(step);
  for (let k = 0; k < parameters.length; k++) {
    const slope = gradient[k] ?? 0;
    const m = adam.decayOfMean * (mean[k] ?? 0) + (1 - adam.decayOfMean) * slope;
    const v = adam.decayOfSquare * (square[k] ?? 0) + (1 - adam.decayOfSquare) * slope * slope;
    mean[k] = m;
    square[k] = v;
    const change = m / correction.mean / (Math.sqrt(v / correction.square) + adam.epsilon);
    parameters[k] = (parameters[k] ?? 0) - stepSize * change;
  }
}
