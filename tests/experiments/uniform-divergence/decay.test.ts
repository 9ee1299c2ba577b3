import { describe, expect, test } from "vitest";
import { convergesAt, type Decay, slowestDecay } from "../../../experiments/uniform-divergence/decay.ts";
import {
  cauchy,
  essentialZero,
  laplace,
  normal,
  ramp,
  uniform,
} from "../../../experiments/uniform-divergence/density.ts";
import { integrate } from "../../../experiments/uniform-divergence/quadrature.ts";

const decays = {
  normal: normal(0, 1).atTo,
  laplace: laplace(0, 1).atTo,
  cauchy: cauchy(0, 1).atTo,
  uniform: uniform(0, 1).atFrom,
  ramp: ramp(1).atFrom,
  steep: essentialZero(1).atFrom,
};

/** log p at u, up to a constant. */
function log({ rate, power, order }: Decay, u: number): number {
  return -rate * u ** power - order * Math.log(u);
}

/** ∫ p log(p/q) over one more doubling of u after another, of the two model decays. */
function doublings(p: Decay, q: Decay, isInfiniteEnd: boolean): readonly number[] {
  return Array.from({ length: 40 }, (_, k) => {
    const integrand = (u: number): number =>
      Math.exp(log(p, u)) * (log(p, u) - log(q, u)) * (isInfiniteEnd ? 1 : u ** -2);
    return integrate(integrand, 2 ** k, 2 ** (k + 1));
  });
}

describe("an integral converges exactly where its parts over doublings die out", () => {
  const heavy: Decay = { rate: 0, power: 0, order: 3.5 };
  const pairs: [string, Decay, Decay, boolean][] = [
    ["normal against Cauchy", decays.normal, decays.cauchy, true],
    ["Cauchy against normal", decays.cauchy, decays.normal, true],
    ["Cauchy against Laplace", decays.cauchy, decays.laplace, true],
    ["Laplace against normal", decays.laplace, decays.normal, true],
    ["a tail with a variance against normal", heavy, decays.normal, true],
    ["Cauchy against that tail", decays.cauchy, heavy, true],
    ["uniform against 2x", decays.uniform, decays.ramp, false],
    ["2x against uniform", decays.ramp, decays.uniform, false],
    ["uniform against exp(−1/x)", decays.uniform, decays.steep, false],
    ["2x against exp(−1/x)", decays.ramp, decays.steep, false],
    ["exp(−1/x) against uniform", decays.steep, decays.uniform, false],
  ];
  test.each(pairs)("%s", (_title, p, q, isInfiniteEnd) => {
    const parts = doublings(p, q, isInfiniteEnd).map(Math.abs);
    const diesOut = (parts.at(-1) ?? 0) < 1e-5;
    expect(convergesAt(p, q, isInfiniteEnd)).toBe(diesOut);
  });
});

test("among the named pairs it is ∞ where theory says: the heavy tail in front, and exp(−1/x) behind a uniform", () => {
  expect(convergesAt(decays.cauchy, decays.normal, true)).toBe(false);
  expect(convergesAt(decays.cauchy, decays.laplace, true)).toBe(false);
  expect(convergesAt(decays.uniform, decays.steep, false)).toBe(false);
  expect(convergesAt(decays.ramp, decays.steep, false)).toBe(true);
});

test("a mixture decays like its slowest component", () => {
  const { normal, cauchy, laplace, ramp, uniform } = decays;
  expect(slowestDecay([normal, cauchy, laplace])).toBe(cauchy);
  expect(slowestDecay([normal, laplace])).toBe(laplace);
  expect(slowestDecay([ramp, uniform])).toBe(uniform);
  expect(() => slowestDecay([])).toThrow("a decay needs at least one component");
});
