import fc from "fast-check";
import { expect, test } from "vitest";
import gaussianFit from "../../../experiments/gaussian-fit/index.ts";
import { parameters, type State } from "../../../experiments/gaussian-fit/parameters.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { measure } from "../../../lab/measure.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";
import { equalPoints, expectRelative, unequalPoints } from "./known.ts";
import { states } from "./states.ts";

const experiment: Experiment = gaussianFit;
const start: State = defaultValues(parameters);
const unequal = { ...start, ...experiment.presets?.["unequal"]?.values };
const besides = [
  ...equalPoints.slice(1).map(([name, ...point]) => [name, start, ...point] as const),
  ...unequalPoints.slice(1).map(([name, ...point]) => [name, unequal, ...point] as const),
];
test.each(besides)("near the %s it is the nearest stationary point", (_, state, mean, deviation) => {
  const near = { mean: mean + 0.05 * deviation, deviation: 1.05 * deviation };
  const { quantities } = measure(experiment, { ...state, ...near }).result;
  expectRelative(quantities["nearestMean"] ?? Number.NaN, mean, 9);
  expectRelative(quantities["nearestDeviation"] ?? Number.NaN, deviation, 9);
});

test("at the nearest stationary point the reverse divergence is level, by differences of itself", () => {
  fc.assert(
    fc.property(states, (state) => {
      const tools = { random: createRandom(0) };
      const { nearestMean, nearestDeviation } = gaussianFit.compute(state, tools).quantities;
      const reverseAt = (mean: number, deviation: number): number =>
        gaussianFit.compute({ ...state, mean, deviation }, tools).quantities.reverse;
      const step = 1e-4 * nearestDeviation;
      for (const [across, up] of [
        [step, 0],
        [0, step],
      ] as const) {
        const ahead = reverseAt(nearestMean + across, nearestDeviation + up);
        const behind = reverseAt(nearestMean - across, nearestDeviation - up);
        expect(Math.abs(ahead - behind) / 2e-4).toBeLessThan(1e-6);
      }
    }),
    { numRuns: 40 },
  );
});

test("P’s standard deviation is where the forward divergence is least", () => {
  expect(measure(experiment, start).result.quantities["spread"]).toBeCloseTo(Math.sqrt(4.36), 14);
  expect(measure(experiment, unequal).result.quantities["spread"]).toBeCloseTo(unequalPoints[0][2], 11);
});

test("P’s entropy is what the published optimum implies", () => {
  // D(P‖Q) = −H(P) + ½ log 2πv + ½ at Q with P's mean and variance v
  const implied = (point: readonly (string | number)[]): number =>
    0.5 * Math.log(2 * Math.PI * Math.E) + Math.log(Number(point[2])) - Number(point[4]);
  const entropyAt = (state: State) => measure(experiment, state).result.quantities["entropy"];
  expectRelative(entropyAt(start) ?? Number.NaN, implied(equalPoints[0]), 11);
  expectRelative(entropyAt(unequal) ?? Number.NaN, implied(unequalPoints[0]), 11);
});

test("P’s entropy is that of its components and of the choice between them, where they hardly overlap", () => {
  const far = { ...start, left: -4, right: 4, leftDeviation: 0.4, rightDeviation: 0.4 };
  const component = 0.5 * Math.log(2 * Math.PI * Math.E * 0.4 ** 2);
  const { quantities } = measure(experiment, far).result;
  expect(quantities["entropy"]).toBeCloseTo(component + Math.log(2), 12);
});
