import type { Experiment } from "./experiment.ts";
import { type Landscape, type Minimum, planeOf } from "./landscape.ts";
import { seedOf, type Values } from "./parameters.ts";
import { createRandom } from "./random.ts";
import { clamp, fromPosition, toPosition } from "./slider.ts";

/** The search ends when its step is this share of the plane's sides: values are then exact to about 1e-9. */
const finest = 1e-6;
const compass = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/**
 * The local minima of a quantity inside the plane, lowest first. The landscape says where to look;
 * the values are `compute`'s own, in double precision, so they do not depend on the backend.
 */
export function findMinima(
  experiment: Experiment,
  values: Values,
  landscape: Landscape,
  quantity: string,
): Minimum[] {
  const { x, y } = planeOf(experiment);
  const evaluate = (across: number, up: number): number => {
    const at = { ...values, [x]: across, [y]: up };
    return (
      experiment.compute(at, { random: createRandom(seedOf(experiment.parameters, values)) }).quantities[
        quantity
      ] ?? Number.NaN
    );
  };
  return lowNodes(landscape, quantity)
    .map(([across, up]) => descend(experiment, evaluate, across, up))
    .sort((a, b) => a.value - b.value);
}

/** The nodes that lie below their eight neighbours; nodes at the border are none. */
export function lowNodes({ grid, fields }: Landscape, quantity: string): (readonly [number, number])[] {
  const field = fields[quantity] ?? [];
  const columns = grid.x.length;
  const at = (row: number, column: number): number => field[row * columns + column] ?? Number.NaN;
  return grid.y.flatMap((up, row) =>
    grid.x.flatMap((across, column) => {
      const value = at(row, column);
      const isLow = neighbours.every(([down, right]) => {
        const inside = column + right >= 0 && column + right < columns;
        return inside && value < at(row + down, column + right);
      });
      return isLow ? [[across, up] as const] : [];
    }),
  );
}

const neighbours = [-1, 0, 1].flatMap((down) =>
  [-1, 0, 1].filter((right) => down !== 0 || right !== 0).map((right) => [down, right] as const),
);

/** Compass search from a point, in positions on the parameters' own scales. */
function descend(
  experiment: Experiment,
  evaluate: (x: number, y: number) => number,
  x: number,
  y: number,
): Minimum {
  const { across, up } = planeOf(experiment);
  let best: Minimum = { x, y, value: evaluate(x, y) };
  for (let step = 0.01; step > finest; ) {
    const found = compass
      .map(([right, above]): Minimum => {
        const next = {
          x: clamp(across, fromPosition(across, toPosition(across, best.x) + right * step)),
          y: clamp(up, fromPosition(up, toPosition(up, best.y) + above * step)),
        };
        return { ...next, value: evaluate(next.x, next.y) };
      })
      .reduce((a, b) => (b.value < a.value ? b : a), best);
    if (found === best) step /= 2;
    best = found;
  }
  return best;
}
