import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mix, type StepDensity, uniform } from "../../../experiments/uniform-divergence/density.ts";
import { divergence, error, interval, nested, real, weight } from "./pairs.ts";

describe("invariants at random pairs", () => {
  test("a divergence is never negative, and 0 for a density and itself", () => {
    fc.assert(
      fc.property(interval, interval, weight, (one, other, epsilon) => {
        const q = uniform(...other);
        const p = mix(uniform(...one), q, epsilon);
        expect(divergence(p, q)).toBeGreaterThan(-error);
        expect(divergence(q, p)).toBeGreaterThan(-error);
        expect(divergence(p, p)).toBe(0);
      }),
    );
  });

  test("of two intervals it is ∞ exactly where the first reaches beyond the second", () => {
    fc.assert(
      fc.property(interval, interval, ([a, b], [r, s]) => {
        const reachesBeyond = a < r || b > s;
        expect(divergence(uniform(a, b), uniform(r, s)) === Infinity).toBe(reachesBeyond);
      }),
    );
  });

  test("the smallest filling makes the reverse finite; a share of P outside Q keeps the forward ∞", () => {
    fc.assert(
      fc.property(interval, interval, weight, (one, other, epsilon) => {
        const q = uniform(...other);
        const p = mix(uniform(...one), q, epsilon);
        expect(divergence(q, p)).toBeLessThan(-Math.log(epsilon) + error);
        const isOutside = epsilon < 1 && divergence(uniform(...one), q) === Infinity;
        expect(divergence(p, q) === Infinity).toBe(isOutside);
      }),
    );
  });

  test("both are unchanged by x → ux + v of both densities, mirroring included", () => {
    const factor = fc.double({ min: 0.2, max: 5, noNaN: true });
    fc.assert(
      fc.property(nested, weight, factor, real, fc.boolean(), (pair, epsilon, size, shift, isMirrored) => {
        const factors = isMirrored ? -size : size;
        const move = ([from, to]: readonly [number, number]): StepDensity => {
          const ends = [factors * from + shift, factors * to + shift].sort((x, y) => x - y);
          return uniform(ends[0] ?? 0, ends[1] ?? 0);
        };
        const [p, q] = [uniform(...pair.inner), uniform(...pair.outer)];
        const [movedP, movedQ] = [move(pair.inner), move(pair.outer)];
        expectClose(divergence(movedQ, mix(movedP, movedQ, epsilon)), divergence(q, mix(p, q, epsilon)));
        expectClose(divergence(mix(movedP, movedQ, epsilon), movedQ), divergence(mix(p, q, epsilon), q));
      }),
    );
  });

  test("filling lowers the forward divergence at least in proportion: D((1−ε)P + εQ‖Q) ≤ (1−ε) D(P‖Q)", () => {
    fc.assert(
      fc.property(nested, weight, ({ inner, outer }, epsilon) => {
        const [p, q] = [uniform(...inner), uniform(...outer)];
        expect(divergence(mix(p, q, epsilon), q)).toBeLessThan((1 - epsilon) * divergence(p, q) + error);
      }),
    );
  });
});

/** As far as the ends of a moved interval are known. */
function expectClose(found: number, expected: number): void {
  expect(Math.abs(found - expected) / Math.max(1, Math.abs(expected))).toBeLessThan(1e-12);
}
