import type { PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { type Gaussian, logMixture, logNormal, type Mixture, moments } from "./mixture.ts";

/** The stretch of the real line that the figure shows. */
const domain = [-6, 6] as const;
/** Intervals between the points of a curve. */
const intervals = 240;

type Point = readonly [x: number, density: number];

/** P as a filled curve that rests on its mean, Q as a line with its mean and one deviation marked; each is named. */
export function drawDensities(plot: Plot, mixture: Mixture, approximation: Gaussian): PlotOptions {
  return {
    width: 640,
    height: 300,
    marginTop: 12,
    marginRight: 34,
    marginBottom: 50,
    marginLeft: 34,
    x: { domain: [...domain], ticks: 7, label: null, tickSize: 0, tickPadding: 20 },
    y: { domain: [0, topOf(mixture, approximation)], axis: null },
    marks: [
      ...targetMarks(plot, mixture),
      ...approximationMarks(plot, approximation),
      plot.ruleY([0]),
      plot.dot([fulcrum(mixture, approximation)], { symbol: "triangle", r: 5, fill: "var(--p)" }),
    ],
  };
}

function topOf(mixture: Mixture, approximation: Gaussian): number {
  const peaks = mixture.map(({ mean }) => density(mixture, mean));
  return Math.max(0.45, 1.15 * Math.max(...peaks, normalDensity(approximation, approximation.mean)));
}

/** Where P balances: at its mean, just below the axis. */
export function fulcrum(mixture: Mixture, approximation: Gaussian): Point {
  return [moments(mixture).mean, -0.035 * topOf(mixture, approximation)];
}

/** Density of P at x. */
export function density(mixture: Mixture, x: number): number {
  return Math.exp(logMixture(mixture)(x));
}

/** Density of a normal distribution at x. */
export function normalDensity(approximation: Gaussian, x: number): number {
  return Math.exp(logNormal(approximation)(x));
}

/** Where one deviation is marked: to the right of the mean, to the left where the figure ends before. */
export function shoulder({ mean, deviation }: Gaussian): number {
  return mean + deviation <= domain[1] ? mean + deviation : mean - deviation;
}

function targetMarks(plot: Plot, mixture: Mixture) {
  const points = sample(domain, (x) => density(mixture, x));
  const [{ mean, deviation }] = mixture;
  const labelled = mean - 0.55 * deviation;
  return [
    plot.areaY(points, { x: "0", y: "1", fill: "var(--p)", fillOpacity: 0.16 }),
    plot.line(points, { stroke: "var(--p)", strokeWidth: 1.75 }),
    label(plot, [labelled, density(mixture, labelled)], "P", "var(--p)", -14),
  ];
}

function approximationMarks(plot: Plot, approximation: Gaussian) {
  const { mean, deviation } = approximation;
  const colour = { stroke: "var(--q)" };
  const end = shoulder(approximation);
  const height = normalDensity(approximation, end);
  const side = mean + 1.9 * deviation < domain[1] ? 1.6 : -1.6;
  const place = mean + side * deviation;
  const named: Point = [place, normalDensity(approximation, place)];
  return [
    plot.ruleX([mean], {
      ...colour,
      y1: 0,
      y2: normalDensity(approximation, mean),
      strokeDasharray: "2,3",
    }),
    plot.link([0], {
      ...colour,
      x1: mean,
      x2: end,
      y1: height,
      y2: height,
      strokeDasharray: "2,3",
    }),
    plot.line(curve(approximation), { ...colour, strokeWidth: 2.25 }),
    label(plot, named, "Q", "var(--q)", 10 * Math.sign(side)),
  ];
}

/** The part of Q's curve that lies in the domain, dense where Q is narrow. */
function curve(approximation: Gaussian): Point[] {
  const from = Math.max(domain[0], approximation.mean - 4.5 * approximation.deviation);
  const to = Math.min(domain[1], approximation.mean + 4.5 * approximation.deviation);
  return sample([from, to], (x) => normalDensity(approximation, x));
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
