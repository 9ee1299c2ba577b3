import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  classModels,
  descendClasses,
  figuresOfEncoder,
} from "../../../experiments/information-bottleneck/exact/class-descent.ts";
import {
  figuresOfLinear,
  optimalLinear,
} from "../../../experiments/information-bottleneck/exact/linear-gaussian.ts";
import {
  corners,
  figuresOfThreeClasses,
  optimalRadius,
} from "../../../experiments/information-bottleneck/exact/three-classes.ts";
import {
  figuresOfTwoClasses,
  optimalRatio,
} from "../../../experiments/information-bottleneck/exact/two-classes.ts";
import { createRandom } from "../../../lab/random.ts";

const logBeta = fc.double({ min: Math.log(1e-6), max: Math.log(100), noNaN: true });

describe("two classes", () => {
  test.each([
    [1e-6, 5.614520618, 0.98450616, 2.990958e-8, 1.740971333, 9.8554e-9],
    [1e-3, 4.134191632, 0.971969931, 5.277158e-5, 1.447722225, 1.78103e-5],
    [1e-2, 3.484854388, 0.961208029, 7.160804e-4, 1.287990683, 2.46202e-4],
    [0.1, 2.644701736, 0.935367937, 0.011434096, 1.039373605, 4.088148e-3],
    [0.5, 1.727592499, 0.865466498, 0.108171068, 0.691215434, 0.042030654],
    [0.9, 0.99781279, 0.706332216, 0.357300166, 0.345479986, 0.159185074],
  ])("at β = %d the optimum is the known one", (beta, k, mean, loss, rate, error) => {
    const figures = figuresOfTwoClasses(optimalRatio(beta));
    expect(optimalRatio(beta)).toBeCloseTo(k, 8);
    expect(figures.meanScale).toBeCloseTo(mean, 8);
    expect(figures.trainingLoss / loss).toBeCloseTo(1, 5);
    expect(figures.rate).toBeCloseTo(rate, 8);
    expect(figures.validationErrorSample / error).toBeCloseTo(1, 4);
  });

  test("the rate is at least the information, which is at most log 2", () => {
    fc.assert(
      fc.property(logBeta, (log) => {
        const { trainingLoss, rate } = figuresOfTwoClasses(optimalRatio(Math.exp(log)));
        const information = Math.log(2) - trainingLoss;
        expect(information).toBeLessThanOrEqual(Math.min(rate, Math.log(2)) + 1e-12);
        expect(information).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });
});

describe("three classes", () => {
  test.each([
    [1e-6, 6.486229, 1.381752, 0.213029, 5.8867e-8, 3.092659],
    [1e-3, 4.779857, 1.356103, 0.283712, 1.026535e-4, 2.519591],
    [0.1, 3.059008, 1.283671, 0.419636, 0.0217734, 1.736734],
    [0.5, 1.982069, 1.151218, 0.580817, 0.201776, 1.08664],
  ])("at β = %d the optimum is the known one", (beta, ratio, radius, deviation, loss, rate) => {
    const k = optimalRadius(beta);
    const figures = figuresOfThreeClasses(k);
    expect(k).toBeCloseTo(ratio, 5);
    expect(figures.meanScale * Math.SQRT2).toBeCloseTo(radius, 5);
    expect((figures.meanScale * Math.SQRT2) / k).toBeCloseTo(deviation, 5);
    expect(figures.trainingLoss / loss).toBeCloseTo(1, 4);
    expect(figures.rate).toBeCloseTo(rate, 5);
  });

  test.each([0.5, 1.5, 3])(
    "at k = %d the error is that of the nearest mean, within four standard errors",
    (k) => {
      const random = createRandom(7);
      const draws = 40_000;
      let wrong = 0;
      for (let n = 0; n < draws; n++) {
        const [x, y] = [random.normal(), k + random.normal()];
        const [right = 0, ...others] = corners.map(([a, b]) => a * x + b * y);
        if (Math.max(...others) > right) wrong++;
      }
      const { validationErrorSample: error } = figuresOfThreeClasses(k);
      expect(Math.abs(wrong / draws - error)).toBeLessThan(4 * Math.sqrt((error * (1 - error)) / draws));
    },
  );
});

test("just below β = 1 k is of the order of (1 − β)^¼, and nothing is undefined", () => {
  for (const distance of [1e-3, 1e-6, 1e-9, 1e-12, 1e-15, 1.2e-16]) {
    for (const k of [optimalRatio(1 - distance), optimalRadius(1 - distance)]) {
      expect(k).toBeGreaterThanOrEqual(0);
      expect(k).toBeLessThan(3 * distance ** 0.25 + 0.02);
    }
  }
});

const optima = {
  linear: (beta: number) => figuresOfLinear(optimalLinear(beta)),
  two: (beta: number) => figuresOfTwoClasses(optimalRatio(beta)),
  three: (beta: number) => figuresOfThreeClasses(optimalRadius(beta)),
};

describe.each(Object.entries(optima))("every optimum of the model %s", (name, figuresAt) => {
  test("has second moment 1, whatever β", () => {
    fc.assert(
      fc.property(logBeta, (log) => {
        expect(figuresAt(Math.exp(log)).secondMoment).toBeCloseTo(1, 9);
      }),
      { numRuns: 40 },
    );
  });

  test("has more training loss, less rate and narrower means where β is larger", () => {
    fc.assert(
      fc.property(logBeta, logBeta, (a, b) => {
        const low = figuresAt(Math.exp(Math.min(a, b)));
        const high = figuresAt(Math.exp(Math.max(a, b)));
        expect(low.trainingLoss).toBeLessThanOrEqual(high.trainingLoss + 1e-9);
        expect(low.rate).toBeGreaterThanOrEqual(high.rate - 1e-9);
        expect(low.meanScale).toBeGreaterThanOrEqual(high.meanScale - 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  test("has collapsed at large β: no rate, means at 0, the error of guessing", () => {
    const guess = { linear: 1.06, two: 1 / 2, three: 2 / 3 }[name];
    const figures = figuresAt(name === "linear" ? 1.8 : 1);
    expect(figures.rate).toBeCloseTo(0, 12);
    expect(figures.meanScale).toBe(0);
    expect(figures.validationErrorMean).toBeCloseTo(guess ?? Number.NaN, 12);
    expect(figures.validationErrorSample).toBeCloseTo(guess ?? Number.NaN, 9);
  });
});

test.each(["two", "three"] as const)(
  "gradient descent on the exact loss of %s classes reaches the optimum",
  (name) => {
    const model = classModels[name];
    for (const beta of [0.1, 0.5, 2]) {
      let encoder = { radius: 0.2, logDeviation: 0 };
      for (let step = 0; step < 1500; step++) encoder = descendClasses(encoder, model, beta, 0.1);
      const [found, best] = [figuresOfEncoder(encoder, model), optima[name](beta)];
      expect(found.trainingLoss + beta * found.rate).toBeCloseTo(best.trainingLoss + beta * best.rate, 6);
      expect(found.secondMoment).toBeCloseTo(1, 3);
    }
  },
);
