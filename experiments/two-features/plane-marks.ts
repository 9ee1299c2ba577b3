import type { Markish } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { drawArrows } from "./arrows.ts";
import { descend } from "./descent.ts";
import { flowFrom } from "./flow.ts";
import { gradientAt, type Squares, squaresAt, type Weights } from "./loss-surface.ts";
import type { State } from "./parameters.ts";
import { isInPlane } from "./plane.ts";
import { stepsOf, type Trail } from "./runs.ts";

/** Times that are marked on the flow. */
const times = [1, 10, 100];
const halo = { stroke: "var(--paper)", strokeWidth: 3 };
const at = { x: "0", y: "1" } as const;

/** Arrows downhill; from the current weights the circle, the flow on it, and the descent that leaves it. */
export function drawPaths(plot: Plot, values: State, trail?: Trail): Markish[] {
  const squares = squaresAt(values.input);
  const here: Weights = [values.weight0, values.weight1];
  const start = trail?.path[0] ?? here;
  const isMoving = Math.hypot(...gradientAt(squares, here)) > 0;
  return [
    ...drawArrows(plot, squares),
    plot.line(circle(Math.hypot(...start)), {
      ...at,
      stroke: "var(--ink-3)",
      strokeDasharray: "2,3",
      clip: true,
    }),
    ...(isMoving && trail?.kind !== "descent" ? drawFlow(plot, squares, start) : []),
    ...(isMoving && trail?.kind !== "flow" ? drawDescent(plot, squares, here, values.rate, trail) : []),
    ...(trail === undefined ? [] : drawTrail(plot, trail)),
    plot.dot([here], { ...at, r: 4, fill: "var(--ink)", ...halo, strokeWidth: 1.5 }),
  ];
}

/** The arc from the start towards the c₀ axis, with the weights at some times; its name stands inside. */
function drawFlow(plot: Plot, squares: Squares, start: Weights): Markish[] {
  const stops = times.map((time) => flowFrom(start, squares, time));
  const way = arc(start);
  const middle = way.slice(way.length >> 1, (way.length >> 1) + 1);
  const side = Math.sign(start[0]);
  return [
    plot.line(way, { ...at, stroke: "var(--ink-2)", strokeWidth: 1.5, clip: true }),
    plot.dot(stops, { ...at, r: 2, fill: "var(--ink-2)", clip: true }),
    plot.text(middle, {
      ...at,
      text: () => "flow",
      fill: "var(--ink-2)",
      ...halo,
      textAnchor: side < 0 ? "start" : "end",
      dx: -8 * side,
    }),
  ];
}

/** The steps that descent would take from here. */
function drawDescent(
  plot: Plot,
  squares: Squares,
  here: Weights,
  rate: number,
  trail: Trail | undefined,
): Markish[] {
  const path = thinned(descend(squares, here, rate, stepsOf(rate)), 0.02);
  const last = path[path.length - 1] ?? here;
  const style = { stroke: "var(--q)", strokeOpacity: trail === undefined ? 1 : 0.45, clip: true };
  return [
    plot.line(path, { ...at, ...style, strokeWidth: 1.25 }),
    plot.dot(thinned(path, 0.1).slice(1), { ...at, ...style, r: 2, fill: "var(--paper)" }),
    plot.text(isInPlane(last) ? [last] : [], {
      ...at,
      text: () => "descent",
      fill: "var(--q)",
      ...halo,
      textAnchor: Math.abs(last[0]) < 2.3 ? "middle" : last[0] < 0 ? "start" : "end",
      dy: last[1] < 0 ? -15 : 15,
    }),
  ];
}

function drawTrail(plot: Plot, { kind, path }: Trail): Markish[] {
  const stroke = kind === "flow" ? "var(--ink)" : "var(--q)";
  return [
    plot.line(thinned(path, 0.02), { ...at, stroke, strokeWidth: 2.25, clip: true }),
    plot.dot(kind === "flow" ? [] : thinned(path, 0.1), { ...at, r: 2, fill: stroke, clip: true }),
  ];
}

/** The points that lie at least so far from the last one kept; the first and the last always stay. */
function thinned(path: readonly Weights[], distance: number): readonly Weights[] {
  let kept: Weights | undefined;
  return path.filter((point, k) => {
    const isFar = kept === undefined || Math.hypot(point[0] - kept[0], point[1] - kept[1]) >= distance;
    if (isFar) kept = point;
    return isFar || k === path.length - 1;
  });
}

/** A circle about the origin, as points. */
function circle(radius: number): Weights[] {
  return Array.from({ length: 145 }, (_, k): Weights => {
    const angle = (k * Math.PI) / 72;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/** The shorter way along the circle from weights to the c₀ axis. */
function arc([c0, c1]: Weights): Weights[] {
  const [radius, angle] = [Math.hypot(c0, c1), Math.atan2(Math.abs(c1), Math.abs(c0))];
  return Array.from({ length: 49 }, (_, k): Weights => {
    const turned = angle * (1 - k / 48);
    return [Math.sign(c0) * radius * Math.cos(turned), Math.sign(c1) * radius * Math.sin(turned)];
  });
}
