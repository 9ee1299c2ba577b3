import { chiNodes, meanChi } from "./chi.ts";
import { expectedLogSum } from "./expected-log-sum.ts";
import { expectedMaximum } from "./expected-maximum.ts";
import { chiPlusNormalLaw, normalLaw } from "./law.ts";
import type { Setting } from "./setting.ts";

/** The expected cross-entropy before training, in nats, for a target other than the token just read; within 10⁻⁹. */
export function expectedLoss(setting: Setting): number {
  return setting.isNormalised ? lossAfterNorm(setting) : lossWithoutNorm(setting);
}

/** The expected logit of the token just read: 0 unless the head is tied. */
export function expectedOwnLogit(setting: Setting): number {
  if (!setting.isTied) return 0;
  const { width, deviation, isNormalised } = setting;
  return isNormalised ? ownScale(setting) * deviation * meanChi(width - 1) : deviation ** 2 * width;
}

/** The expected largest of V logits that are independent of the hidden state: the extreme-value prediction. */
export function expectedLargestLogit(setting: Setting): number {
  const { words, width, headDeviation, isNormalised } = setting;
  const length = isNormalised ? Math.sqrt(width) : sumDeviation(setting) * meanChi(width);
  return headDeviation * length * expectedMaximum(words);
}

/** The hidden state has the length √d, and the token's own logit is √d·s·(s·χ + r·g)/√(s² + r²) in d − 1 dimensions. */
function lossAfterNorm(setting: Setting): number {
  const { words, width, deviation, restDeviation, headDeviation, isTied } = setting;
  const spread = headDeviation * Math.sqrt(width);
  if (!isTied) return expectedLogSum(words, spread);
  const scale = ownScale(setting);
  const own = chiPlusNormalLaw(chiNodes(width - 1), scale * deviation, scale * restDeviation);
  return expectedLogSum(words - 1, spread, own);
}

/** The hidden state has the length √(s² + r²)·χ in d dimensions; given χ, the own logit is normal. */
function lossWithoutNorm(setting: Setting): number {
  const { words, width, deviation, restDeviation, headDeviation, isTied } = setting;
  let loss = 0;
  for (const { value, weight } of chiNodes(width)) {
    const spread = headDeviation * sumDeviation(setting) * value;
    const own = normalLaw((deviation * value) ** 2, deviation * restDeviation * value);
    loss += weight * (isTied ? expectedLogSum(words - 1, spread, own) : expectedLogSum(words, spread));
  }
  return loss;
}

function ownScale(setting: Setting): number {
  return (Math.sqrt(setting.width) * setting.deviation) / sumDeviation(setting);
}

/** Standard deviation of an entry of the word's row and what is added to it. */
function sumDeviation({ deviation, restDeviation }: Setting): number {
  return Math.hypot(deviation, restDeviation);
}
