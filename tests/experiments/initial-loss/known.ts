import { expect } from "vitest";
import type { Setting } from "../../../experiments/initial-loss/setting.ts";

/** Published values, by two or more methods: V, d, s, untied, tied, E[A], sd of A. */
export const published = [
  [1000, 64, "1", 26.337223, 44.744151, 44.722075, 6.923584],
  [1000, 64, "d^-½", 7.406899, 7.60357, 5.590259, 0.865448],
  [1000, 256, "1", 52.046165, 180.488401, 180.488401, 13.854138],
  [1000, 256, "d^-½", 7.406899, 11.309839, 11.280525, 0.865884],
  [1000, 512, "1", 73.471198, 361.50804, 361.50804, 19.594318],
  [1000, 512, "d^-½", 7.406899, 15.976825, 15.976549, 0.865955],
  [10000, 64, "1", 31.323206, 44.833558, 44.722075, 6.923584],
  [10000, 64, "d^-½", 9.710254, 9.733265, 5.590259, 0.865448],
  [10000, 256, "1", 61.848729, 180.488401, 180.488401, 13.854138],
  [10000, 256, "d^-½", 9.710254, 11.523504, 11.280525, 0.865884],
  [10000, 512, "1", 87.304074, 361.50804, 361.50804, 19.594318],
  [10000, 512, "d^-½", 9.710254, 15.979303, 15.976549, 0.865955],
] as const;

/** Published losses at V = 1000, d = 256 over the word's share of the hidden state: share, at s = 1, at s = 1/16. */
export const shares = [
  [1, 255.249144, 15.95332],
  [1 / 2, 180.488401, 11.309839],
  [1 / 4, 127.624583, 8.518391],
  [0.1, 81.018226, 7.537302],
  [0.02, 53.5987, 7.415304],
  [0.001, 52.065409, 7.407554],
] as const;

/** Two tables of one deviation and a tied head after a layer normalisation, but for what is given. */
export function settingWith(given: Partial<Setting>): Setting {
  const { deviation = 1 } = given;
  return {
    words: 1000,
    width: 256,
    deviation,
    restDeviation: deviation,
    headDeviation: deviation,
    isTied: true,
    isNormalised: true,
    ...given,
  };
}

/** Six decimals, as published. */
export function expectSixDecimals(found: number, expected: number): void {
  expect(Math.abs(found - expected)).toBeLessThan(5.1e-7);
}

/** Relative to max(1, |expected|), as a quantity declares its error. */
export function expectClose(found: number, expected: number, error: number): void {
  expect(Math.abs(found - expected) / Math.max(1, Math.abs(expected))).toBeLessThan(error);
}

/** A sum over equally spaced nodes, times their distance. */
export function trapezoid(from: number, to: number, spacing: number, f: (x: number) => number): number {
  let sum = 0;
  for (let k = Math.round(from / spacing); k <= Math.round(to / spacing); k++) sum += f(k * spacing);
  return spacing * sum;
}

/** The standard normal density. */
export function normalDensity(x: number): number {
  return Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI);
}
