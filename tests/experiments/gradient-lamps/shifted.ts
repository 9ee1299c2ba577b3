import { type Bottleneck, drawBottleneck } from "../../../experiments/gradient-lamps/bottleneck.ts";
import type { Layer, Network } from "../../../experiments/gradient-lamps/layer.ts";
import { createRandom } from "../../../lab/random.ts";

/** The sets of parameters, in the order in which gradients list their numbers. */
export type Part = "encoder" | "decoder" | "prior";

/** The bottleneck of a seed. */
export function bottleneckOf(seed: number, isPriorLearned = false): Bottleneck {
  return drawBottleneck(createRandom(seed), isPriorLearned);
}

/** The bottleneck with one of its numbers moved. */
export function shifted(bottleneck: Bottleneck, part: Part, index: number, step: number): Bottleneck {
  let position = 0;
  const move = (value: number): number => (position++ === index ? value + step : value);
  const layer = ({ weights, biases }: Layer): Layer => {
    const moved = weights.map((row) => row.map(move));
    return { weights: moved, biases: biases.map(move) };
  };
  const network = ([hidden, output]: Network): Network => {
    const first = layer(hidden);
    return [first, layer(output)];
  };
  if (part !== "prior") return { ...bottleneck, [part]: network(bottleneck[part]) };
  const means = bottleneck.prior.means.map(move);
  return { ...bottleneck, prior: { means, logDeviations: bottleneck.prior.logDeviations.map(move) } };
}

/** The slope of a function of the bottleneck along one number: central differences, extrapolated once. */
export function slopeAlong(
  value: (bottleneck: Bottleneck) => number,
  bottleneck: Bottleneck,
  part: Part,
  index: number,
): number {
  const central = (step: number): number =>
    (value(shifted(bottleneck, part, index, step)) - value(shifted(bottleneck, part, index, -step))) /
    (2 * step);
  return (4 * central(5e-4) - central(1e-3)) / 3;
}
