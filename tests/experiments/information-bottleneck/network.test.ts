import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawDigits } from "../../../experiments/information-bottleneck/images/draw-digits.ts";
import { initialMoments, stepAdam } from "../../../experiments/information-bottleneck/network/adam.ts";
import { crossEntropies } from "../../../experiments/information-bottleneck/network/cross-entropy.ts";
import { evaluate, noiseFor } from "../../../experiments/information-bottleneck/network/evaluate.ts";
import { matrix } from "../../../experiments/information-bottleneck/network/matrix.ts";
import {
  encode,
  inputsOf,
  lossOf,
  rateOf,
} from "../../../experiments/information-bottleneck/network/network.ts";
import {
  initialParameters,
  parameterCount,
} from "../../../experiments/information-bottleneck/network/parameters.ts";
import { divergenceFromPrior } from "../../../experiments/information-bottleneck/optimum.ts";
import { createRandom } from "../../../lab/random.ts";
import { normalDivergences } from "../normal-divergences.ts";

const shape = { inputs: 5, hidden: 4, classes: 3 };

function randomBatch(seed: number) {
  const random = createRandom(seed);
  const parameters = initialParameters(shape, random).map((value) => value + 0.3 * random.normal());
  const inputs = matrix(
    6,
    5,
    Float64Array.from({ length: 30 }, () => random.normal()),
  );
  const labels = Uint8Array.from({ length: 6 }, (_, n) => n % 3);
  return { parameters, batch: { inputs, labels, noise: noiseFor(inputs, random) } };
}

test.each(normalDivergences)(
  "the divergence of N(%d, %d²) from the prior is %d nats",
  (mean, deviation, expected) => {
    expect(divergenceFromPrior(mean, Math.log(deviation))).toBeCloseTo(expected, 11);
  },
);

test("backpropagation agrees with central differences in every parameter", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.double({ min: 0, max: 3, noNaN: true }),
      (seed, beta) => {
        const { parameters, batch } = randomBatch(seed);
        const { gradient } = lossOf(parameters, shape, batch, beta);
        const objective = (k: number, change: number): number => {
          const moved = parameters.map((value, index) => (index === k ? value + change : value));
          const { taskLoss, rate } = lossOf(moved, shape, batch, beta);
          return taskLoss + beta * rate;
        };
        for (let k = 0; k < parameterCount(shape); k++) {
          const slope = (objective(k, 1e-5) - objective(k, -1e-5)) / 2e-5;
          expect(Math.abs(slope - (gradient[k] ?? Number.NaN))).toBeLessThan(
            1e-6 * Math.max(1, Math.abs(slope)),
          );
        }
      },
    ),
    { numRuns: 12 },
  );
});

test("the rate has no gradient in the decoder", () => {
  const { parameters, batch } = randomBatch(4);
  const gradientAt = (beta: number) => lossOf(parameters, shape, batch, beta).gradient;
  const [without, withRate] = [gradientAt(0), gradientAt(50)];
  const decoder = parameterCount(shape) - 3 * shape.classes;
  expect(withRate.slice(decoder)).toEqual(without.slice(decoder));
  expect(withRate.slice(0, decoder)).not.toEqual(without.slice(0, decoder));
});

test("cross-entropies stay finite where logits are a thousand", () => {
  const logits = matrix(2, 3, Float64Array.of(1000, 0, -1000, -1000, 0, 1000));
  expect([...crossEntropies(logits, Uint8Array.of(0, 0))]).toEqual([0, 2000]);
});

test("the rate of a batch is the mean over images of the sum over coordinates", () => {
  const { parameters, batch } = randomBatch(9);
  const { values } = encode(parameters, shape, batch.inputs).latent;
  let sum = 0;
  for (let n = 0; n < 6; n++) {
    for (let j = 0; j < 2; j++)
      sum += divergenceFromPrior(values[4 * n + j] ?? 0, values[4 * n + 2 + j] ?? 0);
  }
  expect(rateOf(encode(parameters, shape, batch.inputs).latent)).toBeCloseTo(sum / 6, 12);
});

describe("Adam", () => {
  test("moves each parameter by the step size at first, whatever the size of its gradient", () => {
    const parameters = Float64Array.of(1, 1, 1);
    const moments = initialMoments(3);
    stepAdam(parameters, Float64Array.of(1e-3, -50, 0), moments, { step: 1, stepSize: 0.1 });
    expect(parameters[0]).toBeCloseTo(0.9, 4);
    expect(parameters[1]).toBeCloseTo(1.1, 8);
    expect(parameters[2]).toBe(1);
  });

  test("finds the minimum of a badly scaled parabola", () => {
    const parameters = Float64Array.of(3, -2);
    const moments = initialMoments(2);
    for (let step = 1; step <= 4000; step++) {
      const gradient = Float64Array.of(100 * ((parameters[0] ?? 0) - 1), 0.01 * ((parameters[1] ?? 0) - 2));
      stepAdam(parameters, gradient, moments, { step, stepSize: 0.01 });
    }
    expect(parameters[0]).toBeCloseTo(1, 4);
    expect(parameters[1]).toBeCloseTo(2, 4);
  });
});

test("without weights a network guesses: log 3 nats, two thirds wrong from samples as from means, no rate", () => {
  const data = drawDigits(20, createRandom(3));
  const own = { inputs: inputsOf(data).columns, hidden: 4, classes: 3 };
  const figures = evaluate(
    new Float64Array(parameterCount(own)),
    own,
    { training: data, validation: data },
    { draws: 3 },
  );
  expect(figures.validationLossMean).toBeCloseTo(Math.log(3), 12);
  expect(figures.validationLossSample).toBeCloseTo(Math.log(3), 12);
  expect(figures.validationErrorMean).toBeCloseTo(2 / 3, 12);
  expect(figures.rate).toBe(0);
  expect(figures.secondMoment).toBe(1);
  expect(figures.meanScale).toBe(0);
});
