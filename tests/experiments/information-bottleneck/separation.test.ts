import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { softplus } from "../../../experiments/information-bottleneck/exact/expectation.ts";
import bottleneck from "../../../experiments/information-bottleneck/index.ts";
import { storedSweep } from "../../../experiments/information-bottleneck/stored-sweep.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";

type Model = "digits" | "linear" | "two" | "three";
const { quantities: declared } = bottleneck;
const logBeta = fc.double({ min: Math.log(1e-6), max: Math.log(100), noNaN: true });

function computeAt(model: Model, beta: number) {
  const values = { ...defaultValues(bottleneck.parameters), model, beta };
  return bottleneck.compute(values, { random: createRandom(values.seed) }).quantities;
}

/** By Simpson's rule, on a grid that shares no node with the quadratures of the models. */
function simpson(f: (x: number) => number, from: number, to: number, intervals: number): number {
  const step = (to - from) / intervals;
  let sum = f(from) + f(to);
  for (let k = 1; k < intervals; k++) sum += (k % 2 === 1 ? 4 : 2) * f(from + k * step);
  return (sum * step) / 3;
}

const density = (v: number): number => Math.exp(-0.5 * v * v) / Math.sqrt(2 * Math.PI);

/** E log(1 + e^(−2k² − 2kV)). */
function lossOfTwo(k: number): number {
  return simpson((v) => density(v) * softplus(-2 * k * (k + v)), -11 - k, 11, 4000);
}

/** E log(1 + eᵃ + eᵇ) over the log-odds of the two wrong corners of a triangle, kept in the plane's own coordinates. */
function lossOfThree(k: number): number {
  const log = (a: number, b: number): number => softplus(Math.max(a, b) + softplus(-Math.abs(a - b)));
  const odds = (v: number, w: number) => [
    Math.sqrt(0.75) * w - 1.5 * (v + k),
    -Math.sqrt(0.75) * w - 1.5 * (v + k),
  ];
  const given = (v: number): number =>
    simpson(
      (w) => density(w) * log(...(odds(v, w).map((each) => k * each) as [number, number])),
      -9 - k,
      9 + k,
      500,
    );
  return simpson((v) => density(v) * given(v), -9 - k, 9, 500);
}

describe("the training loss is right within its declared error", () => {
  test.each([1e-6, 1e-3, 0.1, 0.5, 0.9])("two classes and three, β = %d", (beta) => {
    const [two, three] = [computeAt("two", beta), computeAt("three", beta)];
    expect(Math.abs(two.trainingLoss - lossOfTwo(two.ratio))).toBeLessThan(declared.trainingLoss.error);
    expect(Math.abs(three.trainingLoss - lossOfThree(three.ratio))).toBeLessThan(declared.trainingLoss.error);
  });

  test("the linear model: ½(0.1 + β)", () => {
    fc.assert(
      fc.property(logBeta, (log) => {
        const beta = Math.exp(log);
        const expected = 0.5 * (0.1 + Math.min(beta, 1.8));
        expect(Math.abs(computeAt("linear", beta).trainingLoss - expected)).toBeLessThan(1e-12);
      }),
    );
  });
});

describe("at the ratio k the objective has its minimum, within the declared error of k", () => {
  /** The slope of T + βR in k, by central differences extrapolated to step 0. */
  function slope(model: "two" | "three", k: number, beta: number): number {
    const rate = (x: number): number => (model === "two" ? 0.5 * Math.log1p(x * x) : Math.log1p(0.5 * x * x));
    const objective = (x: number): number =>
      (model === "two" ? lossOfTwo(x) : lossOfThree(x)) + beta * rate(x);
    const central = (h: number): number => (objective(k + h) - objective(k - h)) / (2 * h);
    return (4 * central(1e-3) - central(2e-3)) / 3;
  }

  test.each([
    ["two", 1e-3],
    ["two", 0.1],
    ["two", 0.9],
    ["three", 0.1],
    ["three", 0.5],
  ] as const)("%s classes, β = %d", (model, beta) => {
    const { ratio } = computeAt(model, beta);
    const { error } = declared.ratio;
    expect(slope(model, ratio - error, beta)).toBeLessThan(0);
    expect(slope(model, ratio + error, beta)).toBeGreaterThan(0);
  });
});

describe("radius, deviation and ratio", () => {
  test.each([
    ["two", 1e-6, 0.98450616, 0.175349995, 5.614520618],
    ["two", 1e-3, 0.971969931, 0.235105195, 4.134191632],
    ["two", 0.5, 0.865466498, 0.500966807, 1.727592499],
  ] as const)("of %s classes at β = %d are the known ones", (model, beta, radius, deviation, ratio) => {
    const found = computeAt(model, beta);
    expect(found.radius).toBeCloseTo(radius, 8);
    expect(found.deviation).toBeCloseTo(deviation, 8);
    expect(found.ratio).toBeCloseTo(ratio, 8);
  });

  test("of the linear model are √(1 − β/q̂), √(β/q̂) and their quotient, q̂ = 1.8", () => {
    fc.assert(
      fc.property(logBeta, (log) => {
        const beta = Math.exp(log);
        const share = Math.min(1, beta / 1.8);
        const found = computeAt("linear", beta);
        const expected = {
          radius: Math.sqrt(1 - share),
          deviation: Math.sqrt(share),
          ratio: Math.sqrt(1 / share - 1),
        };
        for (const name of ["radius", "deviation", "ratio"] as const) {
          const scale = Math.max(1, expected[name]);
          expect(Math.abs(found[name] - expected[name]) / scale, name).toBeLessThan(declared[name].error);
        }
      }),
    );
  });

  test("of digits are means over the seeds: each seed's own second moment is made up of them", () => {
    const beta = 0.1;
    const runs = storedSweep.runs.filter((run) => run.beta === beta);
    const mean = (f: (run: (typeof runs)[number]) => number): number =>
      runs.reduce((sum, run) => sum + f(run), 0) / runs.length;
    const found = computeAt("digits", beta);
    expect(found.radius).toBeCloseTo(Math.SQRT2 * found.meanScale, 12);
    expect(found.deviation).toBeCloseTo(
      mean(({ figures: { secondMoment, meanScale } }) => Math.sqrt(secondMoment - meanScale ** 2)),
      12,
    );
  });

  test.each(["digits", "linear", "two", "three"] as const)(
    "of %s are numbers everywhere, and 0 in the end",
    (model) => {
      for (const beta of [1e-6, 3e-5, 0.7, 1, 1.8, 2, 100]) {
        const { radius, deviation, ratio } = computeAt(model, beta);
        expect([radius, deviation, ratio].every((each) => Number.isFinite(each) && each >= 0)).toBe(true);
      }
      expect(computeAt(model, 100).ratio).toBeLessThan(0.001);
    },
  );
});
