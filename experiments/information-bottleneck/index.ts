import { defineExperiment } from "../../lab/experiment.ts";
import { describeBottleneck } from "./figure/description.ts";
import { drawBottleneck } from "./figure/drawing.ts";
import { modelAt, separationAt } from "./models.ts";
import { quantities } from "./quantities.ts";
import { parameters } from "./state.ts";
import { trainingRun } from "./training-run.ts";

/** A latent that costs β per nat: what is learned, what it is worth on other data, and how wide it lies. */
export default defineExperiment({
  title: "Information bottleneck",
  plainOnly:
    "stored results of networks that were trained beforehand, and models solved exactly in double precision",
  parameters,
  quantities,
  presets: {
    weak: { label: "β = 10⁻⁶", values: { model: "digits", beta: 1e-6, dots: "samples" } },
    middle: { label: "β = 10⁻³", values: { model: "digits", beta: 1e-3, dots: "samples" } },
    strong: { label: "β = 100", values: { model: "digits", beta: 100, dots: "samples" } },
    means: { label: "β = 100, means", values: { model: "digits", beta: 100, dots: "means" } },
    linear: { label: "the U of the linear model", values: { model: "linear", beta: 0.45, curve: "error" } },
  },
  compute: ({ model, beta }) => {
    const { figures, latents } = modelAt(model, beta);
    const { trainingError, ...rest } = figures;
    const quantities = { ...rest, ...separationAt(model, beta, figures) };
    return { quantities, trainingError, latents };
  },
  runs: { train: trainingRun },
  draw: (result, values, { plot, frame }) => drawBottleneck(plot, result, values, frame),
  handles: [
    { parameter: "beta", panel: 1, color: "var(--ink)", position: ({ beta }) => [beta, 0], drag: (x) => x },
  ],
  describe: (result, values) => describeBottleneck(result, values),
});
