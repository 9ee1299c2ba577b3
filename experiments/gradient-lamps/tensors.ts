import type { NamedTensorMap, Scalar, Tensor, Variable } from "@tensorflow/tfjs-core";
import type { Tensors } from "../../lab/experiment.ts";
import type { Random } from "../../lab/random.ts";
import { type Code, codeOf } from "./backpropagation.ts";
import { type Bottleneck, drawBottleneck } from "./bottleneck.ts";
import { normalNodes, normalWeights, type Pull } from "./pull.ts";
import { normsOf, type Report, type Setting } from "./report.ts";
import { termsOf, type Variables, variablesOf } from "./tensor-graph.ts";

/** The report in tf.js, in single precision: every gradient is found by automatic differentiation. */
export async function reportInTensors(tf: Tensors, setting: Setting, random: Random): Promise<Report> {
  const bottleneck = drawBottleneck(random, setting.graph === "learned");
  const variables = variablesOf(tf, bottleneck);
  try {
    return await readReport(differentiateInTensors(tf, setting, bottleneck, variables), setting, bottleneck);
  } finally {
    for (const variable of variablesIn(variables)) variable.dispose();
  }
}

/** Every gradient and the codes, still on the device. */
type Found = ReturnType<typeof differentiateInTensors>;

function differentiateInTensors(tf: Tensors, setting: Setting, bottleneck: Bottleneck, variables: Variables) {
  return tf.tidy(() => {
    const { task, divergence, codes } = termsOf(tf, bottleneck, setting.graph, variables);
    return {
      task: gradientsOf(tf, task, variables),
      divergence: gradientsOf(tf, divergence, variables),
      codes: codes(),
      pull: pullOver(tf, setting),
    };
  });
}

async function readReport(found: Found, setting: Setting, bottleneck: Bottleneck): Promise<Report> {
  try {
    const [task, divergence] = await Promise.all([read(found.task), read(found.divergence)]);
    const [codes, pull] = await Promise.all([found.codes.array(), readPull(found.pull)]);
    return {
      quantities: { ...normsOf(setting, task, divergence), ...pull },
      codes: codesOf(bottleneck, codes, task.codes, divergence.codes),
      prior: bottleneck.prior,
    };
  } finally {
    const { codes, pull, task, divergence } = found;
    const gradients = [task, divergence].flatMap((each) => Object.values(each).flat());
    for (const tensor of [codes, pull.value, ...pull.grads, ...gradients]) tensor.dispose();
  }
}

/** The sets of parameters, and the codes. */
type PartName = keyof Variables;
const parts = ["encoder", "decoder", "prior", "codes"] as const satisfies readonly PartName[];

/** The gradients of one term; a variable to which no path leads has none. */
function gradientsOf(tf: Tensors, term: () => Scalar, variables: Variables): Record<PartName, Tensor[]> {
  const found: NamedTensorMap = tf.variableGrads(term, [...variablesIn(variables)]).grads;
  const of = (part: PartName): Tensor[] =>
    [variables[part]].flat(2).flatMap((variable) => found[(variable as Variable).name] ?? []);
  return { encoder: of("encoder"), decoder: of("decoder"), prior: of("prior"), codes: of("codes") };
}

function variablesIn(variables: Variables): readonly Variable[] {
  return parts.flatMap((part) => [variables[part]].flat(2) as Variable[]);
}

/** The gradients' numbers, part by part. */
async function read(gradients: Record<PartName, Tensor[]>): Promise<Record<PartName, number[]>> {
  const numbers = async (part: PartName): Promise<number[]> =>
    (await Promise.all(gradients[part].map((tensor) => tensor.data()))).flatMap((data) => [...data]);
  const [encoder, decoder, prior, codes] = await Promise.all([
    numbers("encoder"),
    numbers("decoder"),
    numbers("prior"),
    numbers("codes"),
  ]);
  return { encoder, decoder, prior, codes };
}

/** The codes with the slopes of each example's own loss: the gradients are those of the mean over the examples. */
function codesOf(
  { examples }: Bottleneck,
  outputs: readonly (readonly number[])[],
  task: readonly number[],
  divergence: readonly number[],
): readonly Code[] {
  const slopesOf = (gradients: readonly number[], k: number) =>
    codeOf(Array.from({ length: 4 }, (_, j) => examples.length * (gradients[4 * k + j] ?? 0)));
  return examples.map(({ label }, k) => ({
    label,
    gaussians: codeOf(outputs[k] ?? []),
    task: slopesOf(task, k),
    divergence: slopesOf(divergence, k),
  }));
}

/** D(N(μ, σ²)‖N(0, 1)) as a mean over V, with its gradient by automatic differentiation. */
function pullOver(tf: Tensors, { mean, deviation }: Setting) {
  const [noise, weights] = [tf.tensor1d([...normalNodes]), tf.tensor1d([...normalWeights])];
  const divergence = (mu: Tensor, sigma: Tensor): Scalar => {
    const sample = tf.add(mu, tf.mul(sigma, noise));
    const halved = tf.mul(0.5, tf.sub(tf.square(sample), tf.square(noise)));
    return tf.sum(tf.mul(weights, tf.sub(halved, tf.log(sigma))));
  };
  return tf.valueAndGrads((mu: Tensor, sigma: Tensor) => divergence(mu, sigma))([
    tf.scalar(mean),
    tf.scalar(deviation),
  ]);
}

async function readPull({ value, grads }: ReturnType<typeof pullOver>): Promise<Pull> {
  const [divergence, meanSlope, deviationSlope] = await Promise.all(
    [value, ...grads].map((each) => each.data()),
  );
  return {
    divergence: divergence?.[0] ?? Number.NaN,
    meanSlope: meanSlope?.[0] ?? Number.NaN,
    deviationSlope: deviationSlope?.[0] ?? Number.NaN,
  };
}
