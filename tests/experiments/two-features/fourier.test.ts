import { describe, expect, test } from "vitest";
import { cosine, type Feature, testMean } from "../../../experiments/two-features/features.ts";
import { fitAndTest } from "../../../experiments/two-features/test-error.ts";

/** 1, √2 sin πx, √2 cos πx, √2 sin 2πx, …: d features, orthonormal under U(−1, 1). */
function fourier(count: number): Feature[] {
  const sine =
    (frequency: number): Feature =>
    (x) =>
      Math.SQRT2 * Math.sin(frequency * Math.PI * x);
  return Array.from({ length: count }, (_, k) => {
    if (k === 0) return () => 1;
    return k % 2 === 1 ? sine((k + 1) / 2) : cosine(k / 2);
  });
}

test("the features are orthonormal under the test distribution", () => {
  const features = fourier(33);
  for (const [j, first] of features.entries()) {
    for (const [k, second] of features.entries()) {
      expect(testMean((x) => first(x) * second(x))).toBeCloseTo(j === k ? 1 : 0, 13);
    }
  }
});

test("a cosine is the library's, and exactly zero where it vanishes", () => {
  for (const x of [-1, -0.9, -0.5, -0.25, 0, 0.1, 0.5, 2 / 3, 1]) {
    expect(cosine(2)(x)).toBeCloseTo(Math.SQRT2 * Math.cos(2 * Math.PI * x), 14);
  }
  expect([0.5, -0.5, 1.5].map(cosine(1))).toEqual([0, 0, 0]);
});

/** The fit of d Fourier features to one of them at n equally spaced points; the target's weight comes first. */
function aliased(points: number, count: number, target: number, weight: (k: number) => number = () => 1) {
  const features = fourier(count);
  const [found] = features.splice(target, 1);
  if (found === undefined) throw new RangeError(`no feature ${target}`);
  const order = Array.from({ length: count }, (_, k) => k).filter((k) => k !== target);
  const inputs = Array.from({ length: points }, (_, j) => -1 + (2 * j) / points);
  return { order, ...fitAndTest([found, ...features], inputs, [target, ...order].map(weight)) };
}

describe("several training points: published losses", () => {
  test.each([
    ["cos 3πx on 8 points", 8, 33, 6, 0.375],
    ["sin 3πx on 8 points", 8, 33, 5, 0.375],
    ["the constant on 8 points, whose aliases are √2 times as large", 8, 33, 0, 0.4],
    ["cos 4πx on 8 points, at the highest frequency", 8, 33, 8, 0.25],
    ["cos 3πx on 7 points", 7, 29, 6, 0.375],
  ])("%s", (_, points, count, target, loss) => {
    expect(aliased(points, count, target).loss).toBeCloseTo(loss, 11);
  });

  test("weights that fall like 1/(1 + k)", () => {
    expect(aliased(8, 33, 6, (k) => 1 / (1 + k)).loss).toBeCloseTo(0.101300611629, 11);
  });

  test("only the aliases of the target get credit", () => {
    const { order, credits } = aliased(8, 33, 6);
    const credited = order.filter((_, k) => Math.abs(credits[k + 1] ?? 0) > 1e-12);
    expect(credited).toEqual([10, 22, 26]);
    for (const k of [0, ...credited.map((index) => order.indexOf(index) + 1)]) {
      expect(credits[k]).toBeCloseTo(0.25, 12);
    }
  });
});
