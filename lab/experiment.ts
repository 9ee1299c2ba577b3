import type * as PlotModule from "@observablehq/plot";
import type * as TensorFlow from "@tensorflow/tfjs-core";
import { type Parameters, slider, type Values } from "./parameters.ts";
import type { Random } from "./random.ts";

export type { Values };
export { slider };

/** Observable Plot, handed to `draw`, so that a definition stays free of it where nothing is drawn. */
export type Plot = typeof PlotModule;
/** tf.js with a backend that is ready, handed to `accelerate`. */
export type Tensors = typeof TensorFlow;

/** A number that prose may quote. */
export interface Quantity {
  /** As it stands in formulas: "D(P‖Q)". */
  readonly label: string;
  /** What it is, in words: "forward divergence". */
  readonly meaning: string;
  readonly unit: string;
  /** Bound on |computed − true| / max(1, |true|) for `compute`, in double precision. */
  readonly error: number;
  /** Bound on |accelerated − computed| / max(1, |computed|) for `accelerate`, in single precision. */
  readonly tolerance: number;
  /** The CSS colour that stands for it in figures: "var(--p)". */
  readonly color: string;
}

/** What `compute` returns: at least every declared quantity; ∞ is a value. */
export interface Result<Q extends string = string> {
  readonly quantities: Readonly<Record<Q, number>>;
}

/** Two parameters over which quantities are shown as landscapes. */
export interface Plane<P extends string = string, Q extends string = string> {
  readonly x: P;
  readonly y: P;
  /** Values at which contour lines are drawn, ascending, in the quantities' unit. */
  readonly levels: readonly number[];
  /** The quantities that a reader is offered; without it, all. */
  readonly quantities?: readonly Q[];
}

/** The nodes of a landscape's grid: the values of the plane's two parameters. Shapes [columns], [rows]. */
export interface Grid {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** A mark that a reader can drag: it moves one parameter along each axis that it names. */
export interface Handle<P extends string = string> {
  /** The parameter that it moves and announces. */
  readonly parameter: P;
  /** The CSS colour of its ring; without it, Q's. */
  readonly color?: string;
  /** Where it stands in the figure, in data coordinates. */
  position(values: Values<P>): readonly [x: number, y: number];
  /** The value of its parameter when it is dragged to x, in data coordinates; put into range by the caller. */
  drag(x: number, values: Values<P>): number;
}

/**
 * One pure definition with four hosts: the build, the page, the checker and the tests.
 * It knows no DOM, no clock and no `Math.random`; heavy libraries are handed to it.
 */
export interface Experiment<
  P extends string = string,
  Q extends string = string,
  R extends Result<Q> = Result<Q>,
> {
  readonly title: string;
  readonly parameters: Parameters<P>;
  readonly quantities: Readonly<Record<Q, Quantity>>;
  /** The definition of every quantity, in double precision. */
  compute(values: Values<P>, tools: { readonly random: Random }): R;
  readonly plane?: Plane<NoInfer<P>, NoInfer<Q>>;
  /** Every quantity over a grid of the plane. Shape of each [rows, columns]; tensors made on the way are tidied. */
  accelerate?(
    values: Values<P>,
    tools: { readonly tf: Tensors; readonly grid: Grid; readonly random: Random },
  ): Readonly<Record<Q, TensorFlow.Tensor2D>>;
  /** The picture, as Observable Plot's options. */
  draw(result: R, values: Values<P>, tools: { readonly plot: Plot }): PlotModule.PlotOptions;
  readonly handles: readonly Handle<NoInfer<P>>[];
  /** The picture in words. */
  describe(result: R, values: Values<P>): string;
}

/** The definition itself, with its names checked; throws a RangeError where the plane's levels do not ascend. */
export function defineExperiment<const P extends string, const Q extends string, R extends Result<Q>>(
  experiment: Experiment<P, Q, R>,
): Experiment<P, Q, R> {
  const levels = experiment.plane?.levels ?? [];
  if (levels.some((level, index) => index > 0 && !(level > (levels[index - 1] ?? 0)))) {
    throw new RangeError(`${experiment.title}: the plane's levels must ascend, found ${levels.join(", ")}`);
  }
  return experiment;
}
