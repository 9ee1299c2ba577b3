import type { PlotOptions } from "@observablehq/plot";
import type { Handle } from "./handle.ts";
import { choice, type Parameters, seed, slider, toggle, type Values, type ValuesOf } from "./parameters.ts";
import type { Plane } from "./plane.ts";
import type { AcceleratedResult, Quantity, Result } from "./quantity.ts";
import type { Random } from "./random.ts";
import type { Run } from "./run.ts";
import type { DrawTools, Tensors } from "./tools.ts";

export type { Handle } from "./handle.ts";
export type { Grid, Plane } from "./plane.ts";
export type { AcceleratedResult, Quantity, Result } from "./quantity.ts";
export type { Run, RunFrame } from "./run.ts";
export type { DrawTools, Plot, Tensors } from "./tools.ts";
export type { Values, ValuesOf };
export { choice, seed, slider, toggle };

/** A state that readers are offered by name. What it leaves out keeps the reader's value. */
export interface Preset<S extends Parameters = Parameters> {
  readonly label: string;
  readonly values: Partial<ValuesOf<S>>;
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
  /** The quantities in tf.js, on the reader's GPU, from the same random numbers; tests hold it against `compute`. */
  accelerate?(
    values: ValuesOf<S>,
    tools: { readonly tf: Tensors; readonly random: Random },
  ): Promise<AcceleratedResult<NoInfer<Q>>>;
  /** Why there is no `accelerate`, in words, for those who ask what a number was confirmed by. */
  readonly plainOnly?: string;
  readonly plane?: Plane<NoInfer<S>, NoInfer<Q>, NoInfer<F>>;
  readonly runs?: Readonly<Record<string, Run<S, F>>>;
  /**
   * The picture, as Observable Plot's options; several stand side by side, one below the other where there is no
   * room. Each but the first is described by its own `ariaLabel`.
   */
  draw(result: R, values: ValuesOf<S>, tools: DrawTools<NoInfer<F>>): PlotOptions | readonly PlotOptions[];
  readonly handles: readonly Handle<NoInfer<S>>[];
  /** The picture in words. */
  describe(result: R, values: ValuesOf<S>): string;
}

/**
 * The definition itself, with its names checked; throws a RangeError where a parameter has a name that links could not
 * tell from their own words, where there are two seeds, or where the plane's levels do not ascend.
 */
export function defineExperiment<
  const S extends Parameters,
  const Q extends string,
  R extends Result<Q>,
  F = unknown,
>(experiment: Experiment<S, Q, R, F>): Experiment<S, Q, R, F> {
  checkNames(experiment);
  const levels = experiment.plane?.levels ?? [];
  if (levels.some((level, index) => index > 0 && !(level > (levels[index - 1] ?? 0)))) {
    throw new RangeError(`${experiment.title}: the plane's levels must ascend, found ${levels.join(", ")}`);
  }
  return experiment;
}

/** What the query of a quantity link says besides parameters: `?mean=0&tol=0.01`. */
export const reservedNames: readonly string[] = ["tol", "equals", "where", "live"];

function checkNames({ title, parameters }: Pick<Experiment, "title" | "parameters">): void {
  const names = Object.keys(parameters);
  const reserved = names.find((name) => reservedNames.includes(name));
  if (reserved !== undefined) {
    throw new RangeError(
      `${title}: a parameter cannot be named “${reserved}”: links of numbers say other things by ${reservedNames.join(", ")}`,
    );
  }
  const unfit = names.find((name) => !/^[A-Za-z][A-Za-z0-9_]*$/.test(name));
  if (unfit !== undefined)
    throw new RangeError(`${title}: invalid name “${unfit}” of a parameter: write letters and digits`);
  const seeds = names.filter((name) => parameters[name]?.kind === "seed");
  if (seeds.length > 1)
    throw new RangeError(
      `${title}: one seed is enough, found ${seeds.join(", ")}: all random numbers start from it`,
    );
}
