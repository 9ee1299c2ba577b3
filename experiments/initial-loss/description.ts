import { formatQuantity } from "../../lab/measure.ts";
import type { SettingValues } from "./setting.ts";

/** The numbers that the description names. */
type Numbers = Readonly<
  Record<"loss" | "expectedLoss" | "guess" | "ownLogit" | "spread" | "ownProbability", number>
>;

/** The picture in words: how the model is built, where the token's own logit stands, and what the loss is. */
export function describeState(
  values: SettingValues & { readonly positions: number },
  { loss, expectedLoss, guess, ownLogit, spread, ownProbability }: Numbers,
): string {
  const { words, width, deviation, normalised, positions } = values;
  return [
    `An untrained language model with V = ${words} words and width d = ${width};`,
    `the word table has standard deviation s = ${Number(deviation.toPrecision(3))},`,
    `the position table ${deviationOfPositions(values)}; their sum is ${normalised ? "layer-normalised" : "not normalised"};`,
    `${heads[values.head]}.`,
    `At the first position the logit of the token just read is ${formatQuantity(ownLogit)} and its probability`,
    `${formatQuantity(ownProbability)}${words === 2 ? "" : `; the other logits have standard deviation ${formatQuantity(spread)}`}.`,
    `The simulated loss is ${formatQuantity(loss)} nats over ${positions} position${positions === 1 ? "" : "s"},`,
    `its expectation ${formatQuantity(expectedLoss)}; a guess costs log V = ${formatQuantity(guess)}.`,
  ].join(" ");
}

function deviationOfPositions({ wordsAlone, ratio }: SettingValues): string {
  if (wordsAlone) return "1";
  return ratio === 1 ? "the same" : `${Number(ratio.toPrecision(3))} times that`;
}

const heads = {
  tied: "the head is tied to the word table",
  untied: "the head has a table of its own with the same standard deviation",
  default: "the head has a table of its own with variance 1/(3d), that of nn.Linear's default",
} as const;
