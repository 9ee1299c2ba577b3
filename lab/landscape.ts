import type { Experiment, Grid, Plane } from "./experiment.ts";
import { seedOf, type Values } from "./parameters.ts";
import { createRandom } from "./random.ts";
import { fromPosition, type Slider } from "./slider.ts";

/** Quantities over the nodes of a grid, row by row from the smallest y. Length of each: rows × columns. */
export interface Landscape {
  readonly grid: Grid;
  readonly fields: Readonly<Partial<Record<string, ArrayLike<number>>>>;
}

/** A place of the plane where a quantity is least. */
export interface Minimum {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** The plane of an experiment and its two parameters; throws where the experiment declares none. */
export function planeOf(experiment: Experiment): Plane & { readonly across: Slider; readonly up: Slider } {
  const { plane, parameters, title } = experiment;
  const across = plane && parameters[plane.x];
  const up = plane && parameters[plane.y];
  if (across?.kind !== "slider" || up?.kind !== "slider" || plane === undefined) {
    throw new Error(`${title}: declares no plane of two of its sliders`);
  }
  return { ...plane, across, up };
}

/** The quantities that have a landscape. */
export function offeredQuantities({ plane, quantities }: Experiment): readonly string[] {
  return plane?.quantities ?? Object.keys(quantities);
}

/** A grid of cell centres over the plane, equally spaced on each parameter's own scale. */
export function gridOver(experiment: Experiment, columns: number, rows: number): Grid {
  const { across, up } = planeOf(experiment);
  const centres = (parameter: Slider, count: number): number[] =>
    Array.from({ length: count }, (_, k) => fromPosition(parameter, (k + 0.5) / count));
  return { x: centres(across, columns), y: centres(up, rows) };
}

/** The landscape in double precision: tabulated where the plane can do that, else by `compute` at every node. */
export function computeLandscape(experiment: Experiment, values: Values, grid: Grid): Landscape {
  const fields = experiment.plane?.tabulate?.(values, grid);
  return fields === undefined ? computeNodes(experiment, values, grid) : { grid, fields };
}

/** The landscape by `compute` at every node: the measure of what tabulates and of what is accelerated. */
export function computeNodes(experiment: Experiment, values: Values, grid: Grid): Landscape {
  const { x, y } = planeOf(experiment);
  const names = offeredQuantities(experiment);
  const fields = new Map(names.map((name) => [name, new Float64Array(grid.x.length * grid.y.length)]));
  let node = 0;
  for (const up of grid.y) {
    for (const across of grid.x) {
      const at = { ...values, [x]: across, [y]: up };
      const random = createRandom(seedOf(experiment.parameters, values));
      const { quantities } = experiment.compute(at, { random });
      for (const [name, field] of fields) field[node] = quantities[name] ?? Number.NaN;
      node += 1;
    }
  }
  return { grid, fields: Object.fromEntries(fields) };
}
