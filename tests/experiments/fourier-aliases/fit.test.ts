import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aliasGroup } from "../../../experiments/fourier-aliases/aliases.ts";
import {
  fourierFeature,
  fourierFeatures,
  trainingInputs,
} from "../../../experiments/fourier-aliases/fourier.ts";
import aliases from "../../../experiments/fourier-aliases/index.ts";
import { constrain, type State } from "../../../experiments/fourier-aliases/parameters.ts";
import type { Law } from "../../../experiments/fourier-aliases/weights.ts";
import { testMean } from "../../../experiments/two-features/features.ts";
import { createRandom } from "../../../lab/random.ts";
import { closedForm } from "./known.ts";

const compute = (values: State) => aliases.compute(values, { random: createRandom(0) });
const stateOf = (points: number, features: number, target: number, law: Law = "equal", decay = 1): State => ({
  points,
  features,
  target,
  law,
  decay,
});
const states = fc
  .record({
    points: fc.integer({ min: 1, max: 16 }),
    features: fc.integer({ min: 1, max: 65 }),
    target: fc.integer({ min: 0, max: 64 }),
    law: fc.constantFrom<Law>("equal", "power", "exponential"),
    decay: fc.integer({ min: 0, max: 200 }).map((step) => step / 100),
  })
  .map((state) => constrain(state, []));

test("all 65 features are orthonormal under the test distribution", () => {
  const features = fourierFeatures(65);
  for (const [j, first] of features.entries()) {
    for (const [k, second] of features.entries()) {
      const mean = testMean((x) => first.value(x) * second.value(x), 66);
      expect(mean).toBeCloseTo(j === k ? 1 : 0, 13);
    }
  }
});

describe("published groups and losses", () => {
  test.each([
    ["cos 3πx on 8 points", stateOf(8, 33, 6), [6, 10, 22, 26], "++++", 0.375],
    ["sin 3πx on 8 points", stateOf(8, 33, 5), [5, 9, 21, 25], "+-+-", 0.375],
    ["the constant on 8 points", stateOf(8, 33, 0), [0, 16, 32], "+++", 0.4],
    ["cos 4πx on 8 points, the highest frequency", stateOf(8, 33, 8), [8, 24], "++", 0.25],
    [
      "cos 3πx on 8 points, cₖ = 1/(1 + k)",
      stateOf(8, 33, 6, "power", 1),
      [6, 10, 22, 26],
      "++++",
      0.101300611629,
    ],
    ["cos 3πx on 7 points", stateOf(7, 29, 6), [6, 8, 20, 22], "+--+", 0.375],
    [
      "cos 2πx on 16 points, cₖ = e^−0.1k",
      stateOf(16, 65, 4, "exponential", 0.1),
      [4, 28, 36, 60],
      "++++",
      8.2653673e-5,
    ],
  ])("%s", (_, state, indices, signs, loss) => {
    const { group, quantities } = compute(state);
    expect(group.map(({ index }) => index)).toEqual(indices);
    expect(group.map(({ multiple }) => (multiple < 0 ? "-" : "+")).join("")).toBe(signs);
    expect(quantities.group).toBe(indices.length);
    expect(quantities.loss).toBeCloseTo(loss, 12);
  });

  test("the aliases of the constant are √2 times as large; the others are as large as the target", () => {
    const multiples = (target: number): number[] =>
      compute(stateOf(8, 33, target)).group.map(({ multiple }) => multiple);
    for (const [k, multiple] of multiples(0).entries())
      expect(multiple).toBeCloseTo(k === 0 ? 1 : Math.SQRT2, 12);
    for (const target of [5, 6, 8]) {
      for (const multiple of multiples(target)) expect(Math.abs(multiple)).toBeCloseTo(1, 12);
    }
  });
});

test("the alias group is that of the frequencies that agree up to their sign modulo the points", () => {
  fc.assert(
    fc.property(states, ({ points, features, target }) => {
      const inputs = trainingInputs(points);
      const own = Math.ceil(target / 2);
      const isZero = target % 2 === 1 && (2 * own) % points === 0;
      const expected = Array.from({ length: features }, (_, index) => index).filter((index) => {
        const frequency = Math.ceil(index / 2);
        const agrees = (frequency - own) % points === 0 || (frequency + own) % points === 0;
        const isSine = (k: number): boolean => k % 2 === 1;
        return agrees && isSine(index) === isSine(target) && !isZero;
      });
      const found = aliasGroup(fourierFeatures(features), target, inputs);
      expect(found.map(({ index }) => index)).toEqual(expected);
    }),
  );
});

describe("at random states", () => {
  test("the linear system and the closed form agree within the declared errors, and the fit interpolates", () => {
    const { loss, credit, interpolationError } = aliases.quantities;
    fc.assert(
      fc.property(states, (state) => {
        const { credits, quantities } = compute(state);
        const expected = closedForm(state);
        expect(Math.abs(quantities.loss - expected.loss)).toBeLessThan(loss.error);
        expect(quantities.interpolationError).toBeLessThan(interpolationError.error);
        for (const [k, value] of credits.entries()) {
          expect(Math.abs(value - (expected.credits[k] ?? Number.NaN))).toBeLessThan(credit.error);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("equal weights and equal values: (m − 1)/2m", () => {
    fc.assert(
      fc.property(states, (state) => {
        const { group, quantities } = compute({ ...state, law: "equal" });
        fc.pre(group.length > 0 && group.every(({ multiple }) => Math.abs(Math.abs(multiple) - 1) < 1e-9));
        expect(quantities.loss).toBeCloseTo((group.length - 1) / (2 * group.length), 10);
      }),
    );
  });
});

test("where the target is zero at every point nothing is learned", () => {
  const { credits, quantities } = compute(stateOf(8, 33, 7));
  expect(credits.map(Math.abs)).toEqual(credits.map(() => 0));
  expect(quantities).toMatchObject({ credit: 0, group: 0 });
  expect(quantities.loss).toBeCloseTo(0.5, 13);
});

test("features are numbered 1, sin πx, cos πx, sin 2πx, …", () => {
  expect([0, 1, 2, 3, 6, 13].map((index) => fourierFeature(index).name)).toEqual([
    "1",
    "sin πx",
    "cos πx",
    "sin 2πx",
    "cos 3πx",
    "sin 7πx",
  ]);
});
