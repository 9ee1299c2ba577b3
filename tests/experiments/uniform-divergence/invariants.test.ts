import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cauchy,
  essentialZero,
  laplace,
  normal,
  ramp,
} from "../../../experiments/uniform-divergence/density.ts";
import {
  type Distribution,
  mix,
  pointMass,
  withDensity,
} from "../../../experiments/uniform-divergence/distribution.ts";
import {
  compare,
  deviation,
  divergence,
  error,
  expectWithinError,
  interval,
  N,
  nested,
  real,
  share,
  U,
} from "./pairs.ts";

const positive = fc.double({ min: 0.1, max: 3, noNaN: true });
/** Distributions of every kind, mixtures and points among them. */
const simple: fc.Arbitrary<Distribution> = fc.oneof(
  interval.map(([from, to]) => U(from, to)),
  fc.tuple(real, deviation).map(([mean, scale]) => N(mean, scale)),
  fc.tuple(real, deviation).map(([mean, scale]) => withDensity(laplace(mean, scale))),
  fc.tuple(real, deviation).map(([mean, scale]) => withDensity(cauchy(mean, scale))),
  positive.map((to) => withDensity(ramp(to))),
  positive.map((to) => withDensity(essentialZero(to))),
  fc.constantFrom(0, 1).map(pointMass),
);
const distribution = fc.oneof(
  simple,
  fc.tuple(simple, simple, share).map(([p, q, epsilon]) => mix(p, q, epsilon)),
);

describe("invariants at random pairs of every kind", () => {
  test("a divergence is never negative, and 0 for a distribution and itself", () => {
    fc.assert(
      fc.property(distribution, distribution, (p, q) => {
        const { forward, reverse } = compare(p, q);
        expect(forward).toBeGreaterThan(-error);
        expect(reverse).toBeGreaterThan(-error);
        expect(divergence(p, p)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test("it is 0 only where the two are equal: it exceeds twice the squared difference of any event (Pinsker)", () => {
    fc.assert(
      fc.property(real, deviation, real, deviation, (m1, s1, m2, s2) => {
        const [p, q] = [mix(N(m1, s1), U(0, 1), 0.5), mix(N(m2, s2), U(0, 1), 0.25)];
        // the event is the interval [0, 1], which holds at least a fifth more of p than of q's uniform part
        const half = (m: number, s: number): number => normalIn(m, s);
        const difference = 0.5 * half(m1, s1) + 0.5 - (0.75 * half(m2, s2) + 0.25);
        expect(divergence(p, q)).toBeGreaterThan(2 * difference ** 2 - error);
      }),
    );
  });

  test("mass where the other has none makes it ∞, and both masses are probabilities", () => {
    fc.assert(
      fc.property(distribution, distribution, (p, q) => {
        const { forward, reverse, massWhereP0, massWhereQ0 } = compare(p, q);
        if (massWhereQ0 > 0) expect(forward).toBe(Infinity);
        if (massWhereP0 > 0) expect(reverse).toBe(Infinity);
        expect(massWhereQ0).toBeLessThan(1 + 1e-13);
        expect(massWhereP0).toBeLessThan(1 + 1e-13);
      }),
    );
  });

  test("of two intervals it is ∞ exactly where the first reaches beyond the second, by the mass that does", () => {
    fc.assert(
      fc.property(interval, interval, ([a, b], [r, s]) => {
        const { forward, massWhereQ0 } = compare(U(a, b), U(r, s));
        expect(forward === Infinity).toBe(a < r || b > s);
        const inside = Math.max(0, Math.min(b, s) - Math.max(a, r));
        expect(massWhereQ0).toBeCloseTo(1 - inside / (b - a), 12);
      }),
    );
  });

  test("filled with any share of Q, P is at most −log ε from Q in reverse; forward it stays ∞ where it was", () => {
    fc.assert(
      fc.property(simple, simple, share, (p, q, epsilon) => {
        const filled = mix(p, q, epsilon);
        expect(divergence(q, filled)).toBeLessThan(-Math.log(epsilon) + error);
        const wasInfinite = divergence(p, q) === Infinity;
        expect(divergence(filled, q) === Infinity).toBe(wasInfinite && epsilon < 1);
      }),
      { numRuns: 300 },
    );
  });

  test("filling lowers the forward divergence at least in proportion: D((1−ε)P + εQ‖Q) ≤ (1−ε) D(P‖Q)", () => {
    fc.assert(
      fc.property(simple, simple, share, (p, q, epsilon) => {
        const before = divergence(p, q);
        if (before === Infinity) return;
        expect(divergence(mix(p, q, epsilon), q)).toBeLessThan(
          (1 - epsilon) * before + error * Math.max(1, before),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe("both are unchanged by x → ux + v of both", () => {
  const factor = fc.double({ min: 0.2, max: 5, noNaN: true });
  test("of filled intervals, mirroring included", () => {
    fc.assert(
      fc.property(nested, share, factor, real, fc.boolean(), (pair, epsilon, size, shift, isMirrored) => {
        const factors = isMirrored ? -size : size;
        const move = ([from, to]: readonly [number, number]): Distribution => {
          const ends = [factors * from + shift, factors * to + shift].sort((x, y) => x - y);
          return U(ends[0] ?? 0, ends[1] ?? 0);
        };
        const [p, q] = [U(...pair.inner), U(...pair.outer)];
        const [movedP, movedQ] = [move(pair.inner), move(pair.outer)];
        const moved = compare(mix(movedP, movedQ, epsilon), movedQ);
        const { forward, reverse } = compare(mix(p, q, epsilon), q);
        expectWithinError(moved.forward, forward);
        expectWithinError(moved.reverse, reverse);
      }),
    );
  });

  test("of a normal, a Laplace and a Cauchy distribution and their mixtures", () => {
    fc.assert(
      fc.property(factor, real, fc.integer({ min: -6, max: 0 }), (size, shift, decade) => {
        const at = (u: number, v: number): readonly [Distribution, Distribution] => {
          const heavy = withDensity(cauchy(v, u));
          return [
            mix(withDensity(normal(v, u)), heavy, 10 ** decade),
            mix(withDensity(laplace(v, u)), heavy, 0.5),
          ];
        };
        const [moved, original] = [compare(...at(size, shift)), compare(...at(1, 0))];
        expectWithinError(moved.forward, original.forward);
        expectWithinError(moved.reverse, original.reverse);
      }),
    );
  });
});

/** The probability of [0, 1] under N(m, s²), by the trapezoidal rule, to about 1e-6. */
function normalIn(m: number, s: number): number {
  const n = 4000;
  let sum = 0;
  for (let k = 0; k < n; k++) sum += Math.exp(-0.5 * (((k + 0.5) / n - m) / s) ** 2);
  return sum / n / (s * Math.sqrt(2 * Math.PI));
}
