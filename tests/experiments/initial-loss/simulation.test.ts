import { describe, expect, test } from "vitest";
import { expectedLoss, expectedOwnLogit } from "../../../experiments/initial-loss/expected-loss.ts";
import { simulate } from "../../../experiments/initial-loss/network.ts";
import type { Setting } from "../../../experiments/initial-loss/setting.ts";
import { createRandom } from "../../../lab/random.ts";
import { settingWith } from "./known.ts";

/** The mean of many independent networks and its standard error. */
function average(draws: number, value: (seed: number) => number) {
  const values = Array.from({ length: draws }, (_, seed) => value(seed));
  const mean = values.reduce((sum, each) => sum + each, 0) / draws;
  const variance = values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (draws - 1);
  return { mean, standardError: Math.sqrt(variance / draws) };
}

describe("the simulated mean lies within four standard errors of the exact expectation", () => {
  test.each<[string, Partial<Setting>]>([
    ["tied, s = 1", {}],
    ["tied, s = d^−½", { deviation: 0.25 }],
    ["untied, s = 1", { isTied: false }],
    ["untied, the variance of nn.Linear's default", { isTied: false, headDeviation: 1 / Math.sqrt(48) }],
    ["the word table alone rescaled", { deviation: 0.25, restDeviation: 1 }],
    ["tied without normalisation, s = 1", { isNormalised: false }],
    [
      "tied without normalisation, s = 0.5, positions at 1",
      {
        deviation: 0.5,
        restDeviation: 1,
        isNormalised: false,
      },
    ],
    ["untied without normalisation", { isTied: false, isNormalised: false }],
    ["two words", { words: 2 }],
    ["two words without normalisation", { words: 2, width: 9, isNormalised: false }],
  ])("%s", (_, given) => {
    const setting = settingWith({ words: 60, width: 16, ...given });
    const loss = average(2000, (seed) => simulate(setting, 1, createRandom(seed)).losses[0] ?? 0);
    expect(Math.abs(loss.mean - expectedLoss(setting))).toBeLessThan(4 * loss.standardError);
    const own = average(2000, (seed) => {
      const { passage, first } = simulate(setting, 1, createRandom(seed));
      return first[passage.inputs[0] ?? 0] ?? 0;
    });
    expect(Math.abs(own.mean - expectedOwnLogit(setting))).toBeLessThan(4 * own.standardError);
  });

  test("tied, V = 1000 and d = 256, mean over eight positions", () => {
    const setting = settingWith({});
    const loss = average(40, (seed) => {
      const { losses } = simulate(setting, 8, createRandom(seed));
      return losses.reduce((sum, each) => sum + each, 0) / losses.length;
    });
    expect(Math.abs(loss.mean - 180.488401)).toBeLessThan(4 * loss.standardError);
    expect(loss.standardError).toBeLessThan(2);
  });
});
