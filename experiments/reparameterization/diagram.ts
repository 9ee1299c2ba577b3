import type { Plot } from "../../lab/experiment.ts";
import { withMinus } from "../../lab/slider.ts";
import { type Gaussian, sampleOf } from "./estimators.ts";
import { bands, columns, type Point, zAt } from "./layout.ts";

/** A circle's radius: the blocks that multiply and add. */
const radius = 15;
/** How far the path of a derivative stands beside the path of a value. */
const aside = 8;

/** V → ×σ → +μ → Z with the numbers of one draw, and beside each arrow from the encoder the derivative back along it. */
export function drawDiagram(plot: Plot, gaussian: Gaussian, noise: number) {
  const { mean, deviation } = gaussian;
  const { noise: start, product, sum, sample } = columns;
  const { encoder, line } = bands;
  const value = { stroke: "var(--ink-2)" };
  return [
    block(plot, [product - 46, encoder.top], [sum + 46, encoder.bottom]),
    words(plot, [(product + sum) / 2, (encoder.top + encoder.bottom) / 2], "encoder", {
      fill: "var(--encoder)",
    }),
    arrow(plot, [start + 102, line], [product - radius, line], value),
    arrow(plot, [product + radius, line], [sum - radius, line], value),
    arrow(plot, [sum + radius, line], [sample - 106, line], value),
    arrow(plot, [product, encoder.bottom], [product, line - radius], value),
    arrow(plot, [sum, encoder.bottom], [sum, line - radius], value),
    ...drawDerivatives(plot, noise),
    ...[product, sum].map((x) =>
      plot.dot([at([x, line])], {
        r: radius,
        fill: "var(--paper)",
        stroke: "var(--ink-2)",
        strokeWidth: 1.25,
      }),
    ),
    words(plot, [product, line], "×", large),
    words(plot, [sum, line], "+", large),
    words(plot, [start, line], named("V", noise), { textAnchor: "start" }),
    words(plot, [start, line + 24], "noise", { textAnchor: "start", fill: "var(--ink-3)" }),
    words(plot, [product + 14, 58], named("σ", deviation), { textAnchor: "start", fill: "var(--encoder)" }),
    words(plot, [sum + 14, 58], named("μ", mean), { textAnchor: "start", fill: "var(--encoder)" }),
    words(plot, [(product + sum) / 2, line + 18], named("σV", deviation * noise), { fill: "var(--ink-3)" }),
    words(plot, [sample, line], named("Z", sampleOf(gaussian, noise)), {
      textAnchor: "end",
      fontWeight: 600,
    }),
  ];
}

/** The paths back from Z to μ and σ: dashed, in the colour of the pathwise estimate, each with its derivative. */
function drawDerivatives(plot: Plot, noise: number) {
  const { product, sum, sample } = columns;
  const { encoder, line } = bands;
  const back = { stroke: "var(--p)", strokeWidth: 1.25, strokeDasharray: "4,3", headLength: 6 };
  const label = { textAnchor: "start", fill: "var(--p)" };
  return [
    arrow(plot, [sample - 106, line - aside], [sum + radius, line - aside], back),
    arrow(plot, [sum - radius, line - aside], [product + radius, line - aside], back),
    arrow(plot, [product - aside, line - radius], [product - aside, encoder.bottom], back),
    arrow(plot, [sum - aside, line - radius], [sum - aside, encoder.bottom], back),
    words(plot, [product + 14, 84], `∂Z/∂σ = V = ${number(noise)}`, label),
    words(plot, [sum + 14, 84], "∂Z/∂μ = 1", label),
  ];
}

const large = { className: "curve-name" };

/** Two decimals, with a true minus sign. */
export function number(value: number): string {
  return withMinus(value.toFixed(2));
}

function named(name: string, value: number): string {
  return `${name} = ${number(value)}`;
}

/** A place across and down in the panel's units. */
type Place = readonly [x: number, y: number];

function at([x, y]: Place): Point {
  return [zAt(x), y];
}

function words(plot: Plot, place: Place, text: string, options: object) {
  return plot.text([at(place)], { text: () => text, ...options });
}

function arrow(plot: Plot, from: Place, to: Place, options: object) {
  const ends = { x1: at(from)[0], y1: from[1], x2: at(to)[0], y2: to[1] };
  return plot.arrow([ends], {
    x1: "x1",
    y1: "y1",
    x2: "x2",
    y2: "y2",
    strokeWidth: 1.25,
    headLength: 7,
    ...options,
  });
}

function block(plot: Plot, [left, top]: Place, [right, bottom]: Place) {
  const corners = { x1: zAt(left), x2: zAt(right), y1: top, y2: bottom };
  return plot.rect([corners], {
    x1: "x1",
    x2: "x2",
    y1: "y1",
    y2: "y2",
    fill: "var(--encoder)",
    fillOpacity: 0.08,
    stroke: "var(--encoder)",
    rx: 2,
  });
}
