import type { Random } from "../../lab/random.ts";
import { type Code, differentiate, norm, type TermGradient } from "./backpropagation.ts";
import { drawBottleneck, type Gaussians } from "./bottleneck.ts";
import { type Pull, pullOf } from "./pull.ts";
import type { GraphName } from "./terms.ts";

/** Which terms the loss has. */
export const lossNames = {
  both: "task + βD",
  task: "task alone",
  divergence: "βD alone",
} as const;
/** A loss that a reader can pick. */
export type LossName = keyof typeof lossNames;

/** The state that the report is made of. */
export interface Setting {
  readonly loss: LossName;
  readonly strength: number;
  readonly graph: GraphName;
  /** The code whose pull is measured, with the prior N(0, 1). */
  readonly mean: number;
  readonly deviation: number;
}

/** The norms of the gradients that reach each set of parameters, each term as it stands in the loss. */
export type Norms = Readonly<
  Record<
    "taskEncoder" | "taskDecoder" | "divergenceEncoder" | "divergenceDecoder" | "divergencePrior",
    number
  >
>;

/** What the figure shows. */
export interface Report {
  readonly quantities: Norms & Pull;
  /** The encoder's codes of all examples. */
  readonly codes: readonly Code[];
  readonly prior: Gaussians;
}

/** Every quantity in double precision, by backpropagation written by hand. */
export function reportOn(setting: Setting, random: Random): Report {
  const bottleneck = drawBottleneck(random, setting.graph === "learned");
  const { task, divergence, codes } = differentiate(bottleneck, setting.graph);
  return {
    quantities: { ...normsOf(setting, task, divergence), ...pullOf(setting) },
    codes,
    prior: bottleneck.prior,
  };
}

/** What each term is multiplied by in the loss: 1 and β, or 0 where the loss does without it. */
export function weightsOf({ loss, strength }: Pick<Setting, "loss" | "strength">) {
  return { task: loss === "divergence" ? 0 : 1, divergence: loss === "task" ? 0 : strength };
}

/** The norms of both terms' gradients, each term as it stands in the loss. */
export function normsOf(
  setting: Pick<Setting, "loss" | "strength">,
  task: Omit<TermGradient, "value">,
  divergence: Omit<TermGradient, "value">,
): Norms {
  const weights = weightsOf(setting);
  return {
    taskEncoder: weights.task * norm(task.encoder),
    taskDecoder: weights.task * norm(task.decoder),
    divergenceEncoder: weights.divergence * norm(divergence.encoder),
    divergenceDecoder: weights.divergence * norm(divergence.decoder),
    divergencePrior: weights.divergence * norm(divergence.prior),
  };
}
