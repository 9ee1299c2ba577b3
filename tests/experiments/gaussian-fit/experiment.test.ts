import fc from "fast-check";
import { describe, expect, test } from "vitest";
import gaussianFit from "../../../experiments/gaussian-fit/index.ts";
import { mirror, parameters, type State } from "../../../experiments/gaussian-fit/parameters.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { renderFrame } from "../../../lab/frame.ts";
import { measure } from "../../../lab/measure.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";
import { clamp } from "../../../lab/slider.ts";
import { checkValues } from "../../../lab/state.ts";
import { equalPoints, expectRelative } from "./known.ts";
import { states } from "./states.ts";

const experiment: Experiment = gaussianFit;
const start: State = defaultValues(parameters);
describe("quantities", () => {
  test("at the default state are the published ones, to the state's three decimals", () => {
    const { result } = measure(experiment, start);
    const { forward, reverse, forwardMinimum, reverseMinimum, reverseMinima } = result.quantities;
    expect(forward).toBeCloseTo(0.555156, 6);
    expect(reverse).toBeCloseTo(1.27324, 3);
    expectRelative(forwardMinimum ?? Number.NaN, 0.555155528632, 12);
    expectRelative(reverseMinimum ?? Number.NaN, 0.691836005029, 12);
    expect(reverseMinima).toBe(3);
  });

  test.each(equalPoints)("at the %s are the published ones", (_, mean, deviation, reverse, forward) => {
    const { quantities } = measure(experiment, { ...start, mean, deviation }).result;
    expectRelative(quantities["reverse"] ?? Number.NaN, reverse, 10);
    expectRelative(quantities["forward"] ?? Number.NaN, forward, 9);
  });

  test.each([
    ["near", 1, 0.226507960761],
    ["between", 3, 0.481061845],
    ["far", 3, 0.69182],
  ])("at the preset “%s” reverse has %d minima, the lowest of %d nats", (name, count, least) => {
    const { quantities } = measure(experiment, { ...start, ...experiment.presets?.[name]?.values }).result;
    expect(quantities["reverseMinima"]).toBe(count);
    expect(quantities["reverseMinimum"]).toBeCloseTo(least, 4);
  });

  test("do not depend on what was computed before", () => {
    fc.assert(
      fc.property(states, states, (one, other) => {
        const first = measure(experiment, one).result;
        measure(experiment, other);
        expect(measure(experiment, one).result).toEqual(first);
      }),
      { numRuns: 20 },
    );
  });

  test("no Q is below the least of either divergence", () => {
    fc.assert(
      fc.property(states, (state) => {
        const tools = { random: createRandom(0) };
        const { forward, reverse, forwardMinimum, reverseMinimum } = gaussianFit.compute(
          state,
          tools,
        ).quantities;
        expect(forward).toBeGreaterThan(forwardMinimum - 1e-12);
        expect(reverse).toBeGreaterThan(reverseMinimum - 1e-12);
      }),
    );
  });
});

describe("presets", () => {
  test.each(Object.entries(experiment.presets ?? {}))("“%s” is a state of the figure", (_, { values }) => {
    const checked = checkValues(experiment, start, values as Record<string, unknown>);
    expect(checked.notes).toEqual([]);
    expect(checked.values).toEqual({ ...start, ...values });
  });
});

describe("picture", () => {
  test("at every state has two panels, numbers that are numbers, and the page's own colours", () => {
    fc.assert(
      fc.property(states, (state) => {
        const { svg, panels } = renderFrame(experiment, state);
        expect(panels).toHaveLength(2);
        expect(svg).not.toMatch(/NaN|Infinity|undefined|<style|\sstyle=/);
        for (const [, color] of svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)) {
          expect(color).toMatch(/^(currentColor|none|var\(--[a-z0-9-]+\))$/);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("says the state and the numbers in words", () => {
    const values = { ...start, mean: -2, deviation: 0.6 };
    const words = experiment.describe(measure(experiment, values).result, values);
    expect(words).toContain("mean −2.00");
    expect(words).toContain("standard deviation 0.600");
    expect(words).toMatch(/reverse divergence 0\.69\d nats/);
    expect(words).toContain("the reverse divergence has 3 minima");
  });

  test("says in words where no diagram of symmetric P applies", () => {
    const { svg } = renderFrame(experiment, { ...start, ...experiment.presets?.["unequal"]?.values });
    expect(svg).toContain("P’s components are not mirror images");
  });
});

describe("handles", () => {
  test("stand on the figure, and dragged to where they stand change nothing", () => {
    fc.assert(
      fc.property(states, (state) => {
        for (const { parameter, panel, position, drag } of gaussianFit.handles) {
          const place = position(state);
          if (place === undefined) continue;
          expect(drag(place[0], state)).toBeCloseTo(Number(state[parameter]), 9);
          expect(Math.abs(place[0])).toBeLessThanOrEqual(panel === 1 ? 4.2 : 7);
        }
      }),
    );
  });

  test("the one on the diagram moves both components of a symmetric P to the separation it is dragged to", () => {
    const handle = gaussianFit.handles.find(({ panel }) => panel === 1);
    expect(handle?.position(start)?.[0]).toBeCloseTo(2 / 0.6, 12);
    const right = clamp(parameters.right, handle?.drag(2.5, start) ?? Number.NaN);
    expect(mirror({ ...start, right }, ["right"])).toMatchObject({ left: -1.5, right: 1.5 });
  });

  test("the weight's stands at P's mean", () => {
    const unequal = { ...start, left: -3, right: 1.5, weight: 0.7, mirrored: false };
    const handle = gaussianFit.handles.find(({ parameter }) => parameter === "weight");
    expect(handle?.position(unequal)?.[0]).toBeCloseTo(0.15, 12);
    expect(handle?.drag(0.15, unequal)).toBeCloseTo(0.7, 12);
  });
});
