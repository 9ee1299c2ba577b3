import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reverseDivergence } from "../../../experiments/gaussian-fit/divergence.ts";
import type { Mixture } from "../../../experiments/gaussian-fit/mixture.ts";
import { reverseSlopes } from "../../../experiments/gaussian-fit/reverse-slopes.ts";
import { expectRelative, gaussians, mixtures } from "./known.ts";

describe("slopes of the reverse divergence", () => {
  test("are its central differences in μ and log σ", () => {
    const h = 1e-4;
    fc.assert(
      fc.property(mixtures, gaussians, (mixture, q) => {
        const divergence = reverseDivergence(mixture);
        const at = (along: number, up: number): number =>
          divergence({ mean: q.mean + along, deviation: q.deviation * Math.exp(up) });
        const slopes = reverseSlopes(mixture, q);
        expectRelative(slopes.mean, (at(h, 0) - at(-h, 0)) / (2 * h), 5);
        expectRelative(slopes.scale, (at(0, h) - at(0, -h)) / (2 * h), 5);
        expectRelative(slopes.meanMean, (at(h, 0) - 2 * at(0, 0) + at(-h, 0)) / h ** 2, 3);
        expectRelative(slopes.scaleScale, (at(0, h) - 2 * at(0, 0) + at(0, -h)) / h ** 2, 3);
        const mixed = (at(h, h) - at(h, -h) - at(-h, h) + at(-h, -h)) / (4 * h ** 2);
        expectRelative(slopes.meanScale, mixed, 3);
      }),
    );
  });

  test("for one component twice have the closed form of two Gaussians", () => {
    fc.assert(
      fc.property(gaussians, gaussians, (p, q) => {
        const mixture: Mixture = [
          { weight: 0.5, ...p },
          { weight: 0.5, ...p },
        ];
        const precision = 1 / p.deviation ** 2;
        const slopes = reverseSlopes(mixture, q);
        expectRelative(slopes.mean, (q.mean - p.mean) * precision, 11);
        expectRelative(slopes.scale, q.deviation ** 2 * precision - 1, 11);
        expectRelative(slopes.meanMean, precision, 11);
        expectRelative(slopes.meanScale, 0, 10);
        expectRelative(slopes.scaleScale, 2 * q.deviation ** 2 * precision, 11);
      }),
    );
  });

  test("satisfy σ²∂²D/∂μ² = 1 + ∂D/∂λ everywhere", () => {
    fc.assert(
      fc.property(mixtures, gaussians, (mixture, q) => {
        const { meanMean, scale } = reverseSlopes(mixture, q);
        expectRelative(q.deviation ** 2 * meanMean, 1 + scale, 8);
      }),
    );
  });

  test("along μ are exactly 0 on the axis of a symmetric P", () => {
    const deviations = fc.double({ min: 0.2, max: 5, noNaN: true });
    fc.assert(
      fc.property(
        deviations,
        deviations,
        fc.double({ min: 0, max: 4, noNaN: true }),
        (s, deviation, mean) => {
          const mixture: Mixture = [
            { weight: 0.5, mean: -mean, deviation: s },
            { weight: 0.5, mean, deviation: s },
          ];
          expect(Math.abs(reverseSlopes(mixture, { mean: 0, deviation }).mean)).toBe(0);
        },
      ),
    );
  });
});
