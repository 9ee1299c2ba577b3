/** What can be read off the logits at one position. */
export interface Reading {
  /** The logit of the token just read. */
  readonly own: number;
  /** The logit of the token to be predicted. */
  readonly target: number;
  /** log Σ exp of all logits: the loss is this minus the target's logit. */
  readonly logSum: number;
  /** Standard deviation of the logits of all tokens but the one just read. */
  readonly spread: number;
  /** The probability of the token just read. */
  readonly probability: number;
  /** The logits of all other tokens. Shape [words − 1]. */
  readonly others: Float64Array;
}

/** Reads the logits at a position, given the token just read and the one to be predicted. */
export function readLogits(logits: Float64Array, input = 0, target = 0): Reading {
  const own = logits[input] ?? Number.NaN;
  const logSum = logSumExp(logits);
  const others = logits.filter((_, word) => word !== input);
  return {
    own,
    target: logits[target] ?? Number.NaN,
    logSum,
    spread: deviationOf(others),
    probability: Math.exp(own - logSum),
    others,
  };
}

/** −log p of the target, in nats. */
export function crossEntropy(logits: Float64Array, target: number): number {
  return logSumExp(logits) - (logits[target] ?? Number.NaN);
}

function logSumExp(logits: Float64Array): number {
  const largest = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  return largest + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - largest), 0));
}

function deviationOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
