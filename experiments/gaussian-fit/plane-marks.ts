import type { Markish } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { formatQuantity } from "../../lab/measure.ts";
import type { Direction, Trail } from "./descent.ts";
import type { Fits } from "./fits.ts";
import type { Stationary } from "./stationary.ts";

const halo = { stroke: "var(--paper)", strokeWidth: 3 };

/** What stands over a landscape besides its minima: the saddles, and the trail of a descent of the shown divergence. */
export function planeMarks(
  plot: Plot,
  { stationary }: Fits,
  shown: string,
  trail: Trail | undefined,
): Markish[] {
  const saddles = shown === "reverse" ? stationary.filter(({ isMinimum }) => !isMinimum) : [];
  return [
    plot.dot(saddles, {
      x: "mean",
      y: "deviation",
      symbol: "times",
      r: 4,
      stroke: "var(--ink)",
      strokeWidth: 1.5,
    }),
    plot.text(saddles, {
      x: "mean",
      y: "deviation",
      text: ({ divergence }: Stationary) => formatQuantity(divergence),
      dy: -13,
      fill: "var(--ink)",
      ...halo,
    }),
    ...(trail === undefined ? [] : trailMarks(plot, trail, shown)),
  ];
}

function trailMarks(plot: Plot, { direction, points }: Trail, shown: Direction | string): Markish[] {
  const color = { stroke: "var(--ink)", strokeOpacity: direction === shown ? 1 : 0.4 };
  return [
    plot.line(points, { x: "mean", y: "deviation", ...color, strokeWidth: 1.25 }),
    plot.dot(points, { x: "mean", y: "deviation", r: 1.5, fill: "var(--ink)" }),
  ];
}
