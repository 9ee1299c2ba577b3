import type { Bottleneck, Example, Gaussians } from "./bottleneck.ts";
import { backward, forward, type Network, numbersOf } from "./layer.ts";
import {
  type CodeSlopes,
  crossEntropy,
  divergenceFrom,
  type GraphName,
  ratioAtSample,
  sampleCode,
  slopesThroughSample,
} from "./terms.ts";

/** The gradient of one term of the loss, a list of numbers for each set of parameters. */
export interface TermGradient {
  /** θₑ. Shape [76]: both layers, weights before biases. */
  readonly encoder: readonly number[];
  /** θ_d. Shape [51]. */
  readonly decoder: readonly number[];
  /** The prior's two means and two log deviations; zeros where it is fixed. Shape [4]. */
  readonly prior: readonly number[];
  /** The term's value, averaged over the examples, in nats. */
  readonly value: number;
}

/** A code of the encoder with the slopes of both terms of one example's loss along it. */
export interface Code {
  readonly label: number;
  readonly gaussians: Gaussians;
  readonly task: CodeSlopes;
  readonly divergence: CodeSlopes;
}

/** Both terms of the loss, differentiated. β is left out of the regulariser. */
export interface Gradients {
  readonly task: TermGradient;
  readonly divergence: TermGradient;
  readonly codes: readonly Code[];
}

/** Backpropagation by hand, in double precision, through one of the graphs; the mean over the examples. */
export function differentiate(bottleneck: Bottleneck, graph: GraphName): Gradients {
  const found = bottleneck.examples.map((example) => differentiateExample(bottleneck, graph, example));
  return {
    task: average(found.map(({ task }) => task)),
    divergence: average(found.map(({ divergence }) => divergence)),
    codes: found.map(({ code }) => code),
  };
}

function differentiateExample({ encoder, decoder, prior }: Bottleneck, graph: GraphName, example: Example) {
  const coded = forward(encoder, example.inputs);
  const code = codeOf(coded.outputs);
  const sample = sampleCode(code, example);
  const read = forward(decoder, graph === "blind" ? sample.map(() => 0) : sample);
  const { value, slopes } = crossEntropy(read.outputs, example.label);
  const decoded = backward(decoder, read, slopes);

  const reaching = decoded.inputs.map((slope) => (graph === "blind" || graph === "stopped" ? 0 : slope));
  const task = slopesThroughSample(code, example, reaching);
  const penalty = graph === "sampled" ? ratioAtSample(code, example) : divergenceFrom(prior, code);
  const encoderSlopes = (along: CodeSlopes): Network =>
    backward(encoder, coded, [...along.means, ...along.logDeviations]).parameters;
  const none = { encoder: [], decoder: [], prior: [] };
  return {
    task: { ...none, encoder: flat(encoderSlopes(task)), decoder: flat(decoded.parameters), value },
    divergence: {
      ...none,
      encoder: flat(encoderSlopes(penalty.code)),
      prior: graph === "learned" ? [...penalty.prior.means, ...penalty.prior.logDeviations] : [],
      value: penalty.value,
    },
    code: { label: example.label, gaussians: code, task, divergence: penalty.code },
  };
}

/** The encoder's four outputs as two Gaussians. */
export function codeOf(outputs: readonly number[]): Gaussians {
  return { means: outputs.slice(0, 2), logDeviations: outputs.slice(2) };
}

function flat(network: Network): number[] {
  return network.flatMap(numbersOf);
}

/** The mean over the examples; a set of parameters that no path leads to stays empty. */
function average(gradients: readonly TermGradient[]): TermGradient {
  const mean = (lists: readonly (readonly number[])[]): number[] =>
    (lists[0] ?? []).map((_, k) => lists.reduce((sum, list) => sum + (list[k] ?? 0), 0) / lists.length);
  return {
    encoder: mean(gradients.map(({ encoder }) => encoder)),
    decoder: mean(gradients.map(({ decoder }) => decoder)),
    prior: mean(gradients.map(({ prior }) => prior)),
    value: mean(gradients.map(({ value }) => [value]))[0] ?? Number.NaN,
  };
}

/** The Euclidean norm; 0 for a set of parameters that no path leads to. */
export function norm(gradient: readonly number[]): number {
  return Math.hypot(...gradient);
}
