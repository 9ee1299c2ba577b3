import { defineExperiment } from "../../lab/experiment.ts";
import { gripOfP, gripOfQ } from "./density-panel.ts";
import { describePair } from "./description.ts";
import { compareOverCells, totalsOf } from "./divergence.ts";
import { drawPair } from "./drawing.ts";
import { growthOf } from "./growth.ts";
import { drawGrowth, gripOfWeight, weightAt } from "./growth-panel.ts";
import { pairOf, views } from "./pair.ts";
import { keepApart, type PairValues, parameters } from "./parameters.ts";
import { presets } from "./presets.ts";

const divergence = { unit: "nats", error: 1e-12, tolerance: 0 };
const probability = { unit: "", error: 1e-13, tolerance: 0 };

type End = "pLeft" | "pRight" | "qLeft" | "qRight";

function isEnd(parameter: string): parameter is End {
  return parameter === "pLeft" || parameter === "pRight" || parameter === "qLeft" || parameter === "qRight";
}

/** The handle at an end of a support, where the pair has one that can be moved. */
function endHandle(parameter: End) {
  const isOfP = parameter.startsWith("p");
  return {
    parameter,
    ...(isOfP && { color: "var(--p)" }),
    position: (values: PairValues) => {
      if (!views[values.pair].ends.includes(parameter)) return undefined;
      return isOfP ? gripOfP(values[parameter], values) : gripOfQ(values[parameter]);
    },
    drag: (x: number) => x,
  };
}

/** Two distributions whose divergence is finite one way and ∞ the other, and pairs that look alike and are not. */
export default defineExperiment({
  title: "One-sided infinity",
  plainOnly: "a quadrature of a few thousand nodes, over before tf.js would have started",
  parameters,
  quantities: {
    forward: { ...divergence, label: "D_KL(P‖Q)", meaning: "forward divergence", color: "var(--p)" },
    reverse: { ...divergence, label: "D_KL(Q‖P)", meaning: "reverse divergence", color: "var(--q)" },
    massWhereQ0: {
      ...probability,
      label: "P({Q = 0})",
      meaning: "probability of P where Q has none",
      color: "var(--p)",
    },
    massWhereP0: {
      ...probability,
      label: "Q({P = 0})",
      meaning: "probability of Q where P has none",
      color: "var(--q)",
    },
  },
  presets,
  constrain: keepApart,
  isUsed: (parameter, { pair }) => !isEnd(parameter) || views[pair].ends.includes(parameter),
  compute: (values) => {
    const { p, q } = pairOf(values);
    const cells = compareOverCells(p, q);
    return { quantities: { ...totalsOf(cells) }, cells, growth: growthOf(values) };
  },
  draw: ({ quantities, cells, growth }, values, { plot }) => [
    drawPair(plot, cells, values),
    drawGrowth(plot, growth, { weight: values.weight, ...quantities }, values),
  ],
  handles: [
    endHandle("pLeft"),
    endHandle("pRight"),
    endHandle("qLeft"),
    endHandle("qRight"),
    {
      parameter: "weight",
      panel: 1,
      color: "var(--ink-2)",
      position: ({ weight }) => gripOfWeight(weight),
      drag: weightAt,
    },
  ],
  describe: ({ quantities, cells }, values) => describePair(values, quantities, cells),
});
