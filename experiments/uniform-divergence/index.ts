import { defineExperiment, slider } from "../../lab/experiment.ts";
import { gripOfP, gripOfQ } from "./density-panel.ts";
import { describePair } from "./description.ts";
import { divergenceOf, integrateDivergence } from "./divergence.ts";
import { drawFigure } from "./drawing.ts";
import { pairOf } from "./pair.ts";

/** Left ends end before right ends begin, so that a support never turns over and the two always overlap. */
const leftEnd = { default: 0, min: -1, max: 0.4 };
const rightEnd = { min: 0.6, max: 3 };

const parameters = {
  pLeft: slider({ label: "a", meaning: "left end of P", ...leftEnd }),
  pRight: slider({ label: "b", meaning: "right end of P", default: 1, ...rightEnd }),
  qLeft: slider({ label: "r", meaning: "left end of Q", ...leftEnd }),
  qRight: slider({ label: "s", meaning: "right end of Q", default: 2, ...rightEnd }),
  weight: slider({
    label: "ε",
    meaning: "share of Q mixed into P",
    default: 0,
    min: 0,
    max: 1,
    step: 1e-6,
    scale: "symlog",
  }),
};

/** Two uniform densities, one on a longer interval: one divergence finite, the other ∞ until the hole is filled. */
export default defineExperiment({
  title: "One-sided infinity",
  parameters,
  quantities: {
    forward: {
      label: "D(P‖Q)",
      meaning: "forward divergence",
      unit: "nats",
      error: 1e-13,
      tolerance: 0,
      color: "var(--p)",
    },
    reverse: {
      label: "D(Q‖P)",
      meaning: "reverse divergence",
      unit: "nats",
      error: 1e-13,
      tolerance: 0,
      color: "var(--q)",
    },
  },
  compute: (values) => {
    const { p, q } = pairOf(values);
    const forward = integrateDivergence(p, q);
    const reverse = integrateDivergence(q, p);
    return {
      quantities: { forward: divergenceOf(forward), reverse: divergenceOf(reverse) },
      integrals: { forward, reverse },
    };
  },
  draw: ({ integrals }, values, { plot }) => drawFigure(plot, values, integrals),
  handles: [
    {
      parameter: "pLeft",
      color: "var(--p)",
      position: (values) => gripOfP(values.pLeft, values),
      drag: (x) => x,
    },
    {
      parameter: "pRight",
      color: "var(--p)",
      position: (values) => gripOfP(values.pRight, values),
      drag: (x) => x,
    },
    { parameter: "qLeft", position: (values) => gripOfQ(values.qLeft), drag: (x) => x },
    { parameter: "qRight", position: (values) => gripOfQ(values.qRight), drag: (x) => x },
  ],
  describe: ({ quantities }, values) => describePair(parameters, values, quantities),
});
