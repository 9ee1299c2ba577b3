import type { PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { type Gaussian, logMixture, logNormal, type Mixture } from "./mixture.ts";

/** The stretch of the real line that the figure shows. */
const domain = [-6, 6] as const;
/** Intervals between the points of a curve. */
const intervals = 240;

type Point = readonly [x: number, density: number];

/** P as a filled curve, Q as a line with its mean and one deviation marked; each is named where it stands. */
export function drawDensities(plot: Plot, mixture: Mixture, approximation: Gaussian): PlotOptions {
  const top = Math.max(0.45, 1.15 * density(approximation, approximation.mean));
  return {
    width: 640,
    height: 300,
    marginTop: 12,
    marginRight: 34,
    marginBottom: 40,
    marginLeft: 34,
    x: { domain: [...domain], ticks: 7, label: null, tickSize: 4 },
    y: { domain: [0, top], axis: null },
    marks: [...targetMarks(plot, mixture), ...approximationMarks(plot, approximation), plot.ruleY([0])],
  };
}

/** Density of the normal distribution at x. */
export function density(approximation: Gaussian, x: number): number {
  return Math.exp(logNormal(approximation)(x));
}

/** Where one deviation is marked: to the right of the mean, to the left where the figure ends before. */
export function shoulder({ mean, deviation }: Gaussian): number {
  return mean + deviation <= domain[1] ? mean + deviation : mean - deviation;
}

function targetMarks(plot: Plot, mixture: Mixture) {
  const logP = logMixture(mixture);
  const points = sample(domain, (x) => Math.exp(logP(x)));
  const [first] = mixture;
  if (first === undefined) throw new RangeError("a mixture needs at least one component");
  const labelled = first.mean - 1.1 * first.deviation;
  const place: Point = [labelled, Math.exp(logP(labelled))];
  return [
    plot.areaY(points, { x: "0", y: "1", fill: "var(--p)", fillOpacity: 0.16 }),
    plot.line(points, { stroke: "var(--p)", strokeWidth: 1.75 }),
    label(plot, place, "P", "var(--p)", -12),
  ];
}

function approximationMarks(plot: Plot, approximation: Gaussian) {
  const { mean, deviation } = approximation;
  const colour = { stroke: "var(--q)" };
  const end = shoulder(approximation);
  const height = density(approximation, end);
  const points = curve(approximation);
  const side = mean + 1.9 * deviation < domain[1] ? 1.6 : -1.6;
  const place: Point = [mean + side * deviation, density(approximation, mean + side * deviation)];
  return [
    plot.ruleX([mean], { ...colour, y1: 0, y2: density(approximation, mean), strokeDasharray: "2,3" }),
    plot.link([0], {
      ...colour,
      x1: mean,
      x2: end,
      y1: height,
      y2: height,
      strokeDasharray: "2,3",
    }),
    plot.line(points, { ...colour, strokeWidth: 2.25 }),
    label(plot, place, "Q", "var(--q)", 10 * Math.sign(side)),
  ];
}

/** The part of Q's curve that lies in the domain, dense where Q is narrow. */
function curve(approximation: Gaussian): Point[] {
  const from = Math.max(domain[0], approximation.mean - 4.5 * approximation.deviation);
  const to = Math.min(domain[1], approximation.mean + 4.5 * approximation.deviation);
  return sample([from, to], (x) => density(approximation, x));
}

/** Equally spaced points of a curve over an interval, both ends included. */
function sample([from, to]: readonly [number, number], f: (x: number) => number): Point[] {
  return Array.from({ length: intervals + 1 }, (_, k): Point => {
    const x = from + ((to - from) * k) / intervals;
    return [x, f(x)];
  });
}

function label(plot: Plot, place: Point, text: string, fill: string, dx: number) {
  return plot.text([place], { text: () => text, fill, dx, dy: -10, className: "curve-name" });
}
