import fc from "fast-check";
import { describe, expect, test } from "vitest";
import reparameterization from "../../../experiments/reparameterization/index.ts";
import { spread } from "../../../experiments/reparameterization/labels.ts";
import { bands, domain, size } from "../../../experiments/reparameterization/layout.ts";
import { pileSize, tiles } from "../../../experiments/reparameterization/pile.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { renderFrame } from "../../../lab/frame.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { expectDrawnByThePage } from "../drawn-by-the-page.ts";
import { compareAt } from "./known.ts";
import { settings } from "./settings.ts";

const experiment: Experiment = reparameterization as unknown as Experiment;
const values = defaultValues(reparameterization.parameters);
const states = settings.map((setting) => ({ ...setting, seed: 1 }));

describe("picture", () => {
  test("colours are the page's custom properties, and no number is undefined, at every state", () => {
    expectDrawnByThePage(experiment, states);
  });

  test("no curve leaves its panel, whatever f is", () => {
    fc.assert(
      fc.property(states, (state) => {
        for (const { svg } of renderFrame(experiment, state).panels) {
          const [, , , width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg) ?? [];
          const curves = Array.from(svg.matchAll(/ d="([^"]{60,})"/g), ([, curve]) => curve ?? "").join();
          for (const [, x, y] of curves.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)) {
            expect(Number(x)).toBeGreaterThanOrEqual(0);
            expect(Number(x)).toBeLessThanOrEqual(Number(width));
            expect(Number(y)).toBeGreaterThanOrEqual(0);
            expect(Number(y)).toBeLessThanOrEqual(Number(height));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("the description says the diagram's numbers, the variances and who wins", () => {
    const at = (state: object): string => renderFrame(experiment, { ...values, ...state }).description;
    expect(at({})).toContain("With V = 0.80, σ = 0.50 and μ = 1.00, Z = 1.40.");
    expect(at({})).toContain(
      "variance 1.000, one score estimate 21.750: the pathwise estimate is the quieter.",
    );
    expect(at({ function: "sine", mean: 0.5, deviation: 1 })).toContain("the score estimate is the quieter");
    expect(at({ function: "step" })).toContain("quiet and wrong. The pathwise estimate is biased");
  });
});

describe("the pile", () => {
  test("has a tile for each sample, and in all the area under the density", () => {
    const gaussian = { mean: 0.3, deviation: 0.7 };
    const found = tiles(gaussian, compareAt({}).draws);
    expect(found).toHaveLength(pileSize);
    const height = bands.samples.bottom - bands.samples.top;
    const area = found.reduce(
      (sum, { left, right, top, bottom }) => sum + (right - left) * (bottom - top),
      0,
    );
    // the peak of the density, 1/(σ√2π), is drawn at the band's height
    expect(area / (height * gaussian.deviation * Math.sqrt(2 * Math.PI))).toBeCloseTo(1, 12);
  });

  test("is the same pile for every μ and σ, moved and stretched", () => {
    const draws = compareAt({}).draws.subarray(0, 50);
    const narrow = tiles({ mean: 0, deviation: 0.5 }, draws);
    const wide = tiles({ mean: 1, deviation: 1 }, draws);
    for (const [k, tile] of narrow.entries()) {
      expect(wide[k]?.left).toBeCloseTo(1 + 2 * tile.left, 12);
      expect(wide[k]?.top).toBe(tile.top);
    }
  });
});

test("handles stand in the panel; dragged to where they stand, nothing changes", () => {
  fc.assert(
    fc.property(states, (state) => {
      for (const handle of reparameterization.handles) {
        const place = handle.position(state);
        if (place === undefined) continue;
        expect(handle.drag(place[0], state)).toBeCloseTo(state[handle.parameter] as number, 9);
        expect(place[0] >= domain[0] && place[0] <= domain[1]).toBe(true);
        expect(place[1] > 0 && place[1] < size.height).toBe(true);
      }
    }),
  );
});

test("labels keep the order of their values and a distance, inside the panel", () => {
  const value = fc.double({ min: -20, max: 20, noNaN: true });
  fc.assert(
    fc.property(value, value, value, (a, b, c) => {
      const places = spread([{ value: a }, { value: b }, { value: c }], 3, [-10, 10]);
      const order = [a, b, c].map((each, k) => [each, places[k] ?? 0] as const).sort((x, y) => x[0] - y[0]);
      for (const [k, [, place]] of order.slice(1).entries()) {
        expect(place - (order[k]?.[1] ?? 0)).toBeGreaterThanOrEqual(3 - 1e-9);
      }
      expect(Math.min(...places)).toBeGreaterThanOrEqual(-10 - 1e-9);
      expect(Math.max(...places)).toBeLessThanOrEqual(10 + 1e-9);
    }),
  );
});
