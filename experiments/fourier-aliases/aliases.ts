import { dot } from "../two-features/linear-system.ts";
import type { FourierFeature } from "./fourier.ts";

/** A feature that is a multiple of the target on the training points: they cannot tell the two apart. */
export interface Alias {
  readonly index: number;
  /** γ: φₖ = γ·φₜ on every training point. */
  readonly multiple: number;
}

/** On equally spaced points features are multiples of each other or orthogonal: residuals of rounding lie far below. */
const rounding = 1e-9;

/**
 * The target and its aliases, found from the features' values on the training points alone; none where the target is
 * zero on all of them. By ascending index.
 */
export function aliasGroup(
  features: readonly FourierFeature[],
  target: number,
  inputs: readonly number[],
): readonly Alias[] {
  const values = features.map(({ value }) => inputs.map(value));
  const targets = values[target] ?? [];
  const square = dot(targets, targets);
  if (square < rounding) return [];
  return values.flatMap((own, index) => {
    const multiple = dot(own, targets) / square;
    const isMultiple = own.every((value, j) => Math.abs(value - multiple * (targets[j] ?? 0)) < rounding);
    return isMultiple && Math.abs(multiple) > rounding ? [{ index, multiple }] : [];
  });
}
