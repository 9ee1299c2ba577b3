import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  collapseOfLinear,
  descendLinear,
  figuresOfLinear,
  optimalLinear,
  trainingMoments,
} from "../../../experiments/information-bottleneck/exact/linear-gaussian.ts";

const logBeta = fc.double({ min: Math.log(1e-6), max: Math.log(100), noNaN: true });

describe("the linear model", () => {
  test("its data have slope 1.2, mean squared residual 0.1 and collapse at 1.8", () => {
    const { slope, residual } = trainingMoments();
    expect(slope).toBeCloseTo(1.2, 14);
    expect(residual).toBeCloseTo(0.1, 14);
    expect(collapseOfLinear()).toBeCloseTo(1.8, 14);
  });

  test.each([
    [0.5, 1.140175425, 0.527046277, 0.76011695, 0.620233461],
    [1, 0.894427191, 0.745355992, 0.596284794, 0.843893332],
  ])("at β = %d it has the known optimum", (beta, decoder, deviation, weight, objective) => {
    const network = optimalLinear(beta);
    const { trainingLoss, rate } = figuresOfLinear(network);
    expect(network.decoder).toBeCloseTo(decoder, 8);
    expect(Math.exp(network.logDeviation)).toBeCloseTo(deviation, 8);
    expect(network.weight).toBeCloseTo(weight, 8);
    expect(trainingLoss + beta * rate).toBeCloseTo(objective, 8);
  });

  test.each([
    [1e-6, 0.34, 0.34],
    [0.1, 0.304444, 0.398889],
    [0.2, 0.277778, 0.455556],
    [0.3, 0.26, 0.51],
    [0.5, 0.251111, 0.612222],
    [1, 0.384444, 0.828889],
    [1.5, 0.74, 0.99],
    [1.8, 1.06, 1.06],
  ])(
    "at β = %d the squared validation errors are %d from the mean and %d from a sample",
    (beta, mean, sample) => {
      const figures = figuresOfLinear(optimalLinear(beta));
      expect(figures.validationErrorMean).toBeCloseTo(mean, 5);
      expect(figures.validationErrorSample).toBeCloseTo(sample, 5);
    },
  );

  test("from the mean latent the error is least where the shrunken slope is the true one, at β = 0.45", () => {
    const errorAt = (beta: number): number => figuresOfLinear(optimalLinear(beta)).validationErrorMean;
    expect(errorAt(0.45)).toBeCloseTo(0.25, 12);
    expect(errorAt(0.44)).toBeGreaterThan(errorAt(0.45));
    expect(errorAt(0.46)).toBeGreaterThan(errorAt(0.45));
  });

  test("at any β it has the closed form: σ² = β/q̂, slope (1 − β/q̂)ĉ, rate ½ log(q̂/β)", () => {
    fc.assert(
      fc.property(logBeta, (log) => {
        const beta = Math.exp(log);
        const network = optimalLinear(beta);
        const share = Math.min(1, beta / 1.8);
        expect(Math.exp(2 * network.logDeviation)).toBeCloseTo(share, 9);
        expect(network.decoder * network.weight).toBeCloseTo(1.2 * (1 - share), 9);
        expect(figuresOfLinear(network).rate).toBeCloseTo(-0.5 * Math.log(share), 8);
      }),
    );
  });

  test.each([0.1, 0.5, 1, 1.5, 3])("gradient descent reaches the optimum at β = %d", (beta) => {
    let network = { weight: 0.3, logDeviation: 0.2, decoder: 0.4 };
    for (let step = 0; step < 20_000; step++) network = descendLinear(network, beta, 0.05);
    const [found, best] = [figuresOfLinear(network), figuresOfLinear(optimalLinear(beta))];
    expect(found.trainingLoss + beta * found.rate).toBeCloseTo(best.trainingLoss + beta * best.rate, 9);
    expect(found.secondMoment).toBeCloseTo(1, 6);
  });
});
