import fc from "fast-check";
import { describe, expect, test } from "vitest";
import uniformDivergence from "../../../experiments/uniform-divergence/index.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { renderFrame } from "../../../lab/frame.ts";
import { measure } from "../../../lab/measure.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { states } from "./states.ts";

const experiment: Experiment = uniformDivergence;
const values = defaultValues(uniformDivergence.parameters);

function textsAt(state: Partial<typeof values>): string[] {
  return measure(experiment, { ...values, ...state }).quantities.map(({ text }) => text);
}

describe("quantities", () => {
  test("at the default state the forward is log 2 and the reverse ∞", () => {
    expect(textsAt({})).toEqual(["0.693", "∞"]);
  });

  test("filling the hole brings the reverse down from ∞ to 0", () => {
    const reverse = [1e-6, 1e-4, 0.01, 0.1, 1].map((weight) => textsAt({ weight })[1]);
    expect(reverse).toEqual(["6.561", "4.259", "1.959", "0.830", "0.000"]);
  });

  test("Q drawn in to P makes both 0, and drawn in further exchanges their roles", () => {
    expect(textsAt({ qRight: 1 })).toEqual(["0.000", "0.000"]);
    expect(textsAt({ qRight: 0.8 })).toEqual(["∞", Math.log(1 / 0.8).toFixed(3)]);
  });

  test("at every state each is a number or ∞, and not negative", () => {
    fc.assert(
      fc.property(states, (state) => {
        for (const { value } of measure(experiment, state).quantities) expect(value).toBeGreaterThan(-1e-13);
      }),
    );
  });
});

describe("description", () => {
  const describeAt = (state: Partial<typeof values>): string =>
    renderFrame(experiment, { ...values, ...state }).description;

  test("says both supports, both values, and why one is ∞", () => {
    expect(describeAt({})).toBe(
      "P is uniform on [0.00, 1.00]. Q is uniform on [0.00, 2.00]. " +
        "D(P‖Q) = 0.693 nats, D(Q‖P) = ∞, because Q has probability where P is 0. " +
        "Below the densities stand the integrand of each direction and its running integral.",
    );
  });

  test("says what fills the hole", () => {
    const words = describeAt({ weight: 0.01 });
    expect(words).toContain("P is uniform on [0.00, 1.00], with a share ε = 0.01 of Q mixed in.");
    expect(words).toContain("D(Q‖P) = 1.959 nats");
  });
});
