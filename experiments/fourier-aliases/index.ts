import { defineExperiment } from "../../lab/experiment.ts";
import { aliasGroup } from "./aliases.ts";
import { drawCredits } from "./credit-panel.ts";
import { drawCurves } from "./curve-panel.ts";
import { describeFit } from "./description.ts";
import { fitAliases } from "./fit.ts";
import { fourierFeatures, trainingInputs } from "./fourier.ts";
import { constrain, parameters } from "./parameters.ts";
import { weightsOf } from "./weights.ts";

const precision = { unit: "", error: 1e-9, tolerance: 0 };

/** Many Fourier features at a few equally spaced points: aliases of the target take their shares of the credit. */
export default defineExperiment({
  title: "What a few points cannot tell apart",
  plainOnly: "a small system of linear equations, which tf.js does not solve",
  parameters,
  quantities: {
    loss: { label: "L", meaning: "expected test error", color: "var(--q)", ...precision },
    credit: { label: "w_t", meaning: "effective weight of the target", color: "var(--p)", ...precision },
    group: {
      label: "m",
      meaning: "features in the alias group",
      color: "var(--ink)",
      ...precision,
      error: 0,
      isCount: true,
    },
    interpolationError: {
      label: "max |f − y|",
      meaning: "interpolation error",
      color: "var(--ink-2)",
      ...precision,
    },
  },
  presets: {
    equal: { label: "Cosines", values: { points: 8, features: 33, target: 6, law: "equal" } },
    sines: { label: "Sines", values: { points: 8, features: 33, target: 5, law: "equal" } },
    constant: { label: "Constant", values: { points: 8, features: 33, target: 0, law: "equal" } },
    highest: { label: "Highest frequency", values: { points: 8, features: 33, target: 8, law: "equal" } },
    odd: { label: "Seven points", values: { points: 7, features: 29, target: 6, law: "equal" } },
    power: {
      label: "Falling weights",
      values: { points: 8, features: 33, target: 6, law: "power", decay: 1 },
    },
    exponential: {
      label: "Fast-falling weights",
      values: { points: 16, features: 65, target: 4, law: "exponential", decay: 0.1 },
    },
  },
  constrain,
  isUsed: (parameter, { law }) => parameter !== "decay" || law !== "equal",
  compute: ({ points, features, target, law, decay }) => {
    const family = fourierFeatures(features);
    const inputs = trainingInputs(points);
    const weights = weightsOf(law, decay, features);
    const fit = fitAliases(family, target, inputs, weights);
    const group = aliasGroup(family, target, inputs);
    return {
      inputs,
      weights,
      group,
      credits: fit.credits,
      quantities: {
        loss: fit.loss,
        credit: fit.credits[target] ?? Number.NaN,
        group: group.length,
        interpolationError: fit.interpolationError,
      },
    };
  },
  draw: (fit, { target }, { plot }) => [drawCurves(plot, fit, target), drawCredits(plot, fit, target)],
  handles: [
    {
      parameter: "target",
      panel: 1,
      color: "var(--p)",
      position: ({ target }) => [target, 0],
      drag: (x) => x,
    },
  ],
  describe: (fit, values) => describeFit(fit, values),
});
