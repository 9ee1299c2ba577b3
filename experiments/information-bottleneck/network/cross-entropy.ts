import { type Matrix, matrix } from "./matrix.ts";

/** −log softmax at the right class, for each row, in nats. */
export function crossEntropies(logits: Matrix, labels: Uint8Array): Float64Array {
  return Float64Array.from(labels, (label, n) => {
    const row = logits.values.subarray(n * logits.columns, (n + 1) * logits.columns);
    return logSumExp(row) - (row[label] ?? 0);
  });
}

/** log Σ exp, without overflow. */
export function logSumExp(row: Float64Array): number {
  const largest = Math.max(...row);
  return largest + Math.log(row.reduce((sum, value) => sum + Math.exp(value - largest), 0));
}

/** Gradient of the mean cross-entropy with respect to the logits. */
export function crossEntropyGradient(logits: Matrix, labels: Uint8Array): Matrix {
  const delta = matrix(logits.rows, logits.columns);
  labels.forEach((label, n) => {
    const row = logits.values.subarray(n * logits.columns, (n + 1) * logits.columns);
    const normaliser = logSumExp(row);
    row.forEach((logit, c) => {
      const probability = Math.exp(logit - normaliser);
      delta.values[n * logits.columns + c] = (probability - (c === label ? 1 : 0)) / logits.rows;
    });
  });
  return delta;
}

/** The arithmetic mean. */
export function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
