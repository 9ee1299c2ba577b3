import { describe, expect, test } from "vitest";
import { defineExperiment, reservedNames, seed, slider } from "../../lab/experiment.ts";
import { acceleratedOf } from "../../lab/measure.ts";
import type { Parameters } from "../../lab/parameters.ts";
import { quantityOptions } from "../../markdown/document.ts";

const number = slider({ label: "x", meaning: "a number", default: 1, min: 0, max: 2 });
const bounds = { label: "x", meaning: "a value", unit: "", error: 0, tolerance: 0, color: "var(--p)" };

function define(parameters: Parameters) {
  return defineExperiment({
    title: "Names",
    parameters,
    quantities: { value: bounds, count: { ...bounds, plainOnly: "a count" } },
    compute: () => ({ quantities: { value: 1, count: 2 } }),
    draw: () => ({}),
    handles: [],
    describe: () => "",
  });
}

describe("a parameter's name", () => {
  test.each(reservedNames)("“%s” is refused, since links of numbers say something else by it", (name) => {
    expect(() => define({ [name]: number })).toThrow(`Names: a parameter cannot be named “${name}”`);
  });

  test("is refused where a link could not be written with it", () => {
    for (const name of ["a.b", "a b", "1st", "__proto__", "a&b", ""])
      expect(() => define(Object.fromEntries([[name, number]]))).toThrow("invalid name");
    expect(() => define({ x: number, x_1: number, weight0: number })).not.toThrow();
  });

  test("may be what the address of a figure says by other means", () => {
    expect(() => define({ seed: seed(), backend: number })).not.toThrow();
  });

  test("every word that a link says besides parameters is reserved", () => {
    expect([...reservedNames].sort()).toEqual([...quantityOptions].sort());
  });
});

test("two seeds are refused: all random numbers start from one", () => {
  expect(() => define({ first: seed(), second: seed() })).toThrow("one seed is enough, found first, second");
});

describe("what tf.js leaves out", () => {
  const experiment = define({ x: number });

  test("is left out of the table where the quantity says why", () => {
    const found = acceleratedOf(experiment, { quantities: { value: 1 } });
    expect(found.map(({ name }) => name)).toEqual(["value"]);
  });

  test("is an error where it does not", () => {
    expect(() => acceleratedOf(experiment, { quantities: { count: 2 } })).toThrow(
      "nothing was computed for the quantity “value”",
    );
  });
});
