import type { RunFrame } from "../../../lab/experiment.ts";
import { linearLatents, type ModelName, threeClassLatents, twoClassLatents } from "../models.ts";
import type { TrainingFrame } from "../network/training-frame.ts";
import type { Latent } from "../network/trial.ts";
import type { Figures } from "../optimum.ts";
import { classModels, descendClasses, figuresOfEncoder } from "./class-descent.ts";
import { descendLinear, figuresOfLinear } from "./linear-gaussian.ts";

/** Steps of a descent, and steps between two frames. */
export const descentSteps = 1000;
const stride = 10;
const stepSize = 0.1;

/** Something that descends, step by step. */
interface Descent {
  step(): void;
  figures(): Figures;
  latents(): readonly Latent[];
}

/** Gradient descent on the exact training loss of a model that needs no sampling, in double precision. */
export function* descendExactly(
  model: Exclude<ModelName, "digits">,
  beta: number,
): Generator<RunFrame & { readonly frame: TrainingFrame }, void> {
  const descent = model === "linear" ? linearDescent(beta) : classDescent(model, beta);
  for (let step = 0; step <= descentSteps; step++) {
    if (step > 0) descent.step();
    if (step % stride !== 0) continue;
    const state = { figures: descent.figures(), latents: descent.latents() };
    yield { step, frame: { step, steps: descentSteps, beta, ...state } };
  }
}

function linearDescent(beta: number): Descent {
  let network = { weight: 0.1, logDeviation: 0, decoder: 0.1 };
  return {
    step: () => {
      network = descendLinear(network, beta, stepSize);
    },
    figures: () => figuresOfLinear(network),
    latents: () => linearLatents(network.weight, Math.exp(network.logDeviation)),
  };
}

function classDescent(name: "two" | "three", beta: number): Descent {
  const model = classModels[name];
  const latentsOf = name === "two" ? twoClassLatents : threeClassLatents;
  let encoder = { radius: 0.1, logDeviation: 0 };
  return {
    step: () => {
      encoder = descendClasses(encoder, model, beta, stepSize);
    },
    figures: () => figuresOfEncoder(encoder, model),
    latents: () => latentsOf(encoder.radius, Math.exp(encoder.logDeviation)),
  };
}
