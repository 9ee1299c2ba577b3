import type { Plot } from "../../lab/experiment.ts";
import { formatTick, type Panel } from "./layout.ts";

/** A place in a picture: x in its data, y in its own units from its top edge. */
export type Point = readonly [x: number, y: number];

/** A panel's scale: its zero line, a hairline at its round number, a dotted line at ∞, each with its value. */
export function drawTicks(plot: Plot, { ticks, y }: Panel, at: number, side: "left" | "right" = "left") {
  const beside = side === "left" ? { textAnchor: "end", dx: -8 } : { textAnchor: "start", dx: 8 };
  return ticks.flatMap((tick) => [
    plot.ruleY([y(tick)], strokeOf(tick)),
    drawText(plot, [at, y(tick)], formatTick(tick), beside),
  ]);
}

/** Words at a place of a picture. */
export function drawText(plot: Plot, place: Point, words: string, options: object) {
  return plot.text([place], { text: () => words, ...options });
}

/** Paper around a text, where lines run under it. */
export const halo = { stroke: "var(--paper)", strokeWidth: 5 };
/** ∞ is a small glyph: it is set as large as the curves' names. */
export const large = { className: "curve-name" };

function strokeOf(tick: number): object {
  if (tick === 0) return {};
  return tick === Infinity
    ? { stroke: "var(--ink-3)", strokeDasharray: "1,4" }
    : { stroke: "var(--hairline)" };
}

/** A break in a line: what comes before is not joined to what comes after. */
export const lineBreak: Point = [Number.NaN, Number.NaN];

/** A line with every point that the eye can tell from its neighbours: less than a unit up and a thousandth across. */
export function thinned(points: readonly Point[], width: number): readonly Point[] {
  const kept: Point[] = [];
  points.forEach((point, k) => {
    const last = kept.at(-1);
    const next = points[k + 1];
    const isNear =
      last !== undefined && Math.abs(point[0] - last[0]) < width / 1000 && Math.abs(point[1] - last[1]) < 0.3;
    if (!isNear || next === undefined || Number.isNaN(next[0])) kept.push(point);
  });
  return kept;
}
