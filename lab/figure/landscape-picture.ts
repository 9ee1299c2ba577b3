import type { PlotOptions } from "@observablehq/plot";
import type { DrawTools, Experiment, Plot, Quantity } from "../experiment.ts";
import { plainLabel } from "../labels.ts";
import { type Landscape, type Minimum, planeOf } from "../landscape.ts";
import { formatQuantity } from "../measure.ts";
import type { Values } from "../parameters.ts";
import { formatNumber, type Slider } from "../slider.ts";

/** One quantity's landscape, ready to be drawn. */
export interface LandscapeView {
  readonly experiment: Experiment;
  readonly landscape: Landscape;
  /** The quantity's name. */
  readonly quantity: string;
  readonly minima: readonly Minimum[];
}

const size = { width: 640, height: 340, marginTop: 16, marginRight: 34, marginBottom: 40, marginLeft: 34 };

/** A landscape as nested contours, darkest where the quantity is least, with its minima marked. */
export function drawLandscape(view: LandscapeView, plot: Plot): PlotOptions {
  const { across, up } = planeOf(view.experiment);
  return {
    ...size,
    x: axis(across, 7),
    y: axis(up, 5),
    marks: [
      contours(view, plot),
      plot.frame({ strokeOpacity: 0.25 }),
      plot.dot(view.minima, { x: "x", y: "y", r: 2.5, fill: "currentColor", stroke: "none" }),
      plot.text(view.minima, { x: "x", y: "y", text: ({ value }: Minimum) => formatQuantity(value), dy: 17 }),
      axisName(plot, across.label, { frameAnchor: "bottom-right", dx: -10, dy: -8 }),
      axisName(plot, up.label, { frameAnchor: "top-left", dx: 10, dy: 6 }),
    ],
  };
}

/** What an experiment lays over its landscape, on the same scales: drawn anew with every state, over contours that stay. */
export function drawOverlay(
  experiment: Experiment,
  values: Values,
  tools: DrawTools & { readonly quantity: string },
): PlotOptions {
  const { across, up, marks } = planeOf(experiment);
  return {
    ...size,
    x: { ...axis(across, 7), axis: null },
    y: { ...axis(up, 5), axis: null },
    marks: marks?.(values, tools) ?? [],
  };
}

function contours({ experiment, landscape: { grid, fields }, quantity }: LandscapeView, plot: Plot) {
  const { across, up, levels } = planeOf(experiment);
  const { color } = declared(experiment, quantity);
  return plot.contour(Array.from(fields[quantity] ?? [], negate), {
    // null, not absent: else Plot takes the nodes for equally spaced in the data, not on the screen
    x: null,
    y: null,
    width: grid.x.length,
    height: grid.y.length,
    x1: across.min,
    x2: across.max,
    y1: up.min,
    y2: up.max,
    thresholds: levels.map(negate).reverse(),
    fill: color,
    fillOpacity: 0.055,
    stroke: color,
    strokeOpacity: 0.55,
    strokeWidth: 0.75,
  });
}

/** d3's contours enclose what lies above a level: the negative turns valleys into nested rings. */
function negate(value: number): number {
  return -value;
}

function axisName(plot: Plot, text: string, options: object) {
  return plot.text([text], { ...options, className: "curve-name" });
}

/** The axis of a parameter; a logarithmic one has its ticks at 1, 2 and 5 times powers of ten. */
function axis({ min, max, scale, step }: Slider, count: number): NonNullable<PlotOptions["x"]> {
  const ticks = scale === "log" ? roundNumbers(min, max) : count;
  return {
    domain: [min, max],
    type: scale,
    constant: step,
    ticks,
    tickFormat: "~f",
    label: null,
    tickSize: 4,
  };
}

function roundNumbers(min: number, max: number): number[] {
  const powers = Array.from({ length: 41 }, (_, k) => k - 20);
  const numbers = powers.flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`)));
  return numbers.filter((number) => number >= min && number <= max);
}

function declared(experiment: Experiment, quantity: string): Quantity {
  const found = experiment.quantities[quantity];
  if (found === undefined) throw new Error(`${experiment.title}: unknown quantity “${quantity}”`);
  return found;
}

/** A landscape in words. */
export function describeLandscape({ experiment, quantity, minima }: LandscapeView): string {
  const { across, up } = planeOf(experiment);
  const { label, unit } = declared(experiment, quantity);
  const range = (parameter: Slider): string =>
    `${parameter.label} from ${formatNumber(parameter, parameter.min)} to ${formatNumber(parameter, parameter.max)}`;
  const places = minima.map(({ x, y, value }) => {
    const place = `${across.label} = ${formatNumber(across, x)}, ${up.label} = ${formatNumber(up, y)}`;
    return `${formatQuantity(value)} ${unit} at ${place}`;
  });
  const least =
    places.length === 0 ? "It has no local minimum inside." : `Local minima: ${places.join("; ")}.`;
  return `Landscape of ${plainLabel(label)} over ${range(across)} and ${range(up)}. ${least}`;
}
