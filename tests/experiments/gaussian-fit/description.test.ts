import { expect, test } from "vitest";
import gaussianFit from "../../../experiments/gaussian-fit/index.ts";
import { presets } from "../../../experiments/gaussian-fit/presets.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { measure } from "../../../lab/measure.ts";
import { defaultValues } from "../../../lab/parameters.ts";

const experiment: Experiment = gaussianFit;
const base = defaultValues(gaussianFit.parameters);

test.each([
  [
    "both mirror images where they are lowest",
    presets.far,
    "3 minima, the lowest two at means −3.325 and 3.325 with",
  ],
  [
    "the broad minimum where it is",
    presets.between,
    "3 minima, the lowest at mean 0.000 and deviation 2.391.",
  ],
  ["the only one without a comparison", presets.near, "has one minimum, at mean 0.000 and deviation 2.047."],
  ["the heavier mode", presets.unequal, "2 minima, the lowest at mean 1.493 and deviation 0.911."],
])("of the reverse divergence's minima the description names %s", (_, preset, words) => {
  const values = { ...base, ...preset.values };
  expect(experiment.describe(measure(experiment, values).result, values)).toContain(words);
});
