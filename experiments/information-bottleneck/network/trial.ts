import { createRandom, type Random } from "../../../lab/random.ts";
import type { Split } from "../images/dataset.ts";
import type { Figures } from "../optimum.ts";
import { evaluate } from "./evaluate.ts";
import { encode, inputsOf } from "./network.ts";
import type { Shape } from "./parameters.ts";
import type { Settings } from "./settings.ts";
import { shapeFor, train } from "./train.ts";

/** An image's latent: its class, μ₁, μ₂, σ₁, σ₂. */
export type Latent = readonly [
  label: number,
  mean1: number,
  mean2: number,
  deviation1: number,
  deviation2: number,
];

/** How many training images of each class are shown in a latent space. */
const shownPerClass = 20;

/** What a trained network is worth, to six digits, and the latents of some of its training images, to four. */
export interface Trial {
  readonly beta: number;
  readonly seed: number;
  readonly figures: Figures;
  readonly latents: readonly Latent[];
}

/** Images, initial weights and noise all come from one source that starts from the seed. */
export function trainAndJudge(
  beta: number,
  seed: number,
  splitOf: (random: Random) => Split,
  settings: Settings,
): Trial {
  const random = createRandom(seed);
  const split = splitOf(random);
  const shape = shapeFor(split.training, settings);
  return { beta, seed, ...judge(train(split.training, beta, settings, random), shape, split, settings) };
}

/** The same of a network at hand, at any time of its training. */
export function judge(
  parameters: Float64Array,
  shape: Shape,
  split: Split,
  settings: Settings,
): Pick<Trial, "figures" | "latents"> {
  const figures = Object.entries(evaluate(parameters, shape, split, settings));
  return {
    figures: Object.fromEntries(
      figures.map(([name, value]) => [name, round(value, 6)]),
    ) as unknown as Figures,
    latents: latentsOf(parameters, shape, split),
  };
}

/** The latents of the first training images of each class. */
function latentsOf(parameters: Float64Array, shape: Shape, { training }: Split): Latent[] {
  const { values } = encode(parameters, shape, inputsOf(training)).latent;
  const places = training.classes.flatMap((_, label) =>
    [...training.labels.keys()].filter((n) => training.labels[n] === label).slice(0, shownPerClass),
  );
  return places.map((n): Latent => {
    const [mean1 = 0, mean2 = 0, log1 = 0, log2 = 0] = values.subarray(4 * n, 4 * n + 4);
    const label = training.labels[n] ?? 0;
    return [label, round(mean1, 4), round(mean2, 4), round(Math.exp(log1), 4), round(Math.exp(log2), 4)];
  });
}

function round(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
