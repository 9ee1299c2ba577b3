import fc from "fast-check";
import { expect, test } from "vitest";
import { valueForKey } from "../../lab/keys.ts";
import { formatValue, fromPosition, slider, snap, toPosition } from "../../lab/parameters.ts";

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

test("a slider whose range is empty, leaves out its default, or cannot be logarithmic is refused", () => {
  const options = { label: "x", meaning: "x", default: 0, min: 0, max: 1 };
  expect(() => slider({ ...options, max: 0 })).toThrow("slider x: min 0 is not below max 0");
  expect(() => slider({ ...options, default: 2 })).toThrow("slider x: default 2 lies outside [0, 1]");
  expect(() => slider({ ...options, scale: "log" })).toThrow(
    "slider x: a logarithmic scale needs min > 0, found 0",
  );
});

test("positions and values are each other's inverse on both scales", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (position) => {
      for (const parameter of [mean, deviation]) {
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
