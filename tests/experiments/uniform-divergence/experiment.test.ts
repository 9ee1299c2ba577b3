import fc from "fast-check";
import { describe, expect, test } from "vitest";
import uniformDivergence from "../../../experiments/uniform-divergence/index.ts";
import { pairOf, views } from "../../../experiments/uniform-divergence/pair.ts";
import { runningIntegral } from "../../../experiments/uniform-divergence/running.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { renderFrame } from "../../../lab/frame.ts";
import { measure } from "../../../lab/measure.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";
import { compare, expectWithinError } from "./pairs.ts";
import { states } from "./states.ts";

const experiment = uniformDivergence as unknown as Experiment;
const defaults = defaultValues(uniformDivergence.parameters);
type State = typeof defaults;
const presets = uniformDivergence.presets ?? {};

function computeAt(state: Partial<State>) {
  return uniformDivergence.compute({ ...defaults, ...state }, { random: createRandom(0) });
}

function textsAt(state: Partial<State>): string[] {
  return measure(experiment, { ...defaults, ...state }).quantities.map(({ text }) => text);
}

describe("quantities", () => {
  test.each([
    ["uniforms", "0.693", "∞", 0, 0.5],
    ["disjoint", "∞", "∞", 1, 1],
    ["ramp", "0.307", "0.193", 0, 0],
    ["steep", "∞", "0.430", 0, 0],
    ["cauchy", "0.259", "∞", 0, 0],
    ["laplace", "0.549", "∞", 0, 0],
    ["point", "1.808", "47.197", 0, 0],
    ["dirac", "∞", "∞", 1, 1],
    ["atom", "0.693", "∞", 0, 0.5],
  ])("at the preset %s: %s and %s", (name, forward, reverse, massWhereQ0, massWhereP0) => {
    const state = presets[name]?.values ?? {};
    expect(textsAt(state).slice(0, 2)).toEqual([forward, reverse]);
    const { quantities } = computeAt(state);
    expect(quantities.massWhereQ0).toBeCloseTo(massWhereQ0, 13);
    expect(quantities.massWhereP0).toBeCloseTo(massWhereP0, 13);
  });

  test("filling the hole brings the reverse down from ∞ to 0", () => {
    const reverse = [1e-6, 1e-4, 0.01, 0.1, 1].map((weight) => textsAt({ weight })[1]);
    expect(reverse).toEqual(["6.561", "4.259", "1.959", "0.830", "0.000"]);
  });

  test("Q drawn in to P makes both exactly 0, and drawn in further exchanges their roles", () => {
    expect(computeAt({ qRight: 1, weight: 0.3 }).quantities).toMatchObject({ forward: 0, reverse: 0 });
    expect(textsAt({ qRight: 0.8 }).slice(0, 2)).toEqual(["∞", Math.log(1 / 0.8).toFixed(3)]);
  });

  test("exp(−1/x) on (0, 2] is ∞ both ways; P's left end off the zero makes the forward finite", () => {
    expect(textsAt({ pair: "steep" }).slice(0, 2)).toEqual(["∞", "∞"]);
    expect(computeAt({ pair: "steep", pLeft: 0.01 }).quantities.forward).toBeLessThan(5);
  });

  test("full filling makes both 0 in every pair", () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(computeAt({ ...state, weight: 1 }).quantities).toMatchObject({ forward: 0, reverse: 0 });
      }),
      { numRuns: 30 },
    );
  });

  test("at every state each is a number or ∞, and not negative", () => {
    fc.assert(
      fc.property(states, (state) => {
        for (const { value } of measure(experiment, state).quantities) expect(value).toBeGreaterThan(-1e-12);
      }),
      { numRuns: 30 },
    );
  });
});

describe("the running integral", () => {
  test("ends at the divergence, in whichever order it runs", () => {
    fc.assert(
      fc.property(states, (state) => {
        const { cells, quantities } = computeAt(state);
        const { from } = views[state.pair];
        const ends = [
          runningIntegral(cells, ({ forward }) => forward, from).at(-1)?.value,
          runningIntegral(cells, ({ reverse }) => reverse, from).at(-1)?.value,
        ];
        expectWithinError(ends[0] ?? Number.NaN, quantities.forward);
        expectWithinError(ends[1] ?? Number.NaN, quantities.reverse);
      }),
      { numRuns: 30 },
    );
  });

  test("of U[0,2] against U[0,1] falls to −½ log 2 at 1 and is ∞ from there on", () => {
    const reached = runningIntegral(computeAt({}).cells, ({ reverse }) => reverse, "left");
    expect(reached[1]?.value).toBeCloseTo(-0.5 * Math.log(2), 14);
    expect(reached.filter(({ x, value }) => x > 1 && value !== Infinity)).toEqual([]);
  });

  test("of Cauchy against normal grows by 1/π for every unit of x on both sides, in the end", () => {
    const reached = runningIntegral(computeAt({ pair: "cauchy" }).cells, ({ reverse }) => reverse, "centre");
    const at = (place: number): number => reached.find(({ x }) => x === place)?.value ?? Number.NaN;
    expect((at(2 ** 21) - at(2 ** 20)) / 2 ** 20).toBeCloseTo(1 / Math.PI, 4);
    expect(at(2 ** 50)).toBeLessThan(Infinity);
    expect(reached.at(-1)?.value).toBe(Infinity);
  });
});

describe("the growth against ε", () => {
  test("is what the pair is worth at each ε; in reverse it falls from 10⁻⁶ to 0 at 1", () => {
    fc.assert(
      fc.property(states, (state) => {
        const { growth } = computeAt(state);
        const weights = growth.map(({ weight }) => weight);
        expect(weights).toEqual(weights.toSorted((a, b) => a - b));
        expect([weights[0], weights.at(-1)]).toEqual([1e-6, 1]);
        const { p, q } = pairOf({ ...state, weight: 1e-3 });
        const middle = growth.find(({ weight }) => weight === 1e-3);
        expectWithinError(middle?.reverse ?? Number.NaN, compare(p, q).reverse);
        growth.slice(1).forEach(({ reverse }, k) => {
          expect(reverse).toBeLessThanOrEqual((growth[k]?.reverse ?? 0) + 1e-12);
        });
        expect(growth.at(-1)).toMatchObject({ forward: 0, reverse: 0 });
      }),
      { numRuns: 30 },
    );
  });
});

describe("description", () => {
  const describeAt = (state: Partial<State>): string =>
    renderFrame(experiment, { ...defaults, ...state }).description;

  test("says both distributions, both values, and why one is ∞", () => {
    expect(describeAt({})).toBe(
      "P is uniform on [0.00, 1.00]. Q is uniform on [0.00, 2.00]. " +
        "D_KL(P‖Q) = 0.693 nats, D_KL(Q‖P) = ∞, because Q has probability 0.500 where P has none. " +
        "Below the densities stand the integrand of each direction and its running integral, " +
        "and below these both divergences against ε.",
    );
  });

  test("says what fills the hole, and tells the two reasons of an ∞ apart", () => {
    expect(describeAt({ weight: 0.01 })).toContain("with a share ε = 0.01 of Q mixed in.");
    expect(describeAt({ pair: "cauchy" })).toContain(
      "D_KL(Q‖P) = ∞, because its integral diverges although P is positive wherever Q is.",
    );
    const tiny = describeAt({ pair: "steep", qRight: 1, pLeft: 0.001 });
    expect(tiny).toContain(
      "D_KL(Q‖P) = ∞, because Q has probability below 10⁻³⁰⁰, but not 0, where P has none.",
    );
    expect(describeAt({ pair: "point" })).toContain("P is the point 0 with probability 1.");
    expect(describeAt({ pair: "point", weight: 0.1 })).toContain(
      "P is normal with mean 0 and deviation ε = 0.1.",
    );
  });
});
