import { varianceOfChi } from "./chi.ts";
import type { Setting } from "./setting.ts";

/** The word's share of the variance of an entry of the sum: 1/(1 + ρ²). */
export function shareOfWord({ deviation, restDeviation }: Setting): number {
  return deviation ** 2 / (deviation ** 2 + restDeviation ** 2);
}

/** Standard deviation of a logit whose row is independent of the hidden state h: that of the row times √E‖h‖². */
export function logitDeviation(setting: Setting): number {
  const { width, deviation, restDeviation, headDeviation, isNormalised } = setting;
  return headDeviation * Math.sqrt(width) * (isNormalised ? 1 : Math.hypot(deviation, restDeviation));
}

/**
 * Standard deviation of the logit of the token just read: of √(d·share)·(s·χ + r·g) in d − 1 dimensions after a layer
 * normalisation, of s²χ² + s·r·χ·g in d without one, with an independent standard normal g.
 */
export function ownDeviation(setting: Setting): number {
  const { width, deviation, restDeviation, isTied, isNormalised } = setting;
  if (!isTied) return logitDeviation(setting);
  if (!isNormalised) return deviation * Math.sqrt(width * (2 * deviation ** 2 + restDeviation ** 2));
  const variance = deviation ** 2 * varianceOfChi(width - 1) + restDeviation ** 2;
  return Math.sqrt(width * shareOfWord(setting) * variance);
}
