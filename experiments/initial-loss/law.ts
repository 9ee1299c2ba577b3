import type { Node } from "./chi.ts";

/** The law of a logit: where it lies, how far it spreads, and its density, smooth on the scale of its deviation. */
export interface Law {
  readonly mean: number;
  readonly deviation: number;
  density(x: number): number;
}

/** The normal law; the deviation is positive. */
export function normalLaw(mean: number, deviation: number): Law {
  const factor = 1 / (deviation * Math.sqrt(2 * Math.PI));
  return { mean, deviation, density: (x) => factor * Math.exp(-(((x - mean) / deviation) ** 2) / 2) };
}

/** The law of a·χ + b·g for a chi variable, given by its nodes, and an independent standard normal g; b ≥ a > 0. */
export function chiPlusNormalLaw(nodes: readonly Node[], a: number, b: number): Law {
  const mean = a * nodes.reduce((sum, { value, weight }) => sum + weight * value, 0);
  const spread = nodes.reduce((sum, { value, weight }) => sum + weight * (a * value - mean) ** 2, 0);
  const around = normalLaw(0, b);
  return {
    mean,
    deviation: Math.sqrt(spread + b * b),
    density: (x) => nodes.reduce((sum, { value, weight }) => sum + weight * around.density(x - a * value), 0),
  };
}
