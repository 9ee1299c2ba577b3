import fc from "fast-check";
import { describe, expect, test } from "vitest";
import aliases from "../../../experiments/fourier-aliases/index.ts";
import { constrain, type State } from "../../../experiments/fourier-aliases/parameters.ts";
import type { Law } from "../../../experiments/fourier-aliases/weights.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { renderFrame } from "../../../lab/frame.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";

const experiment: Experiment = aliases;
const values = defaultValues(aliases.parameters);

describe("values that make sense together", () => {
  test("fewer features take points and the target along", () => {
    expect(constrain({ ...values, features: 5, target: 6 }, ["features"])).toMatchObject({
      points: 5,
      target: 4,
    });
    expect(constrain({ ...values, features: 8 }, ["features"])).toMatchObject({ features: 8, points: 7 });
  });

  test("more points bring the features that they can tell apart", () => {
    expect(constrain({ ...values, points: 12, features: 9 }, ["points"])).toMatchObject({
      points: 12,
      features: 13,
    });
  });

  test("a target beyond the features brings them", () => {
    expect(constrain({ ...values, target: 40 }, ["target"])).toMatchObject({ features: 41, target: 40 });
  });

  test("numbers are whole, and exponential weights do not fall below rounding", () => {
    const state = constrain({ ...values, points: 7.6, target: 2.2, law: "exponential", decay: 2 }, ["law"]);
    expect(state).toMatchObject({ points: 8, target: 2, decay: 0.5 });
  });

  test("what makes sense is left as it is, and any state then makes sense", () => {
    const any = fc.record({
      points: fc.integer({ min: 1, max: 16 }),
      features: fc.integer({ min: 1, max: 65 }),
      target: fc.integer({ min: 0, max: 64 }),
      law: fc.constantFrom<Law>("equal", "power", "exponential"),
      decay: fc.constantFrom(0, 0.3, 2),
    });
    const moves = fc.subarray<keyof State>(["points", "features", "target", "law", "decay"]);
    fc.assert(
      fc.property(any, moves, (state, moved) => {
        const first = constrain(state, moved);
        expect(constrain(first, [])).toEqual(first);
        expect(constrain(first, moved)).toEqual(first);
        const { loss } = aliases.compute(first, { random: createRandom(0) }).quantities;
        expect(Number.isFinite(loss)).toBe(true);
      }),
    );
  });

  test("every preset makes sense as it is", () => {
    for (const { values: preset } of Object.values(aliases.presets ?? {})) {
      expect(constrain({ ...values, ...preset }, [])).toEqual({ ...values, ...preset });
    }
  });
});

describe("the description", () => {
  test("says what the points cannot tell apart, how the credit is divided, and what it costs", () => {
    const { description } = renderFrame(experiment, values);
    expect(description).toContain(
      "8 equally spaced training points, 33 Fourier features, the weights cₖ = 1.",
    );
    expect(description).toContain(
      "On the training points cos 5πx, cos 11πx and cos 13πx are multiples of it.",
    );
    expect(description).toContain("effective weight is 0.250; the expected test error is 0.375.");
  });

  test("says it where the target is zero at every point, and where nothing is an alias", () => {
    expect(renderFrame(experiment, { ...values, target: 7 }).description).toContain("so nothing is learned");
    const { description } = renderFrame(experiment, { ...values, features: 9 });
    expect(description).toContain("no other feature is a multiple of it");
  });

  test("counts one feature as one", () => {
    const { description } = renderFrame(experiment, { ...values, points: 1, features: 1, target: 0 });
    expect(description).toContain("One training point, one Fourier feature, the weights");
  });
});

test("no picture has a coordinate that is not a number", () => {
  for (const state of [
    {},
    { points: 1 },
    { target: 7 },
    { target: 0 },
    { features: 9 },
    { points: 16, features: 65, target: 64 },
  ]) {
    for (const { svg } of renderFrame(experiment, { ...values, ...state }).panels) {
      expect(svg).not.toMatch(/NaN|Infinity/);
    }
  }
});

test("the handle stands under the target's bar", () => {
  const [handle] = aliases.handles;
  expect(handle).toMatchObject({ parameter: "target", panel: 1 });
  expect(handle?.position(values)).toEqual([6, 0]);
  expect(handle?.drag(6, values)).toBe(6);
});
