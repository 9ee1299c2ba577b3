import type { Plot } from "../../lab/experiment.ts";
import { formatQuantity } from "../../lab/measure.ts";

/** What is marked among the curves. */
export interface Marked {
  /** The state's deviation of the word table. */
  readonly deviation: number;
  /** log V. */
  readonly guess: number;
  /** The simulated loss, in nats. */
  readonly loss: number;
  /** d^−½: the deviation that is proposed as a fix. */
  readonly proposed: number;
  /** The exact loss there, for the head of the state, in nats. */
  readonly lossThere: number;
  readonly isTied: boolean;
}

/** A label stays readable where a line runs behind it. */
export const halo = { stroke: "var(--paper)", strokeWidth: 4 };

/** What a loss is compared with: a guess, and a guess with logits of variance 1. */
export function drawLevels(plot: Plot, { guess }: Marked) {
  const words = { fill: "var(--ink-2)", textAnchor: "start", frameAnchor: "left", ...halo } as const;
  return [
    plot.ruleY([0], { stroke: "var(--ink-3)" }),
    plot.ruleY([0.5], { stroke: "var(--ink-3)", strokeDasharray: "2,3" }),
    plot.text([0], { ...words, y: 0, text: () => `log V = ${formatQuantity(guess)}`, dx: 6, dy: 14 }),
    plot.text([0], { ...words, y: 0.5, text: () => "log V + ½", dx: 6, dy: -13 }),
  ];
}

/** The proposed deviation as a dashed line, with the loss that it leaves. */
export function drawFix(plot: Plot, { proposed, lossThere, guess, isTied }: Marked, top: number) {
  const words = [
    "the proposed fix",
    `1/√d = ${proposed.toPrecision(3)}`,
    `leaves ${formatQuantity(lossThere)} nats`,
  ];
  return [
    plot.ruleX([proposed], { y1: 0, y2: top, stroke: "var(--ink-3)", strokeDasharray: "5,4" }),
    plot.text([[proposed, top]], {
      text: () => words.join("\n"),
      fill: "var(--ink-2)",
      lineAnchor: "top",
      textAnchor: "end",
      dx: -8,
      ...halo,
    }),
    plot.dot([[proposed, lossThere - guess]], {
      r: 4,
      fill: "var(--paper)",
      stroke: isTied ? "var(--q)" : "var(--p)",
      strokeWidth: 2,
    }),
  ];
}

/** The network that was drawn: a dash that sticks out from under the ring on the curve. */
export function drawSimulated(plot: Plot, { deviation, loss, guess }: Marked) {
  const place = [deviation, loss - guess] as const;
  const isLeft = deviation < 0.02;
  return [
    plot.ruleY([place[1]], {
      x1: deviation / 1.2,
      x2: deviation * 1.04,
      stroke: "var(--ink)",
      strokeWidth: 2,
    }),
    plot.text([place], {
      text: () => "simulated",
      textAnchor: isLeft ? "start" : "end",
      fill: "var(--ink)",
      dx: isLeft ? 0 : -14,
      dy: isLeft ? -18 : -12,
      ...halo,
    }),
  ];
}
