import { choice, slider, type ValuesOf } from "../../lab/experiment.ts";
import type { Law } from "./weights.ts";

const whole = { step: 1 };

/** Training points, features, which of them is the target, and how the weights fall. */
export const parameters = {
  points: slider({ label: "n", meaning: "training points", default: 8, min: 1, max: 16, ...whole }),
  features: slider({ label: "d", meaning: "features", default: 33, min: 1, max: 65, ...whole }),
  target: slider({ label: "t", meaning: "index of the target", default: 6, min: 0, max: 64, ...whole }),
  law: choice<Law>({
    label: "weights",
    meaning: "how the weights fall with the index k",
    default: "equal",
    options: { equal: "cₖ = 1", power: "cₖ = 1/(1 + k)ᵃ", exponential: "cₖ = e⁻ᵃᵏ" },
  }),
  decay: slider({ label: "a", meaning: "how fast the weights fall", default: 1, min: 0, max: 2 }),
};

/** The figure's state. */
export type State = ValuesOf<typeof parameters>;

/** Faster than this, exponential weights of the last features vanish beside rounding, and no sum can be solved for. */
export const fastest = 0.5;

/**
 * Whole numbers, with at least as many features as the points can tell apart, and a target among the features. Where
 * two are at odds, the one that was not moved gives way.
 */
export function constrain(values: State, moved: readonly (keyof State)[]): State {
  const target = Math.round(values.target);
  const leads = moved.includes("target") && !moved.includes("features");
  const wanted = Math.max(Math.round(values.features), leads ? target + 1 : 0);
  const points = Math.round(values.points);
  const features = moved.includes("features") ? wanted : Math.max(wanted, leastFeatures(points));
  return {
    ...values,
    points: features < leastFeatures(points) ? mostPoints(features) : points,
    features,
    target: Math.min(target, features - 1),
    decay: values.law === "exponential" ? Math.min(values.decay, fastest) : values.decay,
  };
}

/** So many features fit any values at n equally spaced points: all frequencies up to n/2. */
function leastFeatures(points: number): number {
  return 2 * Math.floor(points / 2) + 1;
}

/** The largest number of points that so many features fit. */
function mostPoints(features: number): number {
  return features % 2 === 0 ? features - 1 : features;
}
