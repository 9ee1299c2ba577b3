import type { Code } from "./backpropagation.ts";
import type { Gaussians } from "./bottleneck.ts";

/** What is shown of the networks: the codes of all examples, and the prior. */
export interface Codes {
  readonly codes: readonly Code[];
  readonly prior: Gaussians;
}

/** A code in the (μ, σ) plane. */
interface Place {
  readonly mean: number;
  readonly deviation: number;
}

/** Slopes of a term of the loss along μ and along log σ. */
interface Slopes {
  readonly mean: number;
  readonly logDeviation: number;
}

/** One coordinate of one example's code, with the slopes of both terms of its loss. */
export interface CodePoint extends Place {
  readonly task: Slopes;
  readonly divergence: Slopes;
}

/** Both coordinates of every code. */
export function pointsOf({ codes }: Codes): readonly CodePoint[] {
  return codes.flatMap(({ gaussians, task, divergence }) =>
    gaussians.means.map((mean, j) => {
      const along = (slopes: Gaussians): Slopes => ({
        mean: slopes.means[j] ?? 0,
        logDeviation: slopes.logDeviations[j] ?? 0,
      });
      return {
        mean,
        deviation: Math.exp(gaussians.logDeviations[j] ?? 0),
        task: along(task),
        divergence: along(divergence),
      };
    }),
  );
}

/** Length of a descent step in μ and log σ for a slope of 1, and the greatest length that is drawn. */
const [stride, limit] = [0.8, 0.9];

/** From a code to where a descent step on a term would take it; undefined where the term asks for none. */
export function stepFrom({ mean, deviation }: Place, slopes: Slopes, weight: number) {
  const length = stride * weight * Math.hypot(slopes.mean, slopes.logDeviation);
  if (length === 0) return undefined;
  const scale = (stride * weight * Math.min(length, limit)) / length;
  return {
    mean,
    deviation,
    toMean: mean - scale * slopes.mean,
    toDeviation: deviation * Math.exp(-scale * slopes.logDeviation),
  };
}
