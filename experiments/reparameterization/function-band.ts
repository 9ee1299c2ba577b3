import type { Plot } from "../../lab/experiment.ts";
import type { Setting } from "./comparison.ts";
import { number } from "./diagram.ts";
import { pathwise, sampleOf, score } from "./estimators.ts";
import { functionNames, functionOf, type LatentFunction } from "./functions.ts";
import { bands, domain, type Point } from "./layout.ts";

/** f is shown with all its values on [−3, 3]; where it leaves these, its curve ends. */
const shownTo = 3;
/** Intervals between the points of the curve: a sine of ω = 6 has 26 of them in a turn. */
const intervals = 250;
/** Length of the tangent to each side, in units of z. */
const tangentReach = 0.45;

/** f on the z axis of the samples: at Z its slope, which pathwise estimates read, and its height, which scores read. */
export function drawFunction(plot: Plot, setting: Setting) {
  const f = functionOf(setting.function, setting.frequency);
  const scale = scaleOf(f);
  const sample = sampleOf(setting, setting.noise);
  const isShown =
    Math.abs(sample) <= shownTo || (Math.abs(sample) <= domain[1] && isInBand(scale(f.at(sample))));
  return [
    plot.ruleY([scale(0)], { stroke: "var(--hairline)" }),
    ...pieces(f, scale).map((piece) => plot.line(piece, { stroke: "var(--ink-2)", strokeWidth: 1.5 })),
    ...(isShown ? drawReadings(plot, f, scale, sample) : []),
    plot.text([[domain[1], scale(0)]], {
      text: () => `f(z) = ${functionLabel(setting)}`,
      textAnchor: "end",
      lineAnchor: "bottom",
      dy: -4,
      fill: "var(--ink-2)",
      ...halo,
    }),
    ...drawEstimates(plot, setting, f),
  ];
}

const halo = { stroke: "var(--paper)", strokeWidth: 4 };

/** What f is called, with its frequency in place of ω. */
export function functionLabel({ function: name, frequency }: Setting): string {
  return functionNames[name].replace("ω", String(Number(frequency.toFixed(2))));
}

function drawReadings(plot: Plot, f: LatentFunction, scale: (value: number) => number, sample: number) {
  const slope = f.slope(sample);
  const tangent = [-tangentReach, tangentReach].map(
    (step): Point => [sample + step, scale(f.at(sample) + slope * step)],
  );
  return [
    plot.link([0], {
      x1: sample,
      x2: sample,
      y1: scale(0),
      y2: scale(f.at(sample)),
      stroke: "var(--q)",
      strokeWidth: 3,
    }),
    plot.line(tangent.map(clampToBand), { stroke: "var(--p)", strokeWidth: 2.25 }),
    plot.dot([[sample, scale(f.at(sample))]], { r: 3.5, fill: "var(--ink)" }),
  ];
}

/** What each estimate is for this one draw. */
function drawEstimates(plot: Plot, setting: Setting, f: LatentFunction) {
  const { noise, target } = setting;
  const [left, right] = domain;
  const y = bands.function.top - 10;
  const ofMean = target === "mean";
  const path = number(pathwise(f, setting, target)(noise));
  const scored = number(score(f, setting, target)(noise));
  return [
    plot.text([[left, y]], {
      text: () => `pathwise f′(Z)${ofMean ? "" : "·V"} = ${path}`,
      textAnchor: "start",
      fill: "var(--p)",
      ...halo,
    }),
    plot.text([[right, y]], {
      text: () => `score f(Z)·${ofMean ? "V" : "(V²−1)"}/σ = ${scored}`,
      textAnchor: "end",
      fill: "var(--q)",
      ...halo,
    }),
  ];
}

/** A value's height in the band. */
function scaleOf(f: LatentFunction): (value: number) => number {
  const values = nodes.filter((z) => Math.abs(z) <= shownTo).map(f.at);
  const [lowest, highest] = [Math.min(0, ...values), Math.max(...values)];
  const { top, bottom } = bands.function;
  return (value) => bottom - ((bottom - top) * (value - lowest)) / (highest - lowest);
}

const nodes = Array.from(
  { length: intervals + 1 },
  (_, k) => domain[0] + ((domain[1] - domain[0]) * k) / intervals,
);

/** The curve's points in the band; a jump takes it apart. */
function pieces(f: LatentFunction, scale: (value: number) => number): readonly Point[][] {
  const points = (from: number, to: number): Point[] =>
    nodes.filter((z) => z > from && z <= to).map((z): Point => [z, scale(f.at(z))]);
  const ends = [-Infinity, ...f.breaks, Infinity];
  return ends.slice(1).map((end, k) => points(ends[k] ?? -Infinity, end).filter(([, y]) => isInBand(y)));
}

function isInBand(y: number): boolean {
  return y >= bands.function.top - 0.01 && y <= bands.function.bottom + 0.01;
}

/** A tangent that leaves the band far behind is drawn to a little beyond it. */
function clampToBand([z, y]: Point): Point {
  return [z, Math.min(bands.function.bottom + 14, Math.max(bands.function.top - 6, y))];
}
