import { expect, test } from "vitest";
import initialLoss from "../../../experiments/initial-loss/index.ts";
import { constrain } from "../../../experiments/initial-loss/parameters.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { measure } from "../../../lab/measure.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { checkValues } from "../../../lab/state.ts";

const experiment: Experiment = initialLoss;
const base = defaultValues(initialLoss.parameters);

test("an address with half a word, half a feature or half a position gives a whole model, and every number of it", () => {
  const given = { words: "20.5", width: "8.4", positions: "2.6" };
  const { values, notes } = checkValues(experiment, base, given);
  expect(values).toMatchObject({ words: 21, width: 8, positions: 3 });
  expect(notes).toHaveLength(3);
  for (const { name, value } of measure(experiment, values).quantities) {
    expect([name, Number.isFinite(value)]).toEqual([name, true]);
  }
});

test("whole numbers stay as they are", () => {
  expect(constrain(base)).toEqual(base);
});
