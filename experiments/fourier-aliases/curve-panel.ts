import type { Markish, PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { fourierFeature } from "./fourier.ts";
import { divisionInWords, learnedFunction, type Shares, strongestRival } from "./shares.ts";

const halo = { stroke: "var(--paper)", strokeWidth: 3 };

type Curve = (x: number) => number;

/** Target, learned function and one alias over a period, through all the training points. */
export function drawCurves(plot: Plot, fit: Shares, target: number): PlotOptions {
  const wanted = fourierFeature(target).value;
  const learned = learnedFunction(fit);
  const alias = strongestRival(fit, target)?.value;
  const inputs = inputsFor([target, ...fit.group.map(({ index }) => index)]);
  const top = 1.2 * Math.max(Math.SQRT2, ...inputs.map((x) => Math.abs(learned(x))));
  const targetPlace = apartFrom(inputs, wanted, learned, alias);
  const fitPlace = apartFrom(inputs, learned, wanted, alias);
  // a fit that is all but the target has its name on the target's other side
  const isCovered = Math.abs(targetPlace.x - fitPlace.x) < 0.2 && Math.abs(targetPlace.y - fitPlace.y) < 0.3;
  const draw = (f: Curve, style: object): Markish =>
    plot.line(inputs, { x: (x: number) => x, y: f, ...style });
  return {
    width: 640,
    height: 260,
    marginTop: 34,
    marginRight: 34,
    marginBottom: 30,
    marginLeft: 34,
    x: { domain: [-1, 1], ticks: 5, label: null, tickSize: 4 },
    y: { domain: [-top, top], ticks: [-1, 0, 1], label: null, tickSize: 4 },
    marks: [
      plot.ruleY([0], { strokeOpacity: 0.25 }),
      plot.areaY(inputs, {
        x: (x: number) => x,
        y1: wanted,
        y2: learned,
        fill: "var(--q)",
        fillOpacity: 0.13,
      }),
      ...(alias === undefined
        ? []
        : [draw(alias, { stroke: "var(--ink-2)", strokeWidth: 1, strokeDasharray: "4,3" })]),
      draw(wanted, { stroke: "var(--p)", strokeWidth: 1.75 }),
      draw(learned, { stroke: "var(--q)", strokeWidth: 2.25 }),
      plot.dot(fit.inputs, {
        x: (x: number) => x,
        y: wanted,
        r: 4,
        fill: "var(--paper)",
        stroke: "var(--ink)",
        strokeWidth: 1.75,
      }),
      name(plot, "target", "var(--p)", targetPlace),
      name(plot, "fit", "var(--q)", isCovered ? { ...fitPlace, isAbove: !targetPlace.isAbove } : fitPlace),
      ...(alias === undefined
        ? []
        : [name(plot, "an alias", "var(--ink-2)", apartFrom(inputs, alias, wanted, learned))]),
      plot.text([divisionInWords(fit, target)], { frameAnchor: "top-left", dy: -26 }),
    ],
  };
}

/** Where curves are drawn: at 16 points of a period of the highest frequency, or more. */
function inputsFor(indices: readonly number[]): readonly number[] {
  const intervals = Math.max(160, 8 * Math.max(...indices));
  return Array.from({ length: intervals + 1 }, (_, k) => -1 + (2 * k) / intervals);
}

/** A place on a curve that lies as far as possible from the others, and whether it lies above the first of them. */
function apartFrom(inputs: readonly number[], own: Curve, ...others: readonly (Curve | undefined)[]) {
  const distance = (x: number): number =>
    Math.min(...others.map((other) => (other === undefined ? Infinity : Math.abs(own(x) - other(x)))));
  const inside = inputs.filter((x) => Math.abs(x) < 0.93);
  const x = inside.reduce((best, next) => (distance(next) > distance(best) + 1e-9 ? next : best), 0);
  return { x, y: own(x), isAbove: own(x) >= 0 };
}

function name(
  plot: Plot,
  words: string,
  fill: string,
  { x, y, isAbove }: ReturnType<typeof apartFrom>,
): Markish {
  return plot.text([[x, y]], { text: () => words, fill, ...halo, dy: isAbove ? -11 : 12 });
}
