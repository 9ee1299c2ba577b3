import type { PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../../lab/experiment.ts";
import type { TrainingFrame } from "../network/training-frame.ts";
import type { Latent } from "../network/trial.ts";
import type { Figures } from "../optimum.ts";
import type { BottleneckValues } from "../state.ts";
import { nearestBeta, storedSweep } from "../stored-sweep.ts";
import { drawCurves } from "./curve-panel.ts";
import { drawLatentSpace } from "./latent-panel.ts";
import { number } from "./layout.ts";

/** What the experiment computes at a state. */
export interface BottleneckResult {
  readonly quantities: Omit<Figures, "trainingError">;
  readonly trainingError: number;
  readonly latents: readonly Latent[];
}

/** The latent space, live where a training is watched, beside the curves over β. */
export function drawBottleneck(
  plot: Plot,
  { quantities, trainingError, latents }: BottleneckResult,
  values: BottleneckValues,
  frame: TrainingFrame | undefined,
): readonly PlotOptions[] {
  const { model, dots, seed, curve, beta } = values;
  const space = { model, dots, seed, latents: frame?.latents ?? latents, origin: originOf(values, frame) };
  const figures = { ...quantities, trainingError };
  return [
    drawLatentSpace(plot, space),
    drawCurves(plot, { model, curve, beta, figures, live: frame?.figures }),
  ];
}

/** Where the latents come from. */
export function originOf({ model, beta }: BottleneckValues, frame: TrainingFrame | undefined): string {
  if (frame) return `live, β = ${number(frame.beta)}, step ${frame.step} of ${frame.steps}`;
  if (model !== "digits") return "exact optimum";
  return `stored, seed ${storedSweep.seeds[0]}, β = ${number(nearestBeta(beta))}`;
}
