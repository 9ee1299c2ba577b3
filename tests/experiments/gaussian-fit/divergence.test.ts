import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forwardDivergence, reverseDivergence } from "../../../experiments/gaussian-fit/divergence.ts";
import {
  type Gaussian,
  logMixture,
  logNormal,
  type Mixture,
  moments,
} from "../../../experiments/gaussian-fit/mixture.ts";
import {
  equal,
  equalPoints,
  expectRelative,
  gaussians,
  mixtures,
  moved,
  unequal,
  unequalPoints,
} from "./known.ts";

describe("published points", () => {
  test.each(equalPoints)("two equal modes, %s", (_, mean, deviation, reverse, forward) => {
    expectRelative(reverseDivergence(equal)({ mean, deviation }), reverse, 10);
    expectRelative(forwardDivergence(equal)({ mean, deviation }), forward, 9);
  });

  test.each(unequalPoints)("two unequal modes, %s", (_, mean, deviation, reverse, forward) => {
    expectRelative(reverseDivergence(unequal)({ mean, deviation }), reverse, 10);
    expectRelative(forwardDivergence(unequal)({ mean, deviation }), forward, 9);
  });

  test("the forward optimum of two equal modes is known to twelve digits", () => {
    const best = forwardDivergence(equal)({ mean: 0, deviation: Math.sqrt(4.36) });
    expect(best).toBeCloseTo(0.555155528632, 12);
  });
});

describe("invariants at random parameters", () => {
  test("the reverse divergence is that of Simpson's rule in x with forty thousand intervals", () => {
    fc.assert(
      fc.property(mixtures, gaussians, (mixture, q) => {
        expectRelative(reverseDivergence(mixture)(q), simpson(mixture, q), 12);
      }),
      { numRuns: 60 },
    );
  });

  test("forward differs from its optimum by the closed form of the moments", () => {
    fc.assert(
      fc.property(mixtures, gaussians, (mixture, q) => {
        const { mean, variance } = moments(mixture);
        const best = forwardDivergence(mixture)({ mean, deviation: Math.sqrt(variance) });
        const scaled = (variance + (mean - q.mean) ** 2) / (2 * q.deviation ** 2);
        const excess = Math.log(q.deviation) - 0.5 * Math.log(variance) + scaled - 0.5;
        expectRelative(forwardDivergence(mixture)(q), best + excess, 12);
      }),
    );
  });

  test("neither divergence is negative", () => {
    fc.assert(
      fc.property(mixtures, gaussians, (mixture, q) => {
        expect(forwardDivergence(mixture)(q)).toBeGreaterThan(-1e-12);
        expect(reverseDivergence(mixture)(q)).toBeGreaterThan(-1e-12);
      }),
    );
  });

  test("both are unchanged by x → ax + b of P and Q", () => {
    fc.assert(
      fc.property(mixtures, gaussians, gaussians, ([one, other], q, map) => {
        const image: Mixture = [moved(one, map), moved(other, map)];
        const [p, at] = [[one, other] as const, moved(q, map)];
        expectRelative(forwardDivergence(image)(at), forwardDivergence(p)(q), 11);
        expectRelative(reverseDivergence(image)(at), reverseDivergence(p)(q), 11);
      }),
    );
  });

  test("for one component twice both have the closed form of two Gaussians, and vanish where they are equal", () => {
    const closed = (p: Gaussian, q: Gaussian): number =>
      Math.log(q.deviation / p.deviation) +
      (p.deviation ** 2 + (p.mean - q.mean) ** 2) / (2 * q.deviation ** 2) -
      0.5;
    fc.assert(
      fc.property(gaussians, gaussians, (p, q) => {
        const mixture: Mixture = [
          { weight: 0.3, ...p },
          { weight: 0.7, ...p },
        ];
        expectRelative(forwardDivergence(mixture)(q), closed(p, q), 12);
        expectRelative(reverseDivergence(mixture)(q), closed(q, p), 12);
        expect(Math.abs(forwardDivergence(mixture)(p))).toBeLessThan(1e-12);
      }),
    );
  });

  test("reverse at a component never costs more than −log of its weight", () => {
    fc.assert(
      fc.property(mixtures, (mixture) => {
        for (const part of mixture) {
          expect(reverseDivergence(mixture)(part)).toBeLessThan(-Math.log(part.weight) + 1e-12);
        }
      }),
    );
  });
});

/** D(Q‖P) by Simpson's rule over μ ± 9σ. */
function simpson(mixture: Mixture, q: Gaussian): number {
  const [logP, logQ] = [logMixture(mixture), logNormal(q)];
  const intervals = 40_000;
  const step = (18 * q.deviation) / intervals;
  let sum = 0;
  for (let k = 0; k <= intervals; k++) {
    const x = q.mean - 9 * q.deviation + k * step;
    const share = k === 0 || k === intervals ? 1 : k % 2 === 0 ? 2 : 4;
    sum += share * Math.exp(logQ(x)) * (logQ(x) - logP(x));
  }
  return (sum * step) / 3;
}
