import { createRandom, type Random } from "../../../lab/random.ts";
import type { Dataset, Split } from "../images/dataset.ts";
import type { Figures } from "../optimum.ts";
import { crossEntropies, mean } from "./cross-entropy.ts";
import type { Matrix } from "./matrix.ts";
import { decode, encode, inputsOf, rateOf, sampleLatent } from "./network.ts";
import { latentSize, type Shape } from "./parameters.ts";
import { judgingSeed } from "./settings.ts";

/** Cross-entropy in nats and share of wrong predictions. */
interface Score {
  readonly loss: number;
  readonly error: number;
}

/** What a network is worth on the images that it was trained on and on others; the noise is always the same. */
export function evaluate(
  parameters: Float64Array,
  shape: Shape,
  split: Split,
  { draws }: { readonly draws: number },
): Figures {
  const random = createRandom(judgingSeed);
  const training = encode(parameters, shape, inputsOf(split.training)).latent;
  const validation = encode(parameters, shape, inputsOf(split.validation)).latent;
  const score = (latent: Matrix, data: Dataset, noises: readonly Float64Array[]): Score =>
    scoreOf(
      noises.map((noise) => decode(parameters, shape, sampleLatent(latent, noise))),
      data.labels,
    );
  const validationMean = score(validation, split.validation, [noiseFor(validation, undefined)]);
  const validationSample = score(validation, split.validation, manyNoises(validation, draws, random));
  const trainingSample = score(training, split.training, manyNoises(training, draws, random));
  const { meanSquare, variance } = momentsOf(training);
  return {
    trainingLoss: trainingSample.loss,
    trainingError: trainingSample.error,
    validationLossMean: validationMean.loss,
    validationLossSample: validationSample.loss,
    validationErrorMean: validationMean.error,
    validationErrorSample: validationSample.error,
    rate: rateOf(training),
    meanScale: Math.sqrt(meanSquare),
    secondMoment: meanSquare + variance,
  };
}

/** Means of μ² and of σ² over images and coordinates. */
function momentsOf(latent: Matrix): { readonly meanSquare: number; readonly variance: number } {
  let [meanSquare, variance] = [0, 0];
  latent.values.forEach((value, k) => {
    if (k % (2 * latentSize) < latentSize) meanSquare += value * value;
    else variance += Math.exp(2 * value);
  });
  const count = latent.rows * latentSize;
  return { meanSquare: meanSquare / count, variance: variance / count };
}

function scoreOf(logits: readonly Matrix[], labels: Uint8Array): Score {
  const losses = logits.map((each) => mean(crossEntropies(each, labels)));
  const errors = logits.map((each) => errorOf(each, labels));
  return { loss: mean(Float64Array.from(losses)), error: mean(Float64Array.from(errors)) };
}

/** Share of rows whose largest logit is not that of the right class. */
function errorOf({ values, columns }: Matrix, labels: Uint8Array): number {
  const wrong = Float64Array.from(labels, (label, n) => {
    const row = values.subarray(n * columns, (n + 1) * columns);
    return row.indexOf(Math.max(...row)) === label ? 0 : 1;
  });
  return mean(wrong);
}

function manyNoises(latent: Matrix, draws: number, random: Random): Float64Array[] {
  return Array.from({ length: draws }, () => noiseFor(latent, random));
}

/** A draw of V for each coordinate; zeros where there is no source, so that Z = μ. Shape [images, 2]. */
export function noiseFor({ rows }: { readonly rows: number }, random: Random | undefined): Float64Array {
  return Float64Array.from({ length: rows * latentSize }, () => random?.normal() ?? 0);
}
