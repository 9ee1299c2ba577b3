import type { Figures } from "../optimum.ts";
import { expectation, findRoot, normalBelow, softplus, stepFor } from "./expectation.ts";

/**
 * X = Y = ±1, encoder N(μx, σ²), decoder the true conditional distribution. The task sees k = μ/σ alone, and at a
 * given k the rate is least for σ² = 1/(1 + k²).
 */

/** The β at which k is optimal: (1 + k²) E[1 − tanh(k² + kV)]. It falls from 1 at k = 0 to 0. */
export function betaOfRatio(k: number): number {
  // 1 − tanh u = 2/(1 + e²ᵘ), which keeps its digits where tanh u is almost 1
  return (1 + k * k) * expectation((v) => 2 / (1 + Math.exp(2 * (k * k + k * v))), stepFor(k));
}

/** The optimal ratio k = μ/σ; 0 from β = 1 on. */
export function optimalRatio(beta: number): number {
  return beta >= 1 ? 0 : findRoot((k) => Math.log(beta / betaOfRatio(k)), 0, 9);
}

/** E log(1 + exp(−2k² − 2kV)): the task loss at a ratio, in nats. */
export function taskLoss(k: number): number {
  return expectation((v) => softplus(-2 * k * (k + v)), stepFor(k));
}

/** The exact optimum with ratio k. There is no difference between training and validation: the law is known. */
export function figuresOfTwoClasses(k: number): Figures {
  const loss = taskLoss(k);
  const error = normalBelow(-k);
  const variance = 1 / (1 + k * k);
  return {
    trainingLoss: loss,
    trainingError: error,
    validationLossMean: softplus(-2 * k * k),
    validationLossSample: loss,
    validationErrorMean: k > 0 ? 0 : 0.5,
    validationErrorSample: error,
    rate: 0.5 * Math.log1p(k * k),
    meanScale: k * Math.sqrt(variance),
    secondMoment: k * k * variance + variance,
  };
}
