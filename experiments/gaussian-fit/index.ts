import { defineExperiment, slider } from "../../lab/experiment.ts";
import { formatQuantity } from "../../lab/measure.ts";
import { formatValue } from "../../lab/parameters.ts";
import { forwardDivergence, reverseDivergence } from "./divergence.ts";
import { density, drawDensities, shoulder } from "./drawing.ts";
import { divergenceLandscape } from "./landscape.ts";
import { target } from "./mixture.ts";

const parameters = {
  mean: slider({ label: "μ", meaning: "mean of Q", default: 0, min: -6, max: 6 }),
  deviation: slider({
    label: "σ",
    meaning: "standard deviation of Q",
    default: 2.088,
    min: 0.2,
    max: 5,
    step: 0.001,
    scale: "log",
  }),
};

/** One normal Q for a target P with two modes: what each direction of the divergence asks of it. */
export default defineExperiment({
  title: "One Gaussian for two modes",
  parameters,
  quantities: {
    forward: {
      label: "D(P‖Q)",
      meaning: "forward divergence",
      unit: "nats",
      error: 1e-12,
      tolerance: 1e-5,
      color: "var(--p)",
    },
    reverse: {
      label: "D(Q‖P)",
      meaning: "reverse divergence",
      unit: "nats",
      error: 1e-12,
      tolerance: 1e-5,
      color: "var(--q)",
    },
  },
  compute: (values) => ({
    quantities: {
      forward: forwardDivergence(target, values),
      reverse: reverseDivergence(target, values),
    },
  }),
  plane: {
    x: "mean",
    y: "deviation",
    levels: [0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.2, 1.24, 1.3, 1.5, 2, 3, 5, 10, 20, 50],
  },
  accelerate: (_values, tools) => divergenceLandscape(target, tools),
  draw: (_result, values, { plot }) => drawDensities(plot, target, values),
  handles: [
    {
      parameter: "mean",
      position: (values) => [values.mean, density(values, values.mean)],
      drag: (x) => x,
    },
    {
      parameter: "deviation",
      position: (values) => [shoulder(values), density(values, shoulder(values))],
      drag: (x, { mean }) => Math.abs(x - mean),
    },
  ],
  describe: ({ quantities }, values) =>
    [
      "The target P has two equal modes, at −2 and 2, each with standard deviation 0.6.",
      `The approximation Q is one Gaussian with mean ${formatValue(parameters.mean, values.mean)}`,
      `and standard deviation ${formatValue(parameters.deviation, values.deviation)}.`,
      `D(P‖Q) = ${formatQuantity(quantities.forward)} nats,`,
      `D(Q‖P) = ${formatQuantity(quantities.reverse)} nats.`,
    ].join(" "),
});
