import type { Cell } from "./divergence.ts";
import type { View } from "./pair.ts";

/** A running integral at one place of the line, in nats; several in a row at one place are a jump. */
export interface Reached {
  readonly x: number;
  readonly value: number;
}

/** A part of each cell: its share of one of the divergences, in nats. */
export type Part = (cell: Cell) => number;

/**
 * The running integral over the cells (from left to right), in the order in which it runs; "centre" is the integral over
 * [−x, x] of a pair that mirrors itself, at x ≥ 0. A cell that is worth ∞ lifts it at its near end.
 */
export function runningIntegral(cells: readonly Cell[], part: Part, from: View["from"]): readonly Reached[] {
  if (from === "left") return accumulate(cells.map((cell) => [cell.from, cell.to, part(cell)]));
  if (from === "right") return accumulate(cells.toReversed().map((cell) => [cell.to, cell.from, part(cell)]));
  const right = cells.filter((cell) => cell.from >= 0);
  return accumulate(right.map((cell) => [cell.from, cell.to, cell.to > 0 ? 2 * part(cell) : part(cell)]));
}

function accumulate(
  steps: readonly (readonly [near: number, far: number, worth: number])[],
): readonly Reached[] {
  let total = 0;
  return steps.flatMap(([near, far, worth]) => {
    const before = { x: near, value: total };
    total += worth;
    const lift = total === Infinity ? [{ x: near, value: total }] : [];
    return [before, ...lift, { x: far, value: total }];
  });
}
