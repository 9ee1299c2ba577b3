/** Draws of V in a race: the same for both estimators. */
export const drawCount = 10_000;

/** What is known of an estimator's mean after a number of draws. */
export interface Standing {
  /** Draws so far, two or more. */
  readonly count: number;
  readonly mean: number;
  /** The standard error of the mean, from the draws' own spread. */
  readonly error: number;
}

/** After which numbers of draws the standings are kept: every number at first, then 40 in a decade. */
export const counts: readonly number[] = [
  ...new Set(Array.from({ length: 149 }, (_, k) => Math.round(2 * 5000 ** (k / 148)))),
];

/** The running mean of the estimates and its standard error, by Welford's recurrence. Shape [n]. */
export function standings(estimates: ArrayLike<number>): readonly Standing[] {
  const kept = new Set(counts);
  const found: Standing[] = [];
  let [mean, squares] = [0, 0];
  for (let count = 1; count <= estimates.length; count++) {
    const estimate = estimates[count - 1] ?? 0;
    const away = estimate - mean;
    mean += away / count;
    squares += away * (estimate - mean);
    if (kept.has(count)) found.push({ count, mean, error: Math.sqrt(squares / (count * (count - 1))) });
  }
  return found;
}
