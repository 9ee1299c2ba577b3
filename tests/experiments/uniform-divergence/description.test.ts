import { expect, test } from "vitest";
import uniformDivergence from "../../../experiments/uniform-divergence/index.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { measure } from "../../../lab/measure.ts";
import { defaultValues } from "../../../lab/parameters.ts";

const experiment: Experiment = uniformDivergence;
const base = defaultValues(uniformDivergence.parameters);

function describeAt(state: object): string {
  const values = { ...base, ...state };
  return experiment.describe(measure(experiment, values).result, values);
}

test("a probability that makes a divergence infinite is never said to be 0.000", () => {
  // W(x < 0.01) < e⁻¹⁰⁰·0.01²/0.148 < 10⁻⁴⁶; W(x < 0.0014) lies below 10⁻³⁰⁰, W(x < 0.001) below the least number
  const ends = { pair: "steep", qRight: 1 };
  for (const [pLeft, bound] of [
    [0.01, "10⁻⁴⁶"],
    [0.0014, "10⁻³⁰⁰"],
    [0.001, "10⁻³⁰⁰"],
  ] as const) {
    const words = describeAt({ ...ends, pLeft });
    expect(words).toContain(`because Q has probability below ${bound}, but not 0, where P has none`);
  }
  expect(describeAt({ ...ends, pLeft: 0.2 })).not.toContain("below 10");
  expect(describeAt({})).toContain("because Q has probability 0.500 where P has none");
});
