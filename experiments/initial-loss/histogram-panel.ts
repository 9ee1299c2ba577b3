import type { PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { formatQuantity } from "../../lab/measure.ts";
import type { Histogram } from "./histogram.ts";

/** What the histogram's words and colour are chosen by. */
export interface Head {
  readonly words: number;
  readonly isTied: boolean;
}

/** The figure's width in its own units. */
const width = 640;
/** Heights of what stands on the axis and below it, as shares of the highest bar. */
const heights = {
  own: 1.12,
  ownName: 1.36,
  bracket: -0.36,
  end: 0.07,
  names: -0.63,
  top: 1.5,
  bottom: -0.85,
};
/** A bracket narrower than this share of the axis has no room for the names of its ends. */
const roomForNames = 0.2;
/** Share of the axis that the words for the bars take, also in a narrow figure. */
const roomForWords = 0.38;
/** A label stays readable where bars stand behind it. */
const halo = { stroke: "var(--paper)", strokeWidth: 4 };

/** The logits at one position as bars, the token just read apart, and the loss as a length below the axis. */
export function drawHistogram(plot: Plot, histogram: Histogram, head: Head): PlotOptions {
  const unit = Math.max(...histogram.bins.map(({ count }) => count));
  return {
    width,
    height: 270,
    marginTop: 6,
    marginRight: 24,
    marginBottom: 50,
    marginLeft: 24,
    x: { domain: [...histogram.domain], ticks: 6, label: "logit z →", tickSize: 4, tickFormat: signed },
    y: { domain: [heights.bottom, heights.top], axis: null },
    marks: [
      plot.rect(histogram.bins, {
        x1: "from",
        x2: "to",
        y1: 0,
        y2: ({ count }) => count / unit,
        fill: "var(--ink-3)",
        fillOpacity: 0.55,
        insetRight: 0.5,
      }),
      plot.ruleY([0]),
      ...drawOthers(plot, histogram, head),
      ...drawOwn(plot, histogram, head),
      ...drawLoss(plot, histogram),
    ],
  };
}

/** How many tokens the bars are, and how far they spread. */
function drawOthers(plot: Plot, histogram: Histogram, { words }: Head) {
  const { x, y, isLeft } = placeForOthers(histogram);
  const spread = `std. deviation ${formatQuantity(histogram.spread)}`;
  return [
    plot.text([[x, y]], {
      text: () => (words === 2 ? "the other token" : `${words - 1} other tokens\n${spread}`),
      fill: "var(--ink-2)",
      textAnchor: isLeft ? "end" : "start",
      dx: isLeft ? -10 : 10,
      ...halo,
    }),
  ];
}

/** Right of the bars; where the own bar leaves no room there, above them, or beside the own bar. */
function placeForOthers({ spread, domain: [left, right], own }: Histogram) {
  const range = right - left;
  const start = Math.max(1.25 * spread, 0.02 * range);
  if (own < start || own > start + roomForWords * range) return { x: start, y: 0.62, isLeft: false };
  if (own > left + 0.4 * range && own > 5 * spread) return { x: left, y: heights.ownName, isLeft: false };
  return { x: own, y: 0.62, isLeft: own > right - roomForWords * range };
}

/** The token just read: one token, so its bar is raised to be seen. */
function drawOwn(plot: Plot, { own, domain }: Histogram, { isTied }: Head) {
  const color = isTied ? "var(--q)" : "var(--p)";
  const [left, right] = domain;
  const isFar = own > left + 0.62 * (right - left);
  return [
    plot.ruleX([own], { y1: 0, y2: heights.own, stroke: color, strokeWidth: 4 }),
    plot.text([[own, heights.ownName]], {
      text: () => `the token itself: ${formatQuantity(own)}`,
      fill: color,
      fontWeight: 600,
      textAnchor: isFar ? "end" : "start",
      dx: isFar ? 2 : -2,
    }),
  ];
}

/** The loss: from the target's logit to log Σ exp of all. */
function drawLoss(plot: Plot, { target, logSum, domain }: Histogram) {
  const [left, right] = domain;
  const isWide = (logSum - target) / (right - left) > roomForNames;
  const label = `loss here: ${formatQuantity(logSum - target)}`;
  const place = isWide ? (target + logSum) / 2 : logSum;
  const ends = [
    { at: target, name: "target" },
    { at: logSum, name: "log Σ eᶻ" },
  ];
  return [
    plot.link([0], { x1: target, x2: logSum, y1: heights.bracket, y2: heights.bracket, strokeWidth: 1.5 }),
    plot.ruleX(ends, {
      x: "at",
      y1: heights.bracket - heights.end,
      y2: heights.bracket + heights.end,
      strokeWidth: 1.5,
    }),
    plot.text([[place, heights.bracket]], {
      text: () => label,
      textAnchor: isWide ? "middle" : "start",
      dx: isWide ? 0 : 8,
      dy: isWide ? -11 : 0,
      fill: "var(--ink)",
      ...halo,
    }),
    plot.text(isWide ? ends : [], { x: "at", y: heights.names, text: "name", fill: "var(--ink-2)" }),
  ];
}

function signed(value: number): string {
  return String(value).replace("-", "−");
}
