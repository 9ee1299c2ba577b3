import { defineExperiment } from "../../lab/experiment.ts";
import { accelerateLearning } from "./accelerate.ts";
import { describeState } from "./description.ts";
import { drawFit } from "./drawing.ts";
import { witnesses } from "./features.ts";
import { lossOver, tabulateLoss } from "./landscape.ts";
import { parameters } from "./parameters.ts";
import { levels } from "./plane.ts";
import { drawPaths } from "./plane-marks.ts";
import { drawPlane } from "./plane-panel.ts";
import { descentFrames, flowFrames, flowFramesFrom, stepsOf } from "./runs.ts";
import { fitAndTest } from "./test-error.ts";

const precision = { unit: "", error: 1e-12, tolerance: 1e-5 };
/** At the parameters' steps: at (0, 0.01) and x₁ = 0.749 terms of 10⁶ cancel to a slope of 0. */
const slopePrecision = { ...precision, error: 1e-9 };

/** Two features that agree at the training point: their weights decide which of them the least-norm fit believes. */
export default defineExperiment({
  title: "Who explains the point?",
  parameters,
  quantities: {
    loss: { label: "L", meaning: "expected test error", color: "var(--q)", ...precision },
    beta0: {
      label: "β̂₀",
      meaning: "coefficient of c₀φₜ, the weighted true feature",
      color: "var(--p)",
      ...precision,
    },
    beta1: {
      label: "β̂₁",
      meaning: "coefficient of c₁φₐ, the weighted alias",
      color: "var(--ink-2)",
      ...precision,
    },
    gradient0: { label: "∂L/∂c₀", meaning: "slope along c₀", color: "var(--p)", ...slopePrecision },
    gradient1: { label: "∂L/∂c₁", meaning: "slope along c₁", color: "var(--ink-2)", ...slopePrecision },
    squaredNorm: { label: "D", meaning: "squared norm of the weights", color: "var(--ink)", ...precision },
    growth: {
      label: "η²|∇L|²",
      meaning: "growth of D in a step of descent",
      color: "var(--q)",
      unit: "",
      error: 1e-8,
      tolerance: 1e-5,
    },
  },
  presets: {
    equal: { label: "Equal weights", values: { weight0: 1, weight1: 1, input: 0 } },
    misled: { label: "Alias favoured", values: { weight0: 0.3, weight1: 1.8, input: 0 } },
    opposite: { label: "Opposite signs", values: { weight0: -1.2, weight1: 1.6, input: 0 } },
    strong: { label: "Alias √2 times as loud", values: { weight0: 1, weight1: 2, input: 0.644 } },
    silent: { label: "Silent point", values: { weight0: 1, weight1: 1, input: 0.5 } },
  },
  compute: ({ weight0, weight1, input, rate }) => {
    const fit = fitAndTest(witnesses, [input], [weight0, weight1]);
    const [beta0 = Number.NaN, beta1 = Number.NaN] = fit.coefficients;
    const [gradient0 = Number.NaN, gradient1 = Number.NaN] = fit.gradient;
    const squaredNorm = weight0 ** 2 + weight1 ** 2;
    const growth = (weight0 - rate * gradient0) ** 2 + (weight1 - rate * gradient1) ** 2 - squaredNorm;
    return {
      ...fit,
      quantities: { loss: fit.loss, beta0, beta1, gradient0, gradient1, squaredNorm, growth },
    };
  },
  accelerate: (values, { tf }) => accelerateLearning(tf, values),
  plane: {
    x: "weight0",
    y: "weight1",
    levels,
    quantities: ["loss"],
    accelerate: ({ input }, tools) => ({ loss: lossOver(input, tools) }),
    tabulate: ({ input }, grid) => ({ loss: tabulateLoss(input, grid) }),
    marks: (values, { plot, frame }) => drawPaths(plot, values, frame),
  },
  runs: {
    descend: {
      label: "Descend",
      meaning: "gradient descent on the loss, one step at a time",
      usesTensors: false,
      length: ({ rate }) => stepsOf(rate),
      frames: descentFrames,
    },
    flow: {
      label: "Flow",
      meaning: "gradient flow, the limit of descent for small steps, exactly",
      usesTensors: false,
      length: () => flowFrames,
      frames: flowFramesFrom,
    },
  },
  draw: (fit, values, { plot, frame }) => [drawFit(plot, fit, values.input), drawPlane(plot, values, frame)],
  handles: [
    { parameter: "input", position: ({ input }) => [input, witnesses[0](input)], drag: (x) => x },
    {
      parameter: "weight0",
      up: "weight1",
      name: "both weights",
      panel: 1,
      position: ({ weight0, weight1 }) => [weight0, weight1],
      drag: (x) => x,
    },
  ],
  describe: ({ credits, quantities }, values) => describeState(credits, quantities, values),
});
