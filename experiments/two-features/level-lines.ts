import type { Markish } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { lossAt, type Squares, slopeOfLevel, type Weights } from "./loss-surface.ts";
import { bound, edgeOf, levels } from "./plane.ts";

/** A level of the loss and where its ray, in the quadrant of positive weights, leaves the plane. */
interface Ray {
  readonly level: number;
  readonly edge: Weights;
}

/** Room that a level's number needs at the plane's edge, in the plane's own units: from left to right, and upwards. */
const room = [0.62, 0.34] as const;

/** The loss as nested wedges about the c₀ axis, darkest where it is least: its level lines are rays. */
export function drawLevels(plot: Plot, squares: Squares): Markish[] {
  const rays = levels.flatMap((level): Ray[] => {
    const slope = slopeOfLevel(squares, level);
    return slope === undefined ? [] : [{ level, edge: edgeOf(slope) }];
  });
  const isBelow = (level: number): boolean =>
    slopeOfLevel(squares, level) === undefined && lossAt(squares, [1, 1]) < level;
  return [
    ...levels.filter(isBelow).map(() => drawArea(plot, corners)),
    ...rays.flatMap(({ edge }) => drawWedges(plot, edge)),
    ...rays.filter(hasRoom).map((ray) => drawLevel(plot, ray)),
  ];
}

const corners: readonly Weights[] = [
  [-bound, -bound],
  [bound, -bound],
  [bound, bound],
  [-bound, bound],
];

function drawArea(plot: Plot, points: readonly Weights[]): Markish {
  const fill = { fill: "var(--q)", fillOpacity: 0.055, stroke: "none" };
  return plot.line(points, { x: "0", y: "1", curve: "linear-closed", ...fill });
}

/** What lies between a ray, its mirror images and the plane's edge, to the right and to the left. */
function drawWedges(plot: Plot, [x, y]: Weights): Markish[] {
  const upper: Weights[] =
    x < bound
      ? [
          [x, y],
          [bound, bound],
        ]
      : [[x, y]];
  const lower = upper.map(([c0, c1]): Weights => [c0, -c1]).toReversed();
  const right: Weights[] = [[0, 0], ...upper, ...lower];
  const left = right.map(([c0, c1]): Weights => [-c0, c1]);
  return [
    drawArea(plot, right),
    drawArea(plot, left),
    plot.link([y, -y], {
      x1: -x,
      y1: (end: number) => -end,
      x2: x,
      y2: (end: number) => end,
      stroke: "var(--q)",
      strokeOpacity: 0.4,
      strokeWidth: 0.75,
    }),
  ];
}

/** Whether a number fits between its ray and the one before. */
function hasRoom({ edge: [x, y] }: Ray, k: number, rays: readonly Ray[]): boolean {
  const [beforeX, beforeY] = rays[k - 1]?.edge ?? [bound, 0];
  return x < bound ? beforeX - x >= room[0] || beforeX === bound : y - beforeY >= room[1];
}

function drawLevel(plot: Plot, { level, edge: [x, y] }: Ray): Markish {
  return plot.text([[x, y]], {
    text: () => String(level),
    fill: "var(--q)",
    ...(x < bound ? { dy: -9 } : { textAnchor: "start", dx: 5 }),
  });
}
