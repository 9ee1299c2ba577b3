import type { PlotOptions } from "@observablehq/plot";
import * as plot from "@observablehq/plot";
import domino from "domino";
import { describe, expect, test } from "vitest";
import twoFeatures from "../../../experiments/two-features/index.ts";
import { descentFrames, type Trail } from "../../../experiments/two-features/runs.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { renderFrame } from "../../../lab/frame.ts";
import { measure } from "../../../lab/measure.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";

const experiment: Experiment = twoFeatures;
const values = defaultValues(twoFeatures.parameters);

test("the quantities at the default state are those of equal weights", () => {
  const texts = measure(experiment, values).quantities.map(({ name, text }) => `${name} ${text}`);
  expect(texts).toEqual([
    "loss 0.250",
    "beta0 0.500",
    "beta1 0.500",
    "gradient0 −0.500",
    "gradient1 0.500",
    "squaredNorm 2.000",
    "growth 0.500",
  ]);
});

describe("the description", () => {
  test("says the state, how the credit is divided, and the numbers", () => {
    const { description } = renderFrame(experiment, { ...values, weight0: 2, weight1: 1 });
    expect(description).toContain("c₀ = 2.00 and c₁ = 1.00: fit = 0.80 × true feature + 0.20 × alias.");
    expect(description).toContain("The expected test error is 0.040, its gradient (−0.064, 0.128).");
    expect(description).toContain("with η = 1.00 leaves it: D = 5.000 grows by 0.020.");
  });

  test("says it where nothing fits", () => {
    const { description, panels } = renderFrame(experiment, { ...values, weight0: 0, weight1: 0 });
    expect(description).toContain("no coefficients fit the training point");
    expect(description).toContain("test error is undefined");
    expect(description).not.toContain("grows by");
    for (const { svg } of panels) expect(svg).not.toContain("NaN");
  });

  test.each([{ weight0: 0 }, { weight1: 0 }, { input: 0.5 }, { input: 0.25 }])(
    "lets nothing leave its circle where the gradient is zero: %o",
    (state) => {
      const { description } = renderFrame(experiment, { ...values, ...state });
      expect(description).toContain("Here it is zero: gradient flow and descent stay where they are.");
      expect(description).not.toContain("leaves it");
    },
  );
});

/** The panels at a state: of the fit, and of the plane. */
function panelsAt(state: object, frame?: Trail): readonly PlotOptions[] {
  const at = { ...values, ...state };
  const result = twoFeatures.compute(at, { random: createRandom(0) });
  return [twoFeatures.draw(result, at, { plot, frame })].flat();
}

/** The panels as SVG text, without what Plot clips. */
function drawn(state: object, frame?: Trail): readonly string[] {
  const document = domino.createDocument();
  return panelsAt(state, frame).map((options) => plot.plot({ ...options, document }).outerHTML);
}

test("every curve of the fit stays inside its panel, however far the fit swings", () => {
  for (const state of [
    { weight0: 1, weight1: 1, input: 0 },
    { weight0: 0.01, weight1: 3, input: 0.251 },
    { weight0: -3, weight1: 0.01, input: -1 },
  ]) {
    const [svg = ""] = drawn(state);
    const curves = Array.from(svg.matchAll(/ d="([^"]{400,})"/g), ([, curve]) => curve ?? "");
    const points = curves.flatMap((curve) => Array.from(curve.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)));
    expect(curves).toHaveLength(4);
    for (const [, x, y] of points) {
      expect(Number(x)).toBe(Math.min(310, Math.max(0, Number(x))));
      expect(Number(y)).toBe(Math.min(324, Math.max(0, Number(y))));
    }
  }
});

test("circles of the plane are round, and its panels are as high as each other", () => {
  const [fit, plane] = panelsAt({}).map((options) =>
    plot.plot({ ...options, document: domino.createDocument() }),
  );
  const apart = (axis: "x" | "y"): number =>
    Math.abs(Number(plane?.scale(axis)?.apply(1)) - Number(plane?.scale(axis)?.apply(0)));
  expect(apart("x")).toBeCloseTo(apart("y"), 12);
  expect(fit?.getAttribute("height")).toBe(plane?.getAttribute("height"));
});

test("no panel has a coordinate that is not a number, at whatever state", () => {
  const edges = [-3, -0.01, 0, 0.01, 3];
  for (const input of [0, 0.25, 0.251, 0.5, -2 / 3, 0.644, 1]) {
    for (const weight0 of edges) {
      for (const weight1 of edges) {
        for (const svg of drawn({ weight0, weight1, input })) expect(svg).not.toMatch(/NaN|Infinity/);
      }
    }
  }
});

test("a run's trail is drawn from where it started, with what it has done in words", async () => {
  const frames = descentFrames({ ...values, weight0: 0.3, weight1: 1.8 });
  let last: Trail | undefined;
  for await (const { step, frame } of frames) {
    last = frame;
    if (step === 7) break;
  }
  const [, plane = ""] = drawn({ weight0: last?.path[7]?.[0], weight1: last?.path[7]?.[1] }, last);
  expect(plane).toContain("descent with η = 1.00, after 7 steps");
});

test("handles stand on what they move, and dragged to where they stand change nothing", () => {
  const [point, weights] = twoFeatures.handles;
  const state = { ...values, input: 2 / 3, weight0: -1.25, weight1: 0.5 };
  expect(point?.position(state)?.[0]).toBe(2 / 3);
  expect(point?.position(state)?.[1]).toBeCloseTo(-Math.SQRT1_2, 12);
  expect(point?.drag(2 / 3, state)).toBe(2 / 3);
  expect(weights).toMatchObject({ parameter: "weight0", up: "weight1", panel: 1 });
  expect(weights?.position(state)).toEqual([-1.25, 0.5]);
  expect(weights?.drag(-1.25, state)).toBe(-1.25);
});
