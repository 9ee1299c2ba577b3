import type { Example, Gaussians } from "./bottleneck.ts";

/** How the sample is made, what the decoder reads and what the regulariser is computed from. */
export const graphNames = {
  reparameterized: "Z = μ + σV",
  stopped: "Z drawn outside the graph",
  blind: "decoder ignores Z",
  sampled: "regulariser from the sample Z",
  learned: "prior with parameters",
} as const;
/** A computational graph that a reader can pick. */
export type GraphName = keyof typeof graphNames;

/** Slopes of a term of the loss along two μ and two log σ. Shape of each [2]. */
export interface CodeSlopes {
  readonly means: readonly number[];
  readonly logDeviations: readonly number[];
}

/** A regulariser with its slopes along the code and along the prior. */
export interface Penalty {
  /** In nats. */
  readonly value: number;
  readonly code: CodeSlopes;
  readonly prior: CodeSlopes;
}

/** Z = μ + σ·V, coordinate by coordinate. Shape [2]. */
export function sampleCode({ means, logDeviations }: Gaussians, { noise }: Example): number[] {
  return means.map((mean, j) => mean + Math.exp(logDeviations[j] ?? 0) * (noise[j] ?? 0));
}

/** What a slope along Z becomes along μ and log σ: ∂Z/∂μ = 1, ∂Z/∂log σ = σV. */
export function slopesThroughSample(
  { logDeviations }: Gaussians,
  { noise }: Example,
  slopes: readonly number[],
): CodeSlopes {
  return {
    means: slopes,
    logDeviations: slopes.map((slope, j) => slope * Math.exp(logDeviations[j] ?? 0) * (noise[j] ?? 0)),
  };
}

/** D(N(μ, σ²)‖r) in closed form, summed over the coordinates. */
export function divergenceFrom(prior: Gaussians, code: Gaussians): Penalty {
  const parts = code.means.map((mean, j) => {
    const logRatio = (code.logDeviations[j] ?? 0) - (prior.logDeviations[j] ?? 0);
    const scale = Math.exp(-(prior.logDeviations[j] ?? 0));
    const away = (mean - (prior.means[j] ?? 0)) * scale;
    const ratio = Math.exp(2 * logRatio);
    return { value: 0.5 * (away ** 2 + ratio - 1) - logRatio, slope: away * scale, away, ratio };
  });
  return {
    value: parts.reduce((sum, { value }) => sum + value, 0),
    code: { means: parts.map(({ slope }) => slope), logDeviations: parts.map(({ ratio }) => ratio - 1) },
    prior: {
      means: parts.map(({ slope }) => -slope),
      logDeviations: parts.map(({ away, ratio }) => 1 - ratio - away ** 2),
    },
  };
}

/** log p(Z)/r(Z) at the sample, for r = N(0, 1): its mean over V is the divergence. */
export function ratioAtSample(code: Gaussians, example: Example): Penalty {
  const sample = sampleCode(code, example);
  const value = sample.reduce((sum, z, j) => {
    const noise = example.noise[j] ?? 0;
    return sum + 0.5 * (z ** 2 - noise ** 2) - (code.logDeviations[j] ?? 0);
  }, 0);
  const through = slopesThroughSample(code, example, sample);
  const logDeviations = through.logDeviations.map((slope) => slope - 1);
  const none = sample.map(() => 0);
  return { value, code: { means: sample, logDeviations }, prior: { means: none, logDeviations: none } };
}

/** −log q(y|Z) with its slopes along the logits: softmax less the label. Shape [3]. */
export function crossEntropy(
  logits: readonly number[],
  label: number,
): { readonly value: number; readonly slopes: readonly number[] } {
  const largest = Math.max(...logits);
  const logSum = largest + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - largest), 0));
  return {
    value: logSum - (logits[label] ?? 0),
    slopes: logits.map((logit, k) => Math.exp(logit - logSum) - (k === label ? 1 : 0)),
  };
}
