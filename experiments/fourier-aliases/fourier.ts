import { cosine, type Feature, sine } from "../two-features/features.ts";

/** A feature of the Fourier family: 1, √2 sin πx, √2 cos πx, √2 sin 2πx, … */
export interface FourierFeature {
  /** As a reader sees it, without its factor √2: "cos 3πx". */
  readonly name: string;
  readonly value: Feature;
}

/** The first d features, orthonormal under U(−1, 1). */
export function fourierFeatures(count: number): readonly FourierFeature[] {
  return Array.from({ length: count }, (_, index) => fourierFeature(index));
}

/** The feature of an index: 0 is the constant, odd ones are sines, even ones cosines, by rising frequency. */
export function fourierFeature(index: number): FourierFeature {
  if (index === 0) return { name: "1", value: () => 1 };
  const frequency = Math.ceil(index / 2);
  const argument = `${frequency === 1 ? "" : frequency}πx`;
  return index % 2 === 1
    ? { name: `sin ${argument}`, value: sine(frequency) }
    : { name: `cos ${argument}`, value: cosine(frequency) };
}

/** n equally spaced points of a period, xⱼ = −1 + 2j/n. */
export function trainingInputs(count: number): readonly number[] {
  return Array.from({ length: count }, (_, j) => -1 + (2 * j) / count);
}
