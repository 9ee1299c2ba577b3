import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { valueForKey } from "../../lab/figure/keys.ts";
import { formatValue, slider } from "../../lab/parameters.ts";
import { fromPosition, snap, toPosition } from "../../lab/slider.ts";

const mean = slider({ label: "μ", meaning: "mean", default: 0, min: -6, max: 6 });
const deviation = slider({
  label: "σ",
  meaning: "deviation",
  default: 1,
  min: 0.2,
  max: 5,
  scale: "log",
  step: 0.001,
});

const share = slider({
  label: "ε",
  meaning: "share",
  default: 0,
  min: 0,
  max: 1,
  scale: "symlog",
  step: 1e-6,
});

test("a slider whose range is empty, leaves out its default, or cannot be logarithmic is refused", () => {
  const options = { label: "x", meaning: "x", default: 0, min: 0, max: 1 };
  expect(() => slider({ ...options, max: 0 })).toThrow("slider x: min 0 is not below max 0");
  expect(() => slider({ ...options, default: 2 })).toThrow("slider x: default 2 lies outside [0, 1]");
  expect(() => slider({ ...options, scale: "log" })).toThrow(
    "slider x: a logarithmic scale needs min > 0, found 0",
  );
  expect(() => slider({ ...options, default: 0.5, min: 0.1, scale: "symlog" })).toThrow(
    "slider x: a symlog scale needs min = 0, found 0.1",
  );
});

test("positions and values are each other's inverse on every scale", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (position) => {
      for (const parameter of [mean, deviation, share]) {
        expect(toPosition(parameter, fromPosition(parameter, position))).toBeCloseTo(position, 12);
      }
    }),
  );
});

test("the middle of a logarithmic range is its geometric mean", () => {
  expect(fromPosition(deviation, 0.5)).toBeCloseTo(1, 12);
});

test("snapping gives a multiple of the step without a binary tail, in range", () => {
  expect(snap(mean, 0.1 + 0.2)).toBe(0.3);
  expect(snap(mean, 7)).toBe(6);
  expect(snap(deviation, 0.60449)).toBe(0.604);
});

test("values are shown with the decimals of their step and a true minus sign", () => {
  expect(formatValue(mean, -2)).toBe("−2.00");
  expect(formatValue(mean, -0.001)).toBe("0.00");
  expect(formatValue(deviation, 2.088)).toBe("2.088");
});

test("arrows move one step, Shift and Page ten, Home and End to the ends, other keys nothing", () => {
  const press = (key: string, shiftKey = false) => valueForKey(mean, 1, { key, shiftKey });
  expect(press("ArrowRight")).toBe(1.01);
  expect(press("ArrowDown")).toBe(0.99);
  expect(press("ArrowLeft", true)).toBe(0.9);
  expect(press("PageUp")).toBe(1.1);
  expect(press("PageUp", true)).toBe(1.1);
  expect(press("Home")).toBe(-6);
  expect(press("End")).toBe(6);
  expect(press("a")).toBeUndefined();
});

test("keys stop at the ends of the range", () => {
  expect(valueForKey(mean, 6, { key: "ArrowUp", shiftKey: true })).toBe(6);
});

describe("a symlog range", () => {
  const press = (value: number, key: string, shiftKey = false) =>
    valueForKey(share, value, { key, shiftKey });

  test("begins at 0, and each factor ten above the step takes the same share of it", () => {
    expect([toPosition(share, 0), toPosition(share, 1)]).toEqual([0, 1]);
    const positions = [1e-4, 1e-3, 1e-2, 1e-1].map((value) => toPosition(share, value));
    const widths = positions.slice(1).map((position, k) => position - (positions[k] ?? 0));
    for (const width of widths) expect(width).toBeCloseTo(1 / 6, 2);
  });

  test("values have two digits, are no finer than the step, and are shown as they are", () => {
    expect([0.012345, 0.98765, 2.345e-6, 4e-7, 0].map((value) => snap(share, value))).toEqual([
      0.012, 0.99, 2e-6, 0, 0,
    ]);
    expect([0, 1e-6, 0.012, 1].map((value) => formatValue(share, value))).toEqual([
      "0",
      "0.000001",
      "0.012",
      "1",
    ]);
  });

  test("a key moves by a hundredth of the range, by a step where that is more, and Shift by a tenth", () => {
    expect(press(0.1, "ArrowRight")).toBe(0.11);
    expect(press(0.01, "ArrowRight", true)).toBe(0.04);
    expect(press(0, "ArrowRight")).toBe(1e-6);
    expect(press(1e-6, "ArrowLeft")).toBe(0);
    expect([press(1, "ArrowRight"), press(0, "ArrowLeft")]).toEqual([1, 0]);
  });

  test("the arrow leads from 0 to 1 and back, and never rests", () => {
    let value = 0;
    for (let k = 0; k < 200 && value < 1; k++) value = press(value, "ArrowRight") ?? Number.NaN;
    expect(value).toBe(1);
    for (let k = 0; k < 200 && value > 0; k++) value = press(value, "ArrowLeft") ?? Number.NaN;
    expect(value).toBe(0);
  });
});
