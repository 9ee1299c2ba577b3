import type { Parameters, ValuesOf } from "./parameters.ts";
import type { Random } from "./random.ts";
import type { Tensors } from "./tools.ts";

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
