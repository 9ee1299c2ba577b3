import { defineExperiment, slider } from "../../lab/experiment.ts";
import { formatQuantity } from "../../lab/measure.ts";
import { formatValue } from "../../lab/parameters.ts";
import { division, drawFit } from "./drawing.ts";
import { witnesses } from "./features.ts";
import { fieldsOver } from "./landscape.ts";
import { fitAndTest } from "./test-error.ts";

const parameters = {
  weight0: slider({ label: "c₀", meaning: "weight of the true feature", default: 1, min: -3, max: 3 }),
  // the loss is even in c₁: half of the plane shows all of it, and circles are round
  weight1: slider({ label: "c₁", meaning: "weight of the alias", default: 1, min: 0, max: 3 }),
  input: slider({ label: "x₁", meaning: "training input", default: 0, min: -1, max: 1, step: 0.001 }),
};

const precision = { unit: "", error: 1e-12, tolerance: 5e-6 };
/** At the parameters' steps: at (0, 0.01) and x₁ = 0.749 terms of 10⁶ cancel to a slope of 0. */
const slopePrecision = { ...precision, error: 1e-9 };

/** Two features that agree at the training point: their weights decide which of them the least-norm fit believes. */
export default defineExperiment({
  title: "Who explains the point?",
  parameters,
  quantities: {
    loss: { label: "L", meaning: "expected test error", color: "var(--q)", ...precision },
    beta0: { label: "β̂₀", meaning: "coefficient of the true feature", color: "var(--p)", ...precision },
    beta1: { label: "β̂₁", meaning: "coefficient of the alias", color: "var(--ink-2)", ...precision },
    gradient0: { label: "∂L/∂c₀", meaning: "slope along c₀", color: "var(--p)", ...slopePrecision },
    gradient1: { label: "∂L/∂c₁", meaning: "slope along c₁", color: "var(--ink-2)", ...slopePrecision },
  },
  compute: ({ weight0, weight1, input }) => {
    const fit = fitAndTest(witnesses, [input], [weight0, weight1]);
    const [beta0 = Number.NaN, beta1 = Number.NaN] = fit.coefficients;
    const [gradient0 = Number.NaN, gradient1 = Number.NaN] = fit.gradient;
    return { ...fit, quantities: { loss: fit.loss, beta0, beta1, gradient0, gradient1 } };
  },
  plane: {
    x: "weight0",
    y: "weight1",
    // 1 is left out: the loss is 1 along the whole c₁ axis, where a contour would follow rounding
    levels: [0.01, 0.05, 0.15, 0.3, 0.5, 0.7, 0.9, 1.5, 3, 10],
    quantities: ["loss"],
  },
  accelerate: ({ input }, tools) => ({ ...fieldsOver(input, tools) }),
  draw: (fit, { input }, { plot }) => drawFit(plot, fit, input),
  handles: [{ parameter: "input", position: ({ input }) => [input, witnesses[0](input)], drag: (x) => x }],
  describe: ({ credits, quantities: { loss, gradient0, gradient1 } }, values) =>
    [
      "Over the inputs from −1 to 1: the true feature √2 cos(πx), which is the target, and its alias √2 cos(2πx);",
      "they meet at 0 and ±⅔.",
      `The training point lies on the target at x₁ = ${formatValue(parameters.input, values.input)}.`,
      `With the weights c₀ = ${formatValue(parameters.weight0, values.weight0)}`,
      `and c₁ = ${formatValue(parameters.weight1, values.weight1)}: ${division(credits)}.`,
      `The expected test error is ${formatQuantity(loss)},`,
      `its gradient (${formatQuantity(gradient0)}, ${formatQuantity(gradient1)}).`,
    ].join(" "),
});
