import { expect } from "vitest";
import { witnesses } from "../../../experiments/two-features/features.ts";
import { fitAndTest } from "../../../experiments/two-features/test-error.ts";

/** Published values, from the closed form, quadrature and differences: c₀, c₁, β̂₀, β̂₁, L, ∂L/∂c₀, ∂L/∂c₁. */
export const published = [
  [1, 1, 0.5, 0.5, 0.25, -0.5, 0.5],
  [2, 1, 0.4, 0.2, 0.04, -0.064, 0.128],
  [1, 2, 0.2, 0.4, 0.64, -0.512, 0.256],
  [0.5, 1.5, 0.2, 0.6, 0.81, -0.648, 0.216],
  [-1, 0.7, -0.67114094, 0.469798658, 0.108148281609, 0.290330957339, 0.414758510485],
  [3, -0.2, 0.331858407, -0.022123894, 1.957866708e-5, -2.598938109e-5, -3.898407163e-4],
  [1, 0, 1, 0, 0, 0, 0],
  [0, 1, 0, 1, 1, 0, 0],
] as const;

/** The three inputs at which the two features agree. */
export const meetings = [0, 2 / 3, -2 / 3];
/** The fit of the two witnesses to one training input. */
export const fitAt = (input: number, ...weights: readonly number[]) =>
  fitAndTest(witnesses, [input], weights);

/** Within a tolerance, relative to max(1, |expected|): as a quantity declares its error. */
export function expectClose(found: number | undefined, expected: number, tolerance = 1e-12): void {
  expect(Math.abs((found ?? Number.NaN) - expected) / Math.max(1, Math.abs(expected))).toBeLessThan(
    tolerance,
  );
}
