import { describe, expect, test } from "vitest";
import { chiNodes, varianceOfChi } from "../../../experiments/initial-loss/chi.ts";
import { expectedLogSum } from "../../../experiments/initial-loss/expected-log-sum.ts";
import { expectedLoss, expectedOwnLogit } from "../../../experiments/initial-loss/expected-loss.ts";
import initialLoss from "../../../experiments/initial-loss/index.ts";
import { chiPlusNormalLaw, normalLaw } from "../../../experiments/initial-loss/law.ts";
import { settingOf } from "../../../experiments/initial-loss/setting.ts";
import {
  expectClose,
  expectSixDecimals,
  normalDensity,
  published,
  settingWith,
  shares,
  trapezoid,
} from "./known.ts";

describe("published losses at initialisation", () => {
  test.each(published)("V = %d, d = %d, s = %s", (words, width, scale, untied, tied, own, spread) => {
    const deviation = scale === "1" ? 1 : width ** -0.5;
    const setting = settingWith({ words, width, deviation });
    expectSixDecimals(expectedLoss({ ...setting, isTied: false }), untied);
    expectSixDecimals(expectedLoss(setting), tied);
    expectSixDecimals(expectedOwnLogit(setting), own);
    const scaled = deviation * Math.sqrt(width / 2);
    expectSixDecimals(chiPlusNormalLaw(chiNodes(width - 1), scaled, scaled).deviation, spread);
    expectSixDecimals(scaled * Math.sqrt(varianceOfChi(width - 1) + 1), spread);
  });

  test.each(shares.slice(1))("the word's share %d of the hidden state", (share, atOne, atFix) => {
    for (const [deviation, loss] of [
      [1, atOne],
      [1 / 16, atFix],
    ] as const) {
      const restDeviation = deviation * Math.sqrt(1 / share - 1);
      expectSixDecimals(expectedLoss(settingWith({ deviation, restDeviation })), loss);
    }
  });

  test("the whole hidden state is the word: the mean over χ of a certain own logit", () => {
    const [[, atOne, atFix]] = shares;
    for (const [scale, loss] of [
      [16, atOne],
      [1, atFix],
    ] as const) {
      const mean = chiNodes(255).reduce(
        (sum, { value, weight }) => sum + weight * expectedLogSum(999, scale, normalLaw(scale * value, 1e-7)),
        0,
      );
      expectSixDecimals(mean, loss);
    }
  });

  test("an untied head with the variance of nn.Linear's default: log V + 1/6, at any s", () => {
    for (const deviation of [0.005, 0.1, 1]) {
      const values = { words: 10_000, width: 512, deviation, head: "default", normalised: true } as const;
      const setting = settingOf({ ...values, wordsAlone: false, ratio: 1 });
      expectSixDecimals(expectedLoss(setting), 9.376987);
    }
  });

  test("the word table alone rescaled to d^−½: a share of 1/(1 + d), and a loss near log V + ½", () => {
    const setting = settingWith({ words: 10_000, width: 512, deviation: 512 ** -0.5, restDeviation: 1 });
    expect(expectedLoss(setting)).toBeCloseTo(9.71, 3);
    expect(expectedOwnLogit(setting)).toBeCloseTo(0.998, 3);
  });
});

describe("two words in eight features: the sum over every variable gives the same within the declared error", () => {
  test.each([
    [true, 0.3, 0.3],
    [true, 1, 1],
    [true, 0.4, 1],
    [false, 0.9, 0.9],
    [false, 0.5, 1],
  ])("normalised %s, s = %d, positions at %d", (isNormalised, deviation, restDeviation) => {
    const dimensions = isNormalised ? 7 : 8;
    const length = Math.hypot(deviation, restDeviation);
    const expected = trapezoid(0, 10, 0.1, (r) => {
      const scale = isNormalised ? (Math.sqrt(8) * deviation) / length : deviation * r;
      const spread = deviation * (isNormalised ? Math.sqrt(8) : length * r);
      const given = trapezoid(-9, 9, 0.15, (g) => {
        const own = scale * (deviation * r + restDeviation * g);
        return normalDensity(g) * trapezoid(-9, 9, 0.15, (k) => normalDensity(k) * logSum(own, spread * k));
      });
      return chiDensity(dimensions, r) * given;
    });
    const setting = settingWith({ words: 2, width: 8, deviation, restDeviation, isNormalised });
    expectClose(expectedLoss(setting), expected, initialLoss.quantities.expectedLoss.error);
  });
});

function logSum(a: number, b: number): number {
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}

/** The density of χ in 7 or 8 dimensions. */
function chiDensity(dimensions: number, r: number): number {
  const constant = dimensions === 7 ? 15 * Math.sqrt(Math.PI / 2) : 48;
  return (r ** (dimensions - 1) * Math.exp(-(r ** 2) / 2)) / constant;
}
