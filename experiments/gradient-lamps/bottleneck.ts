import type { Random } from "../../lab/random.ts";
import type { Layer, Network } from "./layer.ts";

/** Widths: 4 inputs, 8 hidden units, 2 latents, 8 hidden units, 3 classes. */
export const widths = { inputs: 4, hidden: 8, latents: 2, classes: 3 } as const;
/** Training examples, the classes in turn. */
export const exampleCount = 12;

/** A training example with its draw of V. */
export interface Example {
  /** x. Shape [4]. */
  readonly inputs: readonly number[];
  /** y: the index of its class. */
  readonly label: number;
  /** V. Shape [2]. */
  readonly noise: readonly number[];
}

/** The means and the logarithms of the deviations of one Gaussian for each latent coordinate. Shapes [2]. */
export interface Gaussians {
  readonly means: readonly number[];
  readonly logDeviations: readonly number[];
}

/** A small variational information bottleneck and the examples that it is trained on. */
export interface Bottleneck {
  /** Its four outputs are two μ and two log σ. */
  readonly encoder: Network;
  /** Its outputs are the logits of the classes. */
  readonly decoder: Network;
  /** r: N(0, 1) in both coordinates, or one with parameters of its own. */
  readonly prior: Gaussians;
  readonly examples: readonly Example[];
}

/** N(0, 1) in both coordinates. */
export const standardPrior: Gaussians = { means: [0, 0], logDeviations: [0, 0] };

/** Parameters at initialisation, and examples scattered round one centre for each class, all from one source. */
export function drawBottleneck(random: Random, isPriorLearned: boolean): Bottleneck {
  const { inputs, hidden, latents, classes } = widths;
  const encoder = [drawLayer(random, inputs, hidden), drawLayer(random, hidden, 2 * latents)] as const;
  const decoder = [drawLayer(random, latents, hidden), drawLayer(random, hidden, classes)] as const;
  const centres = Array.from({ length: classes }, () => drawNormal(random, inputs, 1.2));
  const examples = Array.from({ length: exampleCount }, (_, k) => {
    const centre = centres[k % classes] ?? [];
    const scatter = drawNormal(random, inputs, 0.4);
    return {
      inputs: centre.map((value, j) => value + (scatter[j] ?? 0)),
      label: k % classes,
      noise: drawNormal(random, latents, 1),
    };
  });
  const learned = {
    means: drawNormal(random, latents, 0.6),
    logDeviations: drawNormal(random, latents, 0.4),
  };
  return { encoder, decoder, prior: isPriorLearned ? learned : standardPrior, examples };
}

/** Weights of variance 1/inputs, and small biases. */
function drawLayer(random: Random, inputs: number, outputs: number): Layer {
  return {
    weights: Array.from({ length: outputs }, () => drawNormal(random, inputs, inputs ** -0.5)),
    biases: drawNormal(random, outputs, 0.1),
  };
}

function drawNormal(random: Random, length: number, deviation: number): number[] {
  return Array.from({ length }, () => deviation * random.normal());
}
