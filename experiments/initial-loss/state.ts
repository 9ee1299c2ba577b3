import type { Tensors } from "../../lab/experiment.ts";
import type { Random } from "../../lab/random.ts";
import { meanChi } from "./chi.ts";
import { lossCurves } from "./curves.ts";
import { expectedLargestLogit, expectedLoss, expectedOwnLogit } from "./expected-loss.ts";
import { expectedLossInTensors } from "./expected-loss-in-tensors.ts";
import { histogramOf } from "./histogram.ts";
import { logitDeviation, ownDeviation, shareOfWord } from "./logit-spread.ts";
import type { Outcome } from "./network.ts";
import { type Reading, readLogits } from "./reading.ts";
import { type SettingValues, settingOf } from "./setting.ts";
import { simulateInTensors } from "./tensors.ts";

/** Everything that the figure shows at a state: what was simulated, beside the exact expectations. */
export function assembleState(values: SettingValues, { passage, first, losses }: Outcome) {
  const reading = readLogits(first, passage.inputs[0], passage.targets[0]);
  const simulated = simulatedQuantities(reading, losses);
  const setting = settingOf(values);
  const atFix = settingOf({ ...values, deviation: proposedDeviation(values) });
  const farthest = expectedOwnLogit(settingOf({ ...values, head: "tied" }));
  return {
    quantities: {
      ...simulated,
      expectedLoss: expectedLoss(setting),
      guess: Math.log(values.words),
      largest: expectedLargestLogit(setting),
      expectedOwnLogit: expectedOwnLogit(setting),
      ownDeviation: ownDeviation(setting),
      logitDeviation: logitDeviation(setting),
      share: shareOfWord(setting),
      rowLength: setting.deviation * meanChi(setting.width),
    },
    histogram: histogramOf(reading, farthest),
    curves: lossCurves(values),
    lossAtFix: expectedLoss(atFix),
  };
}

/** What depends on the random numbers: the mean loss over the positions, and the logits at the first. */
function simulatedQuantities(reading: Reading, losses: readonly number[]) {
  return {
    loss: losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
    ownLogit: reading.own,
    spread: reading.spread,
    ownProbability: reading.probability,
  };
}

/** The same in tf.js, with the expected loss; what is a closed form is left out. */
export async function accelerateState(
  tf: Tensors,
  values: SettingValues & { readonly positions: number },
  random: Random,
) {
  const setting = settingOf(values);
  const { passage, first, losses } = await simulateInTensors(tf, setting, values.positions, random);
  const reading = readLogits(first, passage.inputs[0], passage.targets[0]);
  const expected = expectedLossInTensors(tf, setting);
  const [expectedLoss = Number.NaN] = await expected.data();
  expected.dispose();
  return { quantities: { ...simulatedQuantities(reading, losses), expectedLoss } };
}

/** d^−½: the standard deviation that is proposed for the tables. */
export function proposedDeviation({ width }: SettingValues): number {
  return 1 / Math.sqrt(width);
}
