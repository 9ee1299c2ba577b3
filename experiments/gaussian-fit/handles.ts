import type { Handle } from "../../lab/experiment.ts";
import { range } from "./diagram.ts";
import { density, fulcrum, normalDensity, shoulder } from "./drawing.ts";
import { fitsOf } from "./fits.ts";
import { separationOf } from "./mixture.ts";
import { type parameters, type State, targetOf } from "./parameters.ts";

const ofTarget = { color: "var(--p)" } as const;

/** Where x meets P's curve. */
function onTarget(x: number, values: State): readonly [number, number] {
  return [x, density(targetOf(values), x)];
}

/** The means and deviations of Q and of P's components on their curves, P's weight at its mean, and its separation. */
export const handles: readonly Handle<typeof parameters>[] = [
  {
    parameter: "left",
    ...ofTarget,
    position: (values) => onTarget(values.left, values),
    drag: (x) => x,
  },
  {
    parameter: "right",
    ...ofTarget,
    position: (values) => onTarget(values.right, values),
    drag: (x) => x,
  },
  {
    parameter: "leftDeviation",
    ...ofTarget,
    position: (values) => onTarget(values.left - values.leftDeviation, values),
    drag: (x, { left }) => left - x,
  },
  {
    parameter: "rightDeviation",
    ...ofTarget,
    position: (values) => onTarget(values.right + values.rightDeviation, values),
    drag: (x, { right }) => x - right,
  },
  {
    parameter: "weight",
    ...ofTarget,
    position: (values) => (values.right - values.left > 0.01 ? fulcrum(targetOf(values), values) : undefined),
    drag: (x, { left, right }) => (x - left) / (right - left),
  },
  {
    parameter: "mean",
    position: (values) => [values.mean, normalDensity(values, values.mean)],
    drag: (x) => x,
  },
  {
    parameter: "deviation",
    position: (values) => [shoulder(values), normalDensity(values, shoulder(values))],
    drag: (x, { mean }) => Math.abs(x - mean),
  },
  {
    parameter: "right",
    name: "separation of the modes",
    panel: 1,
    ...ofTarget,
    position: diagramPosition,
    drag: (a, { left, rightDeviation, mirrored }) =>
      mirrored ? a * rightDeviation : left + 2 * a * rightDeviation,
  },
];

/** The present P on the diagram: at its separation, on the lowest branch. */
function diagramPosition(values: State): readonly [number, number] | undefined {
  const { mixture, stationary } = fitsOf(targetOf(values));
  const separation = separationOf(mixture);
  const lowest = stationary[0]?.divergence;
  const isShown = separation !== undefined && lowest !== undefined && separation <= range.separation[1];
  return isShown ? [separation, Math.min(lowest, range.divergence[1])] : undefined;
}
