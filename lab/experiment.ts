import type * as PlotModule from "@observablehq/plot";
import type * as TensorFlow from "@tensorflow/tfjs-core";
import { choice, type Parameters, seed, slider, toggle, type Values, type ValuesOf } from "./parameters.ts";
import type { Random } from "./random.ts";

export type { Values, ValuesOf };
export { choice, seed, slider, toggle };

/** Observable Plot, handed to `draw`, so that a definition stays free of it where nothing is drawn. */
export type Plot = typeof PlotModule;
/** tf.js with a backend that is ready and with its gradients registered, handed to what runs on the reader's GPU. */
export type Tensors = typeof TensorFlow;

/** A number that prose may quote. */
export interface Quantity {
  /** As it stands in formulas: "D_KL(P‖Q)", with an underscore before a subscript. */
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
  /** That it counts something, and is shown without decimals. */
  readonly isCount?: true;
}

/** What `compute` returns: at least every declared quantity; ∞ is a value. It is data: it can be cloned. */
export interface Result<Q extends string = string> {
  readonly quantities: Readonly<Record<Q, number>>;
}

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
  ): Readonly<Partial<Record<Q, TensorFlow.Tensor2D>>>;
  /**
   * The fields of the offered quantities in double precision, where that can be faster than `compute` at every node; tests hold the two
   * together. Length of each rows × columns, row by row from the smallest y.
   */
  tabulate?(values: ValuesOf<S>, grid: Grid): Readonly<Partial<Record<Q, Float64Array>>>;
  /** Marks over a quantity's landscape, in the plane's own coordinates: arrows, paths, points. */
  marks?(values: ValuesOf<S>, tools: DrawTools<F> & { readonly quantity: Q }): PlotModule.Markish[];
}

/** The nodes of a landscape's grid: the values of the plane's two parameters. Shapes [columns], [rows]. */
export interface Grid {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** A mark that a reader can drag: it moves one slider along x, or one along each axis. */
export interface Handle<S extends Parameters = Parameters> {
  /** The slider that it moves across, and announces. */
  readonly parameter: keyof S & string;
  /** The slider that it moves up and down; without it, it moves across alone. */
  readonly up?: keyof S & string;
  /** What it is, in words, where its sliders' meanings do not say it: "marked code". */
  readonly name?: string;
  /** The picture that it stands in, where `draw` returns several; without it, the first. */
  readonly panel?: number;
  /** The CSS colour of its ring; without it, Q's. */
  readonly color?: string;
  /** Where it stands, in data coordinates; undefined where the state has no such handle. */
  position(values: ValuesOf<S>): readonly [x: number, y: number] | undefined;
  /** The value of its slider when it is dragged to x, in data coordinates; put into range by the caller. */
  drag(x: number, values: ValuesOf<S>): number;
  /** The value of its second slider when it is dragged to y; without it, y itself. */
  dragUp?(y: number, values: ValuesOf<S>): number;
}

/** A state that readers are offered by name. What it leaves out keeps the reader's value. */
export interface Preset<S extends Parameters = Parameters> {
  readonly label: string;
  readonly values: Partial<ValuesOf<S>>;
}

/** What a run shows between two of its steps. It is data: it can be cloned. */
export interface RunFrame<S extends Parameters = Parameters, F = unknown> {
  /** Steps done, from 0 to the run's length. */
  readonly step: number;
  /** Parameters that the run itself moves: a descent moves its point. */
  readonly values?: Partial<ValuesOf<S>>;
  /** What `draw` gets as `frame`. */
  readonly frame: F;
}

/**
 * A computation that a reader watches: training, descent, sampling. It runs in the page's worker; a reader plays,
 * pauses, steps and resets it, and a change of a parameter that is not a view ends it.
 */
export interface Run<S extends Parameters = Parameters, F = unknown> {
  /** What its button says: "Train". */
  readonly label: string;
  /** What it does, in words, for a tooltip and a screen reader: "train encoder and decoder with Adam". */
  readonly meaning: string;
  /** Whether it is written in tf.js; else `tf` is not loaded for it, and it computes in double precision. */
  readonly usesTensors: boolean;
  /** How many frames are shown in a second, at most; without it, 60. */
  readonly framesPerSecond?: number;
  /** Steps from start to end: for progress and the time left. */
  length(values: ValuesOf<S>): number;
  /** The frames, the first at step 0. What is still allocated when it is ended early is freed in its `finally`. */
  frames(
    values: ValuesOf<S>,
    tools: { readonly tf: Tensors; readonly random: Random },
  ): AsyncGenerator<RunFrame<S, F>, void>;
}

/** What a picture is drawn with. */
export interface DrawTools<F = unknown> {
  readonly plot: Plot;
  /** The newest frame of the run that a reader watches or has watched at this state. */
  readonly frame?: F | undefined;
}

/**
 * One pure definition with four hosts: the build, the page, the checker and the tests.
 * It knows no DOM, no clock and no `Math.random`; heavy libraries are handed to it. `random` starts from the
 * experiment's seed parameter, or from 0 where it has none.
 */
export interface Experiment<
  S extends Parameters = Parameters,
  Q extends string = string,
  R extends Result<Q> = Result<Q>,
  F = unknown,
> {
  readonly title: string;
  readonly parameters: S;
  readonly quantities: Readonly<Record<Q, Quantity>>;
  readonly presets?: Readonly<Record<string, Preset<S>>>;
  /**
   * Values that make sense together, for values each of which is in its range: where two ends would cross, the one
   * that was not moved gives way. It must return what it is given where that makes sense.
   */
  constrain?(values: ValuesOf<S>, moved: readonly (keyof S & string)[]): ValuesOf<S>;
  /** Whether a parameter means anything in this state; without it, all do. The others are not shown. */
  isUsed?(parameter: keyof S & string, values: ValuesOf<S>): boolean;
  /** The definition of every quantity, in double precision. */
  compute(values: ValuesOf<S>, tools: { readonly random: Random }): R;
  /** That `compute` may take longer than a frame (16 ms) somewhere: a page runs it in its worker. */
  readonly isHeavy?: true;
  /** The same in tf.js, on the reader's GPU, from the same random numbers; tests hold it against `compute`. */
  accelerate?(
    values: ValuesOf<S>,
    tools: { readonly tf: Tensors; readonly random: Random },
  ): Promise<NoInfer<R>>;
  readonly plane?: Plane<NoInfer<S>, NoInfer<Q>, NoInfer<F>>;
  readonly runs?: Readonly<Record<string, Run<S, F>>>;
  /**
   * The picture, as Observable Plot's options; several stand side by side, one below the other where there is no
   * room. Each but the first is described by its own `ariaLabel`.
   */
  draw(
    result: R,
    values: ValuesOf<S>,
    tools: DrawTools<NoInfer<F>>,
  ): PlotModule.PlotOptions | readonly PlotModule.PlotOptions[];
  readonly handles: readonly Handle<NoInfer<S>>[];
  /** The picture in words. */
  describe(result: R, values: ValuesOf<S>): string;
}

/** The definition itself, with its names checked; throws a RangeError where the plane's levels do not ascend. */
export function defineExperiment<
  const S extends Parameters,
  const Q extends string,
  R extends Result<Q>,
  F = unknown,
>(experiment: Experiment<S, Q, R, F>): Experiment<S, Q, R, F> {
  const levels = experiment.plane?.levels ?? [];
  if (levels.some((level, index) => index > 0 && !(level > (levels[index - 1] ?? 0)))) {
    throw new RangeError(`${experiment.title}: the plane's levels must ascend, found ${levels.join(", ")}`);
  }
  return experiment;
}
