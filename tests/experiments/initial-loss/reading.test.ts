import { expect, test } from "vitest";
import { crossEntropy, readLogits } from "../../../experiments/initial-loss/reading.ts";

test("equal logits cost log V, however large they are", () => {
  for (const logit of [0, 800, -800]) {
    expect(crossEntropy(new Float64Array(50).fill(logit), 3)).toBeCloseTo(Math.log(50), 12);
  }
});

test("logits beyond the range of exp are compared without overflow", () => {
  const { probability, logSum } = readLogits(Float64Array.of(1000, 0, 1, 2), 0, 1);
  expect(probability).toBe(1);
  expect(logSum).toBe(1000);
  expect(crossEntropy(Float64Array.of(1000, 0), 1)).toBe(1000);
});

test("the token just read stands apart from the others", () => {
  const reading = readLogits(Float64Array.of(1, 9, -1, 3), 1, 3);
  expect(reading.own).toBe(9);
  expect(reading.target).toBe(3);
  expect([...reading.others]).toEqual([1, -1, 3]);
  expect(reading.spread).toBeCloseTo(Math.sqrt(8 / 3), 14);
  const total = [1, 9, -1, 3].reduce((sum, logit) => sum + Math.exp(logit), 0);
  expect(reading.probability).toBeCloseTo(Math.exp(9) / total, 14);
});
