import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { standardPrior } from "../../../experiments/gradient-lamps/bottleneck.ts";
import gradientLamps from "../../../experiments/gradient-lamps/index.ts";
import { pullOf } from "../../../experiments/gradient-lamps/pull.ts";
import { divergenceFrom } from "../../../experiments/gradient-lamps/terms.ts";
import { normalDivergences } from "../normal-divergences.ts";

const { parameters, quantities } = gradientLamps;
const codes = fc.record({
  mean: fc.double({ min: parameters.mean.min, max: parameters.mean.max, noNaN: true }),
  deviation: fc.double({ min: parameters.deviation.min, max: parameters.deviation.max, noNaN: true }),
});

describe("D(N(μ, σ²)‖N(0, 1))", () => {
  test.each(normalDivergences)("at μ = %d, σ = %d: the published value", (mean, deviation, value) => {
    expect(pullOf({ mean, deviation }).divergence).toBeCloseTo(value, 11);
  });

  test("as a mean over V is the closed form, and its slopes are μ and σ − 1/σ", () => {
    fc.assert(
      fc.property(codes, ({ mean, deviation }) => {
        const found = pullOf({ mean, deviation });
        const closed = (mean ** 2 + deviation ** 2 - 1 - Math.log(deviation ** 2)) / 2;
        const bound = (expected: number, error: number): number => error * Math.max(1, Math.abs(expected));
        expect(Math.abs(found.divergence - closed)).toBeLessThan(bound(closed, quantities.divergence.error));
        expect(Math.abs(found.meanSlope - mean)).toBeLessThan(bound(mean, quantities.meanSlope.error));
        const slope = deviation - 1 / deviation;
        expect(Math.abs(found.deviationSlope - slope)).toBeLessThan(
          bound(slope, quantities.deviationSlope.error),
        );
      }),
    );
  });

  test("is at least 0, and 0 at the prior alone", () => {
    fc.assert(
      fc.property(codes, ({ mean, deviation }) => {
        const { divergence } = pullOf({ mean, deviation });
        expect(divergence).toBeGreaterThanOrEqual(-1e-15);
        if (Math.hypot(mean, deviation - 1) > 1e-3) expect(divergence).toBeGreaterThan(0);
      }),
    );
  });

  test("summed over the coordinates is what the networks' regulariser is made of", () => {
    fc.assert(
      fc.property(codes, codes, (first, second) => {
        const code = {
          means: [first.mean, second.mean],
          logDeviations: [Math.log(first.deviation), Math.log(second.deviation)],
        };
        const { value, code: slopes } = divergenceFrom(standardPrior, code);
        expect(value).toBeCloseTo(pullOf(first).divergence + pullOf(second).divergence, 10);
        // ∂/∂log σ = σ·∂/∂σ
        expect(slopes.logDeviations[0]).toBeCloseTo(first.deviation * pullOf(first).deviationSlope, 10);
      }),
    );
  });
});
