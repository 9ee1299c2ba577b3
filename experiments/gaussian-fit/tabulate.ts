import type { Grid } from "../../lab/experiment.ts";
import { forwardDivergence } from "./divergence.ts";
import { logMixture, logRootTwoPi, type Mixture, moments, singularityHeight } from "./mixture.ts";
import type { Precision } from "./quadrature.ts";

/** Both divergences over a grid of means (columns) and deviations (rows), row by row. Length of each rows × columns. */
export interface Fields {
  readonly forward: Float64Array;
  readonly reverse: Float64Array;
}

/** Exact to about 1e-10, and a third of the work of full precision. */
const enough: Pick<Precision, "reach" | "folds"> = { reach: 7.5, folds: 26 };

/** The landscapes of both divergences; the means must be equally spaced. */
export function tabulate(mixture: Mixture, grid: Grid): Fields {
  return { forward: forwardField(mixture, grid), reverse: reverseField(mixture, grid) };
}

/** D(P‖Q) by its least value, a quadrature, and what it grows by away from there: D(M‖Q), M the matched Gaussian. */
function forwardField(mixture: Mixture, { x, y }: Grid): Float64Array {
  const { mean, variance } = moments(mixture);
  const least = forwardDivergence(mixture)({ mean, deviation: Math.sqrt(variance) });
  const field = new Float64Array(x.length * y.length);
  y.forEach((deviation, row) => {
    const constant = least + Math.log(deviation) - 0.5 * Math.log(variance) - 0.5;
    x.forEach((at, column) => {
      const square = variance + (mean - at) ** 2;
      field[row * x.length + column] = constant + square / (2 * deviation ** 2);
    });
  });
  return field;
}

/**
 * D(Q‖P) by the trapezoidal rule in x, on one fine lattice of which the means are nodes: −log p is computed once,
 * the Gaussian weights once a row, and a node costs one sum of products.
 */
function reverseField(mixture: Mixture, { x, y }: Grid): Float64Array {
  const { step, perColumn } = latticeFor(mixture, { x, y });
  const widest = Math.ceil((enough.reach * Math.max(...y)) / step);
  const logP = logMixture(mixture);
  const from = (x[0] ?? 0) - widest * step;
  const surprise = Float64Array.from(
    { length: 2 * widest + (x.length - 1) * perColumn + 1 },
    (_, k) => -logP(from + k * step),
  );
  const field = new Float64Array(x.length * y.length);
  y.forEach((deviation, row) => {
    const weights = halfWeights(deviation, step);
    const negativeEntropy = -Math.log(deviation) - logRootTwoPi - 0.5;
    for (let column = 0; column < x.length; column++) {
      const crossEntropy = average(surprise, weights, widest + column * perColumn);
      field[row * x.length + column] = crossEntropy + negativeEntropy;
    }
  });
  return field;
}

/** The lattice's step, a whole fraction of the distance between columns, and how many steps that distance has. */
function latticeFor(mixture: Mixture, { x, y }: Grid): { readonly step: number; readonly perColumn: number } {
  const spacing = x.length > 1 ? ((x.at(-1) ?? 0) - (x[0] ?? 0)) / (x.length - 1) : 1;
  const largest = Math.min(0.4 * Math.min(...y), (2 * Math.PI * singularityHeight(mixture)) / enough.folds);
  const perColumn = Math.ceil(spacing / largest);
  return { step: spacing / perColumn, perColumn };
}

/** Weights of E[f(μ + σZ)] at the lattice's nodes from μ to one side; they are the same to the other. */
function halfWeights(deviation: number, step: number): Float64Array {
  const ratio = step / deviation;
  const unit = ratio / Math.sqrt(2 * Math.PI);
  const count = Math.floor(enough.reach / ratio) + 1;
  return Float64Array.from({ length: count }, (_, k) => unit * Math.exp(-0.5 * (k * ratio) ** 2));
}

function average(values: Float64Array, weights: Float64Array, centre: number): number {
  let sum = (values[centre] ?? 0) * (weights[0] ?? 0);
  for (let k = 1; k < weights.length; k++) {
    sum += (weights[k] ?? 0) * ((values[centre - k] ?? 0) + (values[centre + k] ?? 0));
  }
  return sum;
}
