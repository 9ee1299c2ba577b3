import { meanChi } from "./chi.ts";
import { lossCurves } from "./curves.ts";
import { expectedLargestLogit, expectedLoss, expectedOwnLogit } from "./expected-loss.ts";
import { histogramOf } from "./histogram.ts";
import { logitDeviation, ownDeviation, shareOfWord } from "./logit-spread.ts";
import type { Outcome } from "./network.ts";
import { readLogits } from "./reading.ts";
import { type SettingValues, settingOf } from "./setting.ts";

/** Everything that the figure shows at a state: what was simulated, beside the exact expectations. */
export function assembleState(values: SettingValues, { passage, first, losses }: Outcome) {
  const reading = readLogits(first, passage.inputs[0], passage.targets[0]);
  const setting = settingOf(values);
  const atFix = settingOf({ ...values, deviation: proposedDeviation(values) });
  const farthest = expectedOwnLogit(settingOf({ ...values, head: "tied" }));
  return {
    quantities: {
      loss: losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
      expectedLoss: expectedLoss(setting),
      guess: Math.log(values.words),
      largest: expectedLargestLogit(setting),
      ownLogit: reading.own,
      expectedOwnLogit: expectedOwnLogit(setting),
      ownDeviation: ownDeviation(setting),
      spread: reading.spread,
      logitDeviation: logitDeviation(setting),
      ownProbability: reading.probability,
      share: shareOfWord(setting),
      rowLength: setting.deviation * meanChi(setting.width),
    },
    histogram: histogramOf(reading, farthest),
    curves: lossCurves(values),
    lossAtFix: expectedLoss(atFix),
  };
}

/** d^−½: the standard deviation that is proposed for the tables. */
export function proposedDeviation({ width }: SettingValues): number {
  return 1 / Math.sqrt(width);
}
