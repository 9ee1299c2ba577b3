import * as plot from "@observablehq/plot";
import domino from "domino";
import { describe, expect, test } from "vitest";
import gaussianFit from "../../experiments/gaussian-fit/index.ts";
import type { Experiment } from "../../lab/experiment.ts";
import { describeLandscape, drawLandscape } from "../../lab/figure/landscape-picture.ts";
import { computeLandscape, computeNodes, gridOver } from "../../lab/landscape.ts";
import { findMinima, lowNodes } from "../../lab/minima.ts";
import { defaultValues } from "../../lab/parameters.ts";
import { drawPlot } from "../../lab/picture.ts";

const experiment: Experiment = gaussianFit;
const values = defaultValues(gaussianFit.parameters);

describe("gridOver", () => {
  const grid = gridOver(experiment, 5, 3);

  test("an odd grid has a node in the middle of each range, on the parameter's own scale", () => {
    expect(grid.x[2]).toBeCloseTo(0, 12);
    expect(grid.y[1]).toBeCloseTo(1, 12);
  });

  test("an experiment without a plane is refused by its title", () => {
    const { plane: _, ...flat } = experiment;
    expect(() => gridOver(flat, 5, 3)).toThrow("One Gaussian for two modes: declares no plane");
  });
});

test("a landscape holds compute's values, row by row from the smallest y", () => {
  const grid = gridOver(experiment, 3, 2);
  const { fields } = computeNodes(experiment, values, grid);
  const { quantities } = gaussianFit.compute(
    { ...values, mean: grid.x[2] ?? 0, deviation: grid.y[1] ?? 1 },
    { random: { uniform: () => 0, normal: () => 0 } },
  );
  expect(fields["reverse"]).toHaveLength(6);
  expect(fields["reverse"]?.[5]).toBe(quantities.reverse);
});

test("a node at the border of the grid is no minimum", () => {
  const grid = { x: [0, 1, 2], y: [0, 1, 2] };
  expect(lowNodes({ grid, fields: { q: [0, 9, 9, 9, 1, 9, 9, 9, 9] } }, "q")).toEqual([]);
  expect(lowNodes({ grid, fields: { q: [9, 9, 9, 9, 1, 9, 9, 9, 9] } }, "q")).toEqual([[1, 1]]);
});

describe("drawLandscape", () => {
  const landscape = computeLandscape(experiment, values, gridOver(experiment, 41, 31));
  const minima = findMinima(experiment, values, landscape, "reverse");
  const view = { experiment, landscape, quantity: "reverse", minima };
  const document = domino.createDocument();
  const picture = drawPlot(drawLandscape(view, plot), "words", { plot, document, id: "fig-x" });

  test("the innermost contour encloses the lowest minima, where the scales put them", () => {
    const paths = Array.from(picture.svg.querySelectorAll("path[d]"), (path) => path.getAttribute("d") ?? "");
    const rings = paths.filter((d) => d.includes("Z"));
    const lowest = (rings[rings.length - 1] ?? "").split("Z").filter(Boolean).map(centre);
    const expected = minima.slice(0, 2).map(({ x, y }) => [picture.x.apply(x), picture.y.apply(y)]);
    expect(lowest).toHaveLength(2);
    for (const [x = 0, y = 0] of expected) {
      expect(lowest.some(([left, top]) => Math.hypot(left - x, top - y) < 12)).toBe(true);
    }
  });

  test("its words name the ranges and the minima", () => {
    const words = describeLandscape(view);
    expect(words).toContain("Landscape of DKL(Q‖P) over μ from −6.00 to 6.00 and σ from 0.200 to 5.000.");
    expect(words).toContain("1.138 nats at μ = 0.00, σ = 1.790");
  });
});

function centre(ring: string): readonly [number, number] {
  const points = Array.from(
    ring.matchAll(/(-?[\d.]+),(-?[\d.]+)/g),
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
  const mean = (pick: 0 | 1): number => points.reduce((sum, point) => sum + point[pick], 0) / points.length;
  return [mean(0), mean(1)];
}
