import { expect, test } from "vitest";
import type { Experiment } from "../../lab/experiment.ts";
import { formatQuantity, measure } from "../../lab/measure.ts";

test.each([
  [Math.LN2, "0.693"],
  [-0.34657, "−0.347"],
  [-1e-13, "0.000"],
  [0.0026861602537622264, "0.0027"],
  [-0.0005, "−0.00050"],
  [0.00996, "0.010"],
  [99.9994, "99.999"],
  [502.2094815875174, "502.21"],
  [-1234567, "−1234600"],
  [Infinity, "∞"],
  [-Infinity, "−∞"],
  [Number.NaN, "undefined"],
])("%d is shown as %s", (value, text) => {
  expect(formatQuantity(value)).toBe(text);
});

test("a declared quantity that compute leaves out is an error with its name", () => {
  const quantity = { label: "D", meaning: "", unit: "nats", error: 0, tolerance: 0, color: "red" };
  const experiment: Experiment = {
    title: "Nothing",
    parameters: {},
    quantities: { forward: quantity },
    compute: () => ({ quantities: {} }),
    draw: () => ({}),
    handles: [],
    describe: () => "",
  };
  expect(() => measure(experiment, {})).toThrow("Nothing: nothing was computed for the quantity “forward”");
});
