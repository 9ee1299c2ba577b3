import type { Preset } from "../../lab/experiment.ts";
import type { parameters } from "./parameters.ts";

/** P with two equal components of deviation 1 at ±a, Q with P's mean and variance. */
function symmetric(a: number, label: string): Preset<typeof parameters> {
  const target = { left: -a, right: a, leftDeviation: 1, rightDeviation: 1, weight: 0.5, mirrored: true };
  return { label, values: { ...target, mean: 0, deviation: Number(Math.hypot(1, a).toFixed(3)) } };
}

/** States worth a name; each begins at the optimum of the forward divergence. */
export const presets = {
  example: {
    label: "The example",
    values: {
      left: -2,
      right: 2,
      leftDeviation: 0.6,
      rightDeviation: 0.6,
      weight: 0.5,
      mirrored: true,
      mean: 0,
      deviation: 2.088,
    },
  },
  unequal: {
    label: "Unequal modes",
    values: {
      left: -3,
      right: 1.5,
      leftDeviation: 0.5,
      rightDeviation: 0.9,
      weight: 0.7,
      mirrored: false,
      mean: 0.15,
      deviation: 2.212,
    },
  },
  near: symmetric(2, "a = 2"),
  appearance: symmetric(2.41223, "a = 2.41223"),
  between: symmetric(2.5, "a = 2.5"),
  exchange: symmetric(2.80008, "a = 2.80008"),
  far: symmetric(3.33, "a = 3.33"),
} as const;
