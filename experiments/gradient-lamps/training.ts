import type { Random } from "../../lab/random.ts";
import { type Code, differentiate, type Gradients } from "./backpropagation.ts";
import { type Bottleneck, drawBottleneck, type Gaussians, widths } from "./bottleneck.ts";
import { type Layer, type Network, numbersOf } from "./layer.ts";
import { type Norms, normsOf, type Setting, weightsOf } from "./report.ts";

/** Steps of a run. */
export const stepCount = 400;
/** Adam's step length and decay rates. Source: Kingma and Ba, Adam (2015), algorithm 1. */
const [stepLength, firstDecay, secondDecay] = [0.02, 0.9, 0.999];

/** What the figure shows while the networks are trained. */
export interface Trained {
  readonly step: number;
  readonly norms: Norms;
  readonly codes: readonly Code[];
  readonly prior: Gaussians;
}

/** Training by Adam on the loss of the setting, through its graph; V is drawn afresh in every step. */
export async function* trainingFrames(setting: Setting, random: Random) {
  let bottleneck = drawBottleneck(random, setting.graph === "learned");
  const advance = adam(numbersIn(bottleneck));
  for (let step = 0; ; step++) {
    const gradients = differentiate(bottleneck, setting.graph);
    const { codes, task, divergence } = gradients;
    const norms = normsOf(setting, task, divergence);
    yield { step, frame: { step, norms, codes, prior: bottleneck.prior } satisfies Trained };
    if (step === stepCount) return;
    bottleneck = withFreshNoise(
      withNumbers(bottleneck, advance(slopesOf(setting, bottleneck, gradients))),
      random,
    );
  }
}

/** The gradient of the whole loss with respect to every number that is trained. */
function slopesOf(
  setting: Setting,
  bottleneck: Bottleneck,
  { task, divergence }: Gradients,
): readonly number[] {
  const weights = weightsOf(setting);
  const add = (part: "encoder" | "decoder" | "prior", count: number): number[] =>
    Array.from(
      { length: count },
      (_, k) => weights.task * (task[part][k] ?? 0) + weights.divergence * (divergence[part][k] ?? 0),
    );
  const [encoder, decoder] = [bottleneck.encoder, bottleneck.decoder].map(
    (network) => network.flatMap(numbersOf).length,
  );
  return [
    ...add("encoder", encoder ?? 0),
    ...add("decoder", decoder ?? 0),
    ...add("prior", 2 * widths.latents),
  ];
}

/** Adam over a list of numbers: a function that takes their slopes and returns them moved. */
function adam(initial: readonly number[]): (slopes: readonly number[]) => readonly number[] {
  let numbers = initial;
  const [first, second] = [initial.map(() => 0), initial.map(() => 0)];
  let step = 0;
  return (slopes) => {
    step += 1;
    numbers = numbers.map((value, k) => {
      const slope = slopes[k] ?? 0;
      const mean = firstDecay * (first[k] ?? 0) + (1 - firstDecay) * slope;
      const square = secondDecay * (second[k] ?? 0) + (1 - secondDecay) * slope ** 2;
      first[k] = mean;
      second[k] = square;
      const size = Math.sqrt(square / (1 - secondDecay ** step)) + 1e-8;
      return value - (stepLength * mean) / (1 - firstDecay ** step) / size;
    });
    return numbers;
  };
}

/** Every number that can be trained: encoder, decoder, prior. */
function numbersIn({ encoder, decoder, prior }: Bottleneck): readonly number[] {
  return [
    ...encoder.flatMap(numbersOf),
    ...decoder.flatMap(numbersOf),
    ...prior.means,
    ...prior.logDeviations,
  ];
}

/** The inverse of `numbersIn`. */
function withNumbers(bottleneck: Bottleneck, numbers: readonly number[]): Bottleneck {
  let position = 0;
  const take = (count: number): readonly number[] => {
    position += count;
    return numbers.slice(position - count, position);
  };
  const layer = ({ weights, biases }: Layer): Layer => ({
    weights: weights.map((row) => take(row.length)),
    biases: take(biases.length),
  });
  const network = ([hidden, output]: Network): Network => [layer(hidden), layer(output)];
  return {
    ...bottleneck,
    encoder: network(bottleneck.encoder),
    decoder: network(bottleneck.decoder),
    prior: { means: take(widths.latents), logDeviations: take(widths.latents) },
  };
}

function withFreshNoise(bottleneck: Bottleneck, random: Random): Bottleneck {
  const draw = (): number[] => Array.from({ length: widths.latents }, () => random.normal());
  return { ...bottleneck, examples: bottleneck.examples.map((example) => ({ ...example, noise: draw() })) };
}
