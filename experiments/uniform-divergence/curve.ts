import type { Cell } from "./divergence.ts";
import { lineBreak, type Point } from "./marks.ts";

/** Values of a curve at both ends of a stretch, from inside; undefined where there is no curve. */
export type Ends = (cell: Cell) => readonly [left: number, right: number] | undefined;

/**
 * A curve over cells from left to right, single points left out. It rises from `base` where it starts, falls to it where it ends, and is broken
 * where there is none.
 */
export function outline(cells: readonly Cell[], ends: Ends, base: number): readonly Point[] {
  const points: Point[] = [];
  let reached: number | undefined;
  for (const cell of cells.filter(({ from, to }) => from < to)) {
    const values = ends(cell);
    if (reached !== undefined && (values === undefined || cell.from !== reached)) {
      points.push([reached, base], lineBreak);
      reached = undefined;
    }
    if (values === undefined) continue;
    if (reached === undefined) points.push([cell.from, base]);
    points.push([cell.from, values[0]], [cell.to, values[1]]);
    reached = cell.to;
  }
  if (reached !== undefined) points.push([reached, base]);
  return points;
}

/** A density at both ends of a stretch, or undefined where there is none. */
export function densityEnds(logs: (cell: Cell) => readonly [number, number]): Ends {
  return (cell) => {
    const [left, right] = logs(cell);
    return left === -Infinity && right === -Infinity ? undefined : [Math.exp(left), Math.exp(right)];
  };
}
