import { expect, test } from "vitest";
import { chiNodes, meanChi, varianceOfChi } from "../../../experiments/initial-loss/chi.ts";

test.each([
  [1, Math.sqrt(2 / Math.PI)],
  [2, Math.sqrt(Math.PI / 2)],
  [3, 2 * Math.sqrt(2 / Math.PI)],
  [64, 7.96881222],
  [256, 15.98438267],
  [512, 22.61637116],
])("the mean length in %d dimensions is the published one", (dimensions, mean) => {
  expect(Math.abs(meanChi(dimensions) - mean)).toBeLessThan(5e-9);
});

test.each([7, 8, 9, 63, 64, 255, 511, 512])("the nodes for %d dimensions have the moments of χ", (n) => {
  const moment = (power: number): number =>
    chiNodes(n).reduce((sum, { value, weight }) => sum + weight * value ** power, 0);
  expect(moment(0)).toBeCloseTo(1, 13);
  expect(Math.abs(moment(1) / meanChi(n) - 1)).toBeLessThan(1e-10);
  expect(Math.abs(moment(2) / n - 1)).toBeLessThan(1e-10);
  expect(Math.abs(moment(4) / (n * (n + 2)) - 1)).toBeLessThan(1e-10);
});

test("the variance of χ grows from 1 − 2/π towards ½", () => {
  expect(varianceOfChi(1)).toBeCloseTo(1 - 2 / Math.PI, 14);
  expect(varianceOfChi(512)).toBeCloseTo(0.5 - 1 / (8 * 512), 6);
});
