import { expect, test } from "vitest";
import type { Mixture } from "../../../experiments/gaussian-fit/mixture.ts";
import { reverseSlopes } from "../../../experiments/gaussian-fit/reverse-slopes.ts";
import { stationaryPoints } from "../../../experiments/gaussian-fit/stationary.ts";

/** P with left weight 0.95 at ±4: a shallow broad minimum and its saddle lie 0.007 apart in log σ. */
const lopsided: Mixture = [
  { weight: 0.95, mean: -4, deviation: 0.4 },
  { weight: 0.05, mean: 4, deviation: 0.45 },
];

test("a broad minimum that lies beside its saddle, in a valley that leans, is found", () => {
  const found = stationaryPoints(lopsided);
  // from Newton's iteration with a trapezoidal rule of 4001 nodes
  expect(found.map(({ mean }) => Number(mean.toFixed(6)))).toEqual([-4, 4, -0.200004, -0.380342, 0.971674]);
  expect(found.filter(({ isMinimum }) => isMinimum)).toHaveLength(3);
  for (const point of found) {
    const { mean, scale, meanMean } = reverseSlopes(lopsided, point);
    expect(Math.hypot(mean, scale)).toBeLessThan(1e-9);
    expect(meanMean * point.deviation ** 2).toBeCloseTo(1, 8);
  }
});
