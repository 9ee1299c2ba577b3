import type { Markish } from "@observablehq/plot";
import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { Parameters, ValuesOf } from "./parameters.ts";
import type { Random } from "./random.ts";
import type { DrawTools, Tensors } from "./tools.ts";

/** Two parameters over which quantities are shown as landscapes. */
export interface Plane<S extends Parameters = Parameters, Q extends string = string, F = unknown> {
  readonly x: keyof S & string;
  readonly y: keyof S & string;
  /** Values at which contour lines are drawn, ascending, in the quantities' unit. */
  readonly levels: readonly number[];
  /** The quantities that a reader is offered; without it, all. */
  readonly quantities?: readonly Q[];
  /** The fields of the offered quantities in tf.js. Shape of each [rows, columns]; tensors made on the way are tidied. */
  accelerate?(
    values: ValuesOf<S>,
    tools: { readonly tf: Tensors; readonly grid: Grid; readonly random: Random },
  ): Readonly<Partial<Record<Q, Tensor2D>>>;
  /**
   * The fields of the offered quantities in double precision, where that can be faster than `compute` at every node; tests hold the two
   * together. Length of each rows × columns, row by row from the smallest y.
   */
  tabulate?(values: ValuesOf<S>, grid: Grid): Readonly<Partial<Record<Q, Float64Array>>>;
  /** Marks over a quantity's landscape, in the plane's own coordinates: arrows, paths, points. */
  marks?(values: ValuesOf<S>, tools: DrawTools<F> & { readonly quantity: Q }): Markish[];
}

/** The nodes of a landscape's grid: the values of the plane's two parameters. Shapes [columns], [rows]. */
export interface Grid {
  readonly x: readonly number[];
  readonly y: readonly number[];
}
