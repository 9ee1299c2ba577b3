import { expect, test } from "vitest";
import { createRandom } from "../../lab/random.ts";

test("one seed gives one sequence, another seed another", () => {
  const draw = (seed: number): number[] => {
    const random = createRandom(seed);
    return Array.from({ length: 5 }, () => random.uniform());
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

const count = 200_000;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

test("uniform numbers have mean ½ and variance 1/12 within four standard errors", () => {
  const random = createRandom(1);
  const values = Array.from({ length: count }, () => random.uniform());
  expect(Math.abs(mean(values) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / count));
  expect(Math.abs(mean(values.map((x) => (x - 0.5) ** 2)) - 1 / 12)).toBeLessThan(
    4 * Math.sqrt(1 / 180 / count),
  );
  expect(Math.min(...values.slice(0, 1e5))).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values.slice(0, 1e5))).toBeLessThan(1);
});

test("normal numbers have the moments 0, 1, 0, 3 within four standard errors", () => {
  const random = createRandom(2);
  const values = Array.from({ length: count }, () => random.normal());
  const moments = [0, 1, 0, 3];
  const variances = [1, 2, 15, 96];
  for (const [k, moment] of moments.entries()) {
    const error = Math.abs(mean(values.map((x) => x ** (k + 1))) - moment);
    expect(error).toBeLessThan(4 * Math.sqrt((variances[k] ?? 0) / count));
  }
});
