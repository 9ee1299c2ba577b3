import type { PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { withMinus } from "../../lab/slider.ts";
import type { Comparison } from "./comparison.ts";
import { drawLabels, type Label } from "./labels.ts";
import { drawCount, type Standing } from "./race.ts";

/** The panel begins after this many draws. */
const first = 20;
/** The panel's size and margins; to the right the estimates are written out. */
const size = {
  width: 640,
  height: 256,
  marginTop: 40,
  marginRight: 172,
  marginBottom: 30,
  marginLeft: 48,
} as const;
/** Both running means with their standard errors against the number of draws, and the exact gradient. */
export function drawRace(plot: Plot, { quantities, race }: Comparison, count: number): PlotOptions {
  const { gradient, bias, pathwiseVariance, scoreVariance } = quantities;
  // 2.5 standard errors of the noisier estimate at the start
  const reach = Math.max(
    1.2 * Math.abs(bias),
    2.5 * Math.sqrt(Math.max(pathwiseVariance, scoreVariance) / first),
    1e-6,
  );
  const clip = (value: number): number => Math.min(gradient + reach, Math.max(gradient - reach, value));
  const runners = runnersOf(race, count);
  return {
    ...size,
    ariaLabel: describeRace(quantities.gradient, runners),
    x: {
      type: "log",
      domain: [first, drawCount],
      ticks: [20, 100, 1000, 10_000],
      tickFormat: ",",
      label: null,
      tickSize: 4,
    },
    y: { domain: [gradient - reach, gradient + reach], ticks: 5, label: null, tickSize: 4 },
    marks: [
      plot.ruleY([gradient], { stroke: "var(--ink)", strokeWidth: 1 }),
      ...runners.flatMap((runner) => drawRunner(plot, runner, clip)),
      ...drawLabels(plot, labelsOf(runners, gradient), [gradient - reach, gradient + reach]),
      plot.text(["running mean ± standard error after n draws"], {
        frameAnchor: "top-left",
        dy: -30,
        fill: "var(--ink-2)",
      }),
    ],
  };
}

/** An estimator in the race, with its standings so far. */
interface Runner {
  readonly name: string;
  readonly color: string;
  readonly dash: string;
  readonly standings: readonly Standing[];
}

function runnersOf(race: Comparison["race"], count: number): readonly Runner[] {
  const until = (standings: readonly Standing[]) => standings.filter((standing) => standing.count <= count);
  return [
    { name: "score", color: "var(--q)", dash: "6,3", standings: until(race.score) },
    { name: "pathwise", color: "var(--p)", dash: "none", standings: until(race.pathwise) },
  ];
}

function drawRunner(plot: Plot, { color, dash, standings }: Runner, clip: (value: number) => number) {
  const shown = standings
    .filter(({ count }) => count >= first)
    .map(({ count, mean, error }) => ({
      count,
      mean: clip(mean),
      low: clip(mean - error),
      high: clip(mean + error),
    }));
  return [
    plot.areaY(shown, { x: "count", y1: "low", y2: "high", fill: color, fillOpacity: 0.2 }),
    plot.line(shown, { x: "count", y: "mean", stroke: color, strokeWidth: 2, strokeDasharray: dash }),
  ];
}

function labelsOf(runners: readonly Runner[], gradient: number): readonly Label[] {
  const ends = runners.flatMap(({ name, color, standings }): Label[] => {
    const last = standings.at(-1);
    return last === undefined ? [] : [{ value: last.mean, color, text: `${name}\n${standingText(last)}` }];
  });
  return [
    ...ends,
    { value: gradient, color: "var(--ink)", text: `exact\n${withMinus(gradient.toFixed(3))}` },
  ];
}

function standingText({ mean, error }: Standing): string {
  return `${withMinus(mean.toFixed(3))} ± ${error.toFixed(3)}`;
}

/** The panel in words. */
function describeRace(gradient: number, runners: readonly Runner[]): string {
  const standings = runners.map(({ name, standings }) => {
    const last = standings.at(-1);
    return last === undefined
      ? ""
      : `after ${last.count} draws the ${name} estimate is ${standingText(last)}`;
  });
  return [
    "Running means against the number of draws",
    ...standings,
    `the exact gradient is ${withMinus(gradient.toFixed(3))}`,
  ]
    .filter((part) => part !== "")
    .join("; ");
}
