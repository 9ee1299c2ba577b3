import { describe, expect, test } from "vitest";
import initialLoss from "../../../experiments/initial-loss/index.ts";
import { logitDeviation, ownDeviation, shareOfWord } from "../../../experiments/initial-loss/logit-spread.ts";
import { readPassage } from "../../../experiments/initial-loss/network.ts";
import { settingOf } from "../../../experiments/initial-loss/setting.ts";
import type { ValuesOf } from "../../../lab/experiment.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";
import { expectClose, expectSixDecimals, published, settingWith, shares } from "./known.ts";

type State = ValuesOf<typeof initialLoss.parameters>;
const { quantities } = initialLoss;

function computeAt(given: Partial<State>) {
  const state = { ...defaultValues(initialLoss.parameters), positions: 1, ...given };
  return initialLoss.compute(state, { random: createRandom(state.seed) }).quantities;
}

test.each(published)(
  "V = %d, d = %d, s = %s: τ is s√d, and the own logit spreads as published",
  (words, width, scale, _untied, _tied, _own, spread) => {
    const deviation = scale === "1" ? 1 : width ** -0.5;
    const setting = settingWith({ words, width, deviation });
    expectSixDecimals(ownDeviation(setting), spread);
    expectClose(logitDeviation(setting), deviation * Math.sqrt(width), quantities.logitDeviation.error);
  },
);

test.each([
  [64, 7.96881222],
  [256, 15.98438267],
  [512, 22.61637116],
])("a row of %d standard normal entries has the published expected length", (width, length) => {
  const at = (deviation: number): number => computeAt({ words: 2, width, deviation }).rowLength;
  expect(Math.abs(at(1) - length)).toBeLessThan(5e-9);
  expectClose(at(1 / 16), length / 16, quantities.rowLength.error);
});

test.each(shares.slice(1))(
  "positions ρ times as wide leave the word the share %d, and the published loss",
  (share, _atOne, atFix) => {
    const found = computeAt({ words: 1000, width: 256, deviation: 1 / 16, ratio: Math.sqrt(1 / share - 1) });
    expectClose(found.share, share, quantities.share.error);
    expectSixDecimals(found.expectedLoss, atFix);
  },
);

test("positions that keep deviation 1 beside words of d^−½ leave the share 1/(1 + d), whatever ρ", () => {
  for (const ratio of [1, 7]) {
    const setting = settingOf({
      words: 10,
      width: 512,
      deviation: 512 ** -0.5,
      head: "tied",
      normalised: true,
      wordsAlone: true,
      ratio,
    });
    expectClose(shareOfWord(setting), 1 / 513, quantities.share.error);
  }
});

describe("in 4,000 passages the logits spread as said, within four standard errors", () => {
  test.each([
    { isNormalised: true, isTied: true, deviation: 0.5, restDeviation: 1.5 },
    { isNormalised: false, isTied: true, deviation: 0.5, restDeviation: 1 },
    { isNormalised: true, isTied: false, deviation: 0.5, restDeviation: 0.5 },
    { isNormalised: false, isTied: false, deviation: 0.3, restDeviation: 0.9 },
  ])("%o", (given) => {
    const setting = settingWith({ words: 2, width: 8, ...given, headDeviation: given.deviation });
    const [own, other]: [number[], number[]] = [[], []];
    for (let seed = 0; seed < 4000; seed++) {
      const { passage, logits } = readPassage(setting, 1, createRandom(seed));
      const input = passage.inputs[0] ?? 0;
      own.push(logits[0]?.[input] ?? Number.NaN);
      other.push(logits[0]?.[1 - input] ?? Number.NaN);
    }
    expectSpread(own, ownDeviation(setting));
    expectSpread(other, logitDeviation(setting));
  });
});

/** The sample's variance against a deviation, within four standard errors of that variance. */
function expectSpread(sample: readonly number[], deviation: number): void {
  const mean = sample.reduce((a, b) => a + b) / sample.length;
  const squares = sample.map((x) => (x - mean) ** 2);
  const variance = squares.reduce((a, b) => a + b) / (sample.length - 1);
  const fourth = squares.reduce((sum, square) => sum + (square - variance) ** 2, 0) / sample.length;
  expect(Math.abs(variance - deviation ** 2)).toBeLessThan(4 * Math.sqrt(fourth / sample.length));
}
