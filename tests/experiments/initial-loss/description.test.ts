import { expect, test } from "vitest";
import initialLoss from "../../../experiments/initial-loss/index.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { measure } from "../../../lab/measure.ts";
import { defaultValues } from "../../../lab/parameters.ts";

const experiment: Experiment = initialLoss;
const base = defaultValues(initialLoss.parameters);

function describeAt(words: number): string {
  const values = { ...base, words, width: 8 };
  return experiment.describe(measure(experiment, values).result, values);
}

test("of two words the description gives the other's logit no deviation", () => {
  expect(describeAt(2)).not.toContain("other logits");
  expect(describeAt(3)).toContain("the other logits have standard deviation");
});
