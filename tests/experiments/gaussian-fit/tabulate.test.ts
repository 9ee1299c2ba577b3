import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forwardDivergence, reverseDivergence } from "../../../experiments/gaussian-fit/divergence.ts";
import gaussianFit from "../../../experiments/gaussian-fit/index.ts";
import { tabulate } from "../../../experiments/gaussian-fit/tabulate.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { computeNodes, gridOver } from "../../../lab/landscape.ts";
import { findMinima } from "../../../lab/minima.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { equal, mixtures } from "./known.ts";

const experiment: Experiment = gaussianFit;
const values = defaultValues(gaussianFit.parameters);

function largestDifference(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  const each = Array.from(expected, (value, k) => Math.abs((found[k] ?? 0) - value) / Math.max(1, value));
  return Math.max(...each);
}

describe("the tabulated landscape", () => {
  test("agrees with compute at every node to 1e-10", () => {
    const grid = gridOver(experiment, 37, 29);
    const expected = computeNodes(experiment, values, grid);
    const found = tabulate(equal, grid);
    expect(largestDifference(found.forward, expected.fields["forward"] ?? [])).toBeLessThan(1e-10);
    expect(largestDifference(found.reverse, expected.fields["reverse"] ?? [])).toBeLessThan(1e-10);
  });

  test("agrees with the definition at any P", () => {
    const grid = gridOver(experiment, 5, 4);
    fc.assert(
      fc.property(mixtures, (mixture) => {
        const nodes = grid.y.flatMap((deviation) => grid.x.map((mean) => ({ mean, deviation })));
        const found = tabulate(mixture, grid);
        expect(largestDifference(found.forward, nodes.map(forwardDivergence(mixture)))).toBeLessThan(1e-10);
        expect(largestDifference(found.reverse, nodes.map(reverseDivergence(mixture)))).toBeLessThan(1e-10);
      }),
    );
  });

  test("is defined over one column and one row", () => {
    const found = tabulate(equal, { x: [0.5], y: [1.5] });
    expect(found.reverse[0]).toBeCloseTo(reverseDivergence(equal)({ mean: 0.5, deviation: 1.5 }), 10);
  });
});

describe("minima in the plane, found on it", () => {
  const grid = gridOver(experiment, 41, 31);
  const landscape = { grid, fields: { ...tabulate(equal, grid) } };

  test("forward has one, where the moments match", () => {
    const minima = findMinima(experiment, values, landscape, "forward");
    expect(minima).toHaveLength(1);
    expect(minima[0]?.value).toBeCloseTo(0.555155528632, 9);
    expect(minima[0]?.x).toBeCloseTo(0, 4);
    expect(minima[0]?.y).toBeCloseTo(2.088061301782, 4);
  });

  test("reverse has three: two that seek a mode, and a broad one", () => {
    const minima = findMinima(experiment, values, landscape, "reverse");
    expect(minima.map(({ value }) => value.toFixed(8))).toEqual(["0.69183601", "0.69183601", "1.13838188"]);
    expect(minima.map(({ x }) => Math.abs(x).toFixed(3))).toEqual(["1.997", "1.997", "0.000"]);
    expect(minima.map(({ y }) => y.toFixed(3))).toEqual(["0.605", "0.605", "1.790"]);
  });
});
