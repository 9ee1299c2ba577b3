import { expect } from "vitest";
import {
  type Comparison,
  compareEstimators,
  type Setting,
} from "../../../experiments/reparameterization/comparison.ts";
import { createRandom } from "../../../lab/random.ts";

/** The comparison at a setting that differs from f = z², d/dμ, μ = 1, σ = ½. */
export function compareAt(changed: Partial<Setting>, seed = 1): Comparison {
  const base: Setting = {
    mean: 1,
    deviation: 0.5,
    noise: 0,
    function: "square",
    frequency: 3,
    target: "mean",
  };
  return compareEstimators({ ...base, ...changed }, createRandom(seed));
}

/** Within a bound relative to max(1, |expected|): as a quantity declares its error. */
export function expectWithin(found: number, expected: number, bound: number): void {
  expect(Math.abs(found - expected) / Math.max(1, Math.abs(expected))).toBeLessThanOrEqual(bound);
}

/** Gradient and variances of one draw, [gradient, pathwise, score], by the closed form of each function. */
export type ClosedForm = (
  mean: number,
  deviation: number,
  frequency: number,
) => readonly [number, number, number];

/** The closed forms, for the derivative with respect to μ and with respect to σ. */
export const closedForms: Readonly<Record<string, ClosedForm>> = {
  "square mean": (m, s) => [2 * m, 4 * s ** 2, m ** 4 / s ** 2 + 14 * m ** 2 + 15 * s ** 2],
  "square deviation": (m, s) => [
    2 * s,
    4 * m ** 2 + 8 * s ** 2,
    (2 * m ** 4) / s ** 2 + 60 * m ** 2 + 74 * s ** 2,
  ],
  "cube mean": (m, s) => [3 * (m ** 2 + s ** 2), 36 * m ** 2 * s ** 2 + 18 * s ** 4, cubeScore(m, s)],
  "sine mean": (m, s, w) => {
    const gradient = w * Math.cos(w * m) * Math.exp(-((w * s) ** 2) / 2);
    const [t, turn] = [2 * w * s, Math.cos(2 * w * m)];
    const fade = Math.exp(-(t ** 2) / 2);
    const path = (w ** 2 * (1 + turn * fade)) / 2 - gradient ** 2;
    return [gradient, path, (1 - turn * (1 - t ** 2) * fade) / (2 * s ** 2) - gradient ** 2];
  },
  "sine deviation": (m, s, w) => {
    const gradient = -(w ** 2) * s * Math.sin(w * m) * Math.exp(-((w * s) ** 2) / 2);
    const [t, turn] = [2 * w * s, Math.cos(2 * w * m)];
    const fade = Math.exp(-(t ** 2) / 2);
    const path = (w ** 2 * (1 + turn * (1 - t ** 2) * fade)) / 2 - gradient ** 2;
    return [gradient, path, (2 - turn * (t ** 4 - 4 * t ** 2 + 2) * fade) / (2 * s ** 2) - gradient ** 2];
  },
};

/** Var[Z³·V/σ] from E[Z⁶V²] by the binomial theorem and the moments of V. */
function cubeScore(m: number, s: number): number {
  const moments = [1, 0, 1, 0, 3, 0, 15, 0, 105];
  const binomials = [1, 6, 15, 20, 15, 6, 1];
  const sixth = binomials.reduce((sum, c, k) => sum + c * m ** (6 - k) * s ** k * (moments[k + 2] ?? 0), 0);
  return sixth / s ** 2 - (3 * (m ** 2 + s ** 2)) ** 2;
}
