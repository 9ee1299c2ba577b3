import type { PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { formatQuantity } from "../../lab/measure.ts";
import type { Filled } from "./growth.ts";
import { bentPanel, growthSize, type Panel, roundUp } from "./layout.ts";
import { drawText, drawTicks, halo, type Point } from "./marks.ts";
import type { PairValues } from "./parameters.ts";

/** Where ε = 0 stands on the axis of log₁₀ ε: beyond a break, left of 10⁻⁶. */
const atZero = -7;
const breakAt = -6.5;
const domain = [-7.4, 0.15] as const;

/** The place of ε on the axis. */
function placeOf(weight: number): number {
  return weight > 0 ? Math.max(breakAt, Math.log10(weight)) : atZero;
}

/** The ε at a place of the axis: 0 beyond the break. */
export function weightAt(place: number): number {
  return place < breakAt ? 0 : 10 ** place;
}

/** Where ε is taken hold of: on the axis. */
export function gripOfWeight(weight: number): Point {
  return [placeOf(weight), growthSize.band.bottom];
}

/** Both divergences against ε on a logarithmic axis, the current ones as dots. */
export function drawGrowth(
  plot: Plot,
  growth: readonly Filled[],
  now: Filled,
  { pair }: PairValues,
): PlotOptions {
  const { band, ...size } = growthSize;
  const panel = growthPanel(growth, now);
  const place = placeOf(now.weight);
  const filled = pair === "point" ? "the width ε of P" : "the share ε of Q that fills P";
  return {
    ...size,
    ariaLabel: describeGrowth(growth, now, filled),
    x: { domain: [...domain], axis: null },
    y: { domain: [0, size.height], range: [0, size.height], axis: null },
    marks: [
      ...drawTicks(plot, panel, domain[0]),
      ...drawAxis(plot, band.bottom),
      plot.ruleX([place], { y1: band.top, y2: band.bottom, stroke: "var(--ink-3)", strokeDasharray: "2,3" }),
      ...drawDirection(plot, growth, now, panel, "forward"),
      ...drawDirection(plot, growth, now, panel, "reverse"),
      ...drawNames(plot, growth, panel),
      drawText(plot, [domain[0], band.top - 12], `Both divergences against ${filled}`, {
        textAnchor: "start",
        lineAnchor: "bottom",
        fill: "var(--ink-2)",
      }),
    ],
  };
}

const styles = {
  forward: { color: "var(--p)", name: "forward" },
  reverse: { color: "var(--q)", name: "reverse" },
} as const;
type Direction = keyof typeof styles;

/** One direction as a line, dashed along ∞ where it is infinite, with a dot at the current ε. */
function drawDirection(
  plot: Plot,
  growth: readonly Filled[],
  now: Filled,
  panel: Panel,
  direction: Direction,
) {
  const { color } = styles[direction];
  const points = growth.map((filled): Point => [placeOf(filled.weight), panel.y(filled[direction])]);
  const isNumber = growth.map((filled) => filled[direction] !== Infinity);
  return [
    plot.line(
      points.filter((_, k) => !isNumber[k]),
      { stroke: color, strokeWidth: 2.25, strokeDasharray: "2,5" },
    ),
    plot.line(
      points.filter((_, k) => isNumber[k]),
      { stroke: color, strokeWidth: 2.25, curve: "monotone-x" },
    ),
    plot.dot([[placeOf(now.weight), panel.y(now[direction])] as const], { fill: color, r: 4.5 }),
  ];
}

/** The names of both lines where they begin: the upper one's above it, the lower one's below, as far as there is room. */
function drawNames(plot: Plot, growth: readonly Filled[], panel: Panel) {
  const [first] = growth;
  if (first === undefined) return [];
  const [upper, lower]: readonly [Direction, Direction] =
    first.reverse >= first.forward ? ["reverse", "forward"] : ["forward", "reverse"];
  const name = (direction: Direction, isAbove: boolean) => {
    const place: Point = [placeOf(first.weight), panel.y(first[direction])];
    const { color, name } = styles[direction];
    return drawText(plot, place, name, {
      fill: color,
      textAnchor: "start",
      dx: 4,
      dy: isAbove ? -12 : 17,
      ...halo,
    });
  };
  const [top, bottom] = [panel.y(first[upper]), panel.y(first[lower])];
  return [name(upper, top > panel.top + 24), name(lower, bottom > panel.bottom - 24)];
}

/** The axis of ε: a line with its decades, and 0 beyond the break. */
function drawAxis(plot: Plot, y: number) {
  const decades = [-6, -4, -2, 0];
  const words = ["10⁻⁶", "10⁻⁴", "0.01", "1"];
  const label = { lineAnchor: "top", dy: 14 };
  return [
    drawText(plot, [atZero, y], "0", label),
    ...decades.map((decade, k) => drawText(plot, [decade, y], words[k] ?? "", label)),
    drawText(plot, [breakAt, y], "//", { ...halo, fill: "var(--ink-3)" }),
  ];
}

function growthPanel(growth: readonly Filled[], now: Filled): Panel {
  const values = [...growth, now].flatMap(({ forward, reverse }) => [forward, reverse]);
  const highest = roundUp(Math.max(0.5, ...values.filter((value) => value <= 16)));
  return { ...bentPanel(growthSize.band, { lowest: 0, highest, isExceeded: true }) };
}

function describeGrowth(growth: readonly Filled[], now: Filled, filled: string): string {
  const [least, most] = [growth[0], growth.at(-1)];
  const range = (direction: "forward" | "reverse"): string =>
    `${direction} from ${formatQuantity(least?.[direction] ?? 0)} at 10⁻⁶ to ${formatQuantity(most?.[direction] ?? 0)} at 1`;
  return [
    `Both divergences against ${filled}, on a logarithmic axis with 0 at its left end:`,
    `${range("forward")}, ${range("reverse")}.`,
    `Now ε is ${now.weight === 0 ? "0" : String(Number(now.weight.toPrecision(2)))}.`,
  ].join(" ");
}
