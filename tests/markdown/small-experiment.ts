import gaussianFit from "../../experiments/gaussian-fit/index.ts";
import type { Experiment, Values } from "../../lab/experiment.ts";
import { defaultValues } from "../../lab/parameters.ts";

const whole: Experiment = gaussianFit;
const { mean, deviation } = gaussianFit.parameters;
const { forward, reverse } = gaussianFit.quantities;

function filled(values: Values): Values {
  return { ...defaultValues(whole.parameters), ...values };
}

/** `gaussian-fit` with two of its parameters and two of its quantities, so that wordings hold when it grows. */
export const smallExperiment: Experiment = {
  title: whole.title,
  parameters: { mean, deviation },
  quantities: { forward, reverse },
  compute: (values, tools) => whole.compute(filled(values), tools),
  draw: (result, values, tools) => whole.draw(result, filled(values), tools),
  handles: [],
  describe: (result, values) => whole.describe(result, filled(values)),
};
