import type { PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { withMinus } from "../../lab/slider.ts";
import { type Feature, witnesses } from "./features.ts";
import type { Fit } from "./test-error.ts";

/** Intervals between the points of a curve. */
const intervals = 160;
const inputs = Array.from({ length: intervals + 1 }, (_, k) => -1 + (2 * k) / intervals);
const [target, alias] = witnesses;
/** A label stays readable where a curve runs behind it. */
const halo = { stroke: "var(--paper)", strokeWidth: 3 };
/** Where the learned function is named: the target crosses zero there, and the alias is at its lowest. */
const named = 0.5;

/** Target, alias and learned function over the test inputs, the gap to the target shaded, the training point marked. */
export function drawFit(plot: Plot, { credits }: Fit, input: number): PlotOptions {
  const learned = learnedFunction(credits);
  const top = 1.14 * Math.max(1.62, ...inputs.map((x) => Math.abs(learned?.(x) ?? 0)));
  return {
    width: 310,
    height: 324,
    marginTop: 40,
    marginRight: 12,
    marginBottom: 36,
    marginLeft: 26,
    x: { domain: [-1, 1], ticks: 5, label: null, tickSize: 4 },
    y: { domain: [-top, top], ticks: 5, label: null, tickSize: 4 },
    marks: [
      plot.ruleY([0], { strokeOpacity: 0.25 }),
      ...featureMarks(plot),
      ...(learned === undefined ? [] : learnedMarks(plot, learned)),
      plot.dot([[input, target(input)]], {
        r: 4.5,
        fill: "var(--paper)",
        stroke: "currentColor",
        strokeWidth: 2,
      }),
      plot.text([division(credits)], { frameAnchor: "top-left", dx: -12, dy: -32 }),
    ],
  };
}

/** Σ creditₖφₖ, or undefined where nothing fits. */
function learnedFunction([kept = Number.NaN, leaked = Number.NaN]: readonly number[]): Feature | undefined {
  if (Number.isNaN(kept + leaked)) return undefined;
  return (x) => kept * target(x) + leaked * alias(x);
}

/** How the learned function is made up of the features, in words. */
export function division([kept = Number.NaN, leaked = Number.NaN]: readonly number[]): string {
  if (Number.isNaN(kept + leaked)) return "no coefficients fit the training point";
  const sign = leaked < 0 ? "−" : "+";
  const share = (credit: number): string => withMinus(credit.toFixed(2));
  return `fit = ${share(kept)} × true feature ${sign} ${share(Math.abs(leaked))} × alias`;
}

function featureMarks(plot: Plot) {
  return [
    curve(plot, alias, { stroke: "var(--ink-2)", strokeWidth: 1.25, strokeDasharray: "5,4" }),
    curve(plot, target, { stroke: "var(--p)", strokeWidth: 1.75 }),
    plot.text([[1, alias(1)]], {
      text: () => "alias",
      fill: "var(--ink-2)",
      ...halo,
      textAnchor: "end",
      dy: -12,
    }),
    plot.text([[-1, target(1)]], {
      text: () => "true feature",
      fill: "var(--p)",
      ...halo,
      textAnchor: "start",
      dy: 14,
    }),
  ];
}

function learnedMarks(plot: Plot, learned: Feature) {
  const gap = inputs.map((x) => [x, target(x), learned(x)] as const);
  const value = learned(named);
  const isAbove = value > 0 || (value < 0.5 * alias(named) && value > alias(named));
  return [
    plot.areaY(gap, { x: "0", y1: "1", y2: "2", fill: "var(--q)", fillOpacity: 0.13 }),
    curve(plot, learned, { stroke: "var(--q)", strokeWidth: 2.25 }),
    plot.text([[named, value]], {
      text: () => "fit",
      fill: "var(--q)",
      ...halo,
      dx: isAbove ? 14 : -14,
      dy: isAbove ? -10 : 12,
    }),
  ];
}

function curve(plot: Plot, f: Feature, style: object) {
  return plot.line(
    inputs.map((x) => [x, f(x)]),
    { x: "0", y: "1", ...style },
  );
}
