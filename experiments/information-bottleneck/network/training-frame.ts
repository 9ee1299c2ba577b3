import type { Figures } from "../optimum.ts";
import type { Latent } from "./trial.ts";

/** What a reader sees of a training between two of its steps. */
export interface TrainingFrame {
  readonly step: number;
  readonly steps: number;
  readonly beta: number;
  readonly figures: Figures;
  readonly latents: readonly Latent[];
}
