import type { Markish } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { gradientAt, type Squares, type Weights } from "./loss-surface.ts";

/** Arrows on a circle, and the share of the way to the next that the longest takes. */
const arrowCount = 18;
const longest = 0.8;
/** Where an arrow would be shorter, in the plane's own units, there is none. */
const shortest = 0.12;
const radii = [1, 2, 3, 4];
const angles = Array.from({ length: arrowCount }, (_, k) => ((k + 0.5) * 2 * Math.PI) / arrowCount);

/**
 * The directions of −∇L on circles about the origin, to which it is tangent. R|∇L| depends on the angle alone: the
 * arrows' length grows like its square root, and like R, since there is room.
 */
export function drawArrows(plot: Plot, squares: Squares): Markish[] {
  const all = radii.flatMap((radius) =>
    angles.map((angle) => {
      const from: Weights = [radius * Math.cos(angle), radius * Math.sin(angle)];
      const slope = gradientAt(squares, from);
      const steepness = Math.hypot(...slope);
      return { radius, from, slope, steepness, turning: radius * steepness };
    }),
  );
  const most = Math.max(...all.map(({ turning }) => turning));
  if (!(most > 0 && Number.isFinite(most))) return [];
  const room = (2 * Math.PI * longest) / arrowCount;
  const arrows = all
    .map((arrow) => ({ ...arrow, length: room * arrow.radius * Math.sqrt(arrow.turning / most) }))
    .filter(({ length }) => length > shortest);
  return [
    plot.arrow(arrows, {
      x1: ({ from }) => from[0],
      y1: ({ from }) => from[1],
      x2: ({ from, slope, steepness, length }) => from[0] - (length * slope[0]) / steepness,
      y2: ({ from, slope, steepness, length }) => from[1] - (length * slope[1]) / steepness,
      stroke: "var(--ink-3)",
      strokeWidth: 1.1,
      headLength: 5,
      clip: true,
    }),
  ];
}
