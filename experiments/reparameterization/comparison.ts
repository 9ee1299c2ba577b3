import type { Random } from "../../lab/random.ts";
import { type Estimator, type Gaussian, pathwise, sampleOf, score, type Target } from "./estimators.ts";
import { type FunctionName, functionOf } from "./functions.ts";
import { expectation, normalRule } from "./quadrature.ts";
import { drawCount, type Standing, standings } from "./race.ts";

/** What the two estimators are compared for. */
export interface Setting extends Gaussian {
  readonly function: FunctionName;
  readonly frequency: number;
  readonly target: Target;
  /** The V that the block diagram shows. */
  readonly noise: number;
}

/** Mean and variance of an estimator, of one draw. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/** Both estimators: what they are worth, and how they did in one race. */
export interface Comparison {
  readonly quantities: Readonly<
    Record<"sample" | "gradient" | "pathwiseVariance" | "scoreVariance" | "noiseRatio" | "bias", number>
  >;
  /** The draws of V. Shape [10,000]. */
  readonly draws: Float64Array;
  readonly race: Readonly<Record<"pathwise" | "score", readonly Standing[]>>;
}

/** Both estimators by quadrature, and their race over the same draws, in double precision. */
export function compareEstimators(setting: Setting, random: Random): Comparison {
  const f = functionOf(setting.function, setting.frequency);
  const rule = normalRule(setting, f.breaks);
  const draws = drawNoise(random);
  const estimators = {
    pathwise: pathwise(f, setting, setting.target),
    score: score(f, setting, setting.target),
  };
  const momentsOf = (estimate: Estimator): Moments => {
    const mean = expectation(rule, estimate);
    return { mean, variance: expectation(rule, (noise) => (estimate(noise) - mean) ** 2) };
  };
  return {
    quantities: quantitiesOf(setting, momentsOf(estimators.pathwise), momentsOf(estimators.score)),
    draws,
    race: {
      pathwise: standings(draws.map(estimators.pathwise)),
      score: standings(draws.map(estimators.score)),
    },
  };
}

/** The draws of V. Shape [10,000]. */
export function drawNoise(random: Random): Float64Array {
  return Float64Array.from({ length: drawCount }, () => random.normal());
}

/** The quantities from both estimators' moments; the score form has the exact gradient as its mean for every f. */
export function quantitiesOf(setting: Setting, path: Moments, scored: Moments): Comparison["quantities"] {
  return {
    sample: sampleOf(setting, setting.noise),
    gradient: scored.mean,
    pathwiseVariance: path.variance,
    scoreVariance: scored.variance,
    noiseRatio: path.variance / scored.variance,
    bias: path.mean - scored.mean,
  };
}
