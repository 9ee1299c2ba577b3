import { figuresOfLinear, optimalLinear, trainingData } from "./exact/linear-gaussian.ts";
import { corners, figuresOfThreeClasses, optimalRadius } from "./exact/three-classes.ts";
import { figuresOfTwoClasses, optimalRatio } from "./exact/two-classes.ts";
import type { Latent } from "./network/trial.ts";
import type { Figures } from "./optimum.ts";
import { type Separation, separationOf } from "./separation.ts";
import { latentsAt, meanAt, meanFiguresAt, nearestBeta, storedSweep } from "./stored-sweep.ts";

/** What the experiment offers: a trained network, and three models whose optimum can be computed. */
export type ModelName = "digits" | "linear" | "two" | "three";

/** A model at one β. */
export interface ModelState {
  /** Exact optima; for digits the mean over the stored seeds. */
  readonly figures: Figures;
  /** For digits those of the first seed at the nearest stored β. */
  readonly latents: readonly Latent[];
}

/** What a model is worth at one β, and the latents that stand for it. */
export function modelAt(model: ModelName, beta: number): ModelState {
  if (model === "digits") return { figures: meanFiguresAt(beta), latents: latentsAt(nearestBeta(beta)) };
  if (model === "linear") {
    const network = optimalLinear(beta);
    const latents = linearLatents(network.weight, Math.exp(network.logDeviation));
    return { figures: figuresOfLinear(network), latents };
  }
  return model === "two" ? twoClassesAt(optimalRatio(beta)) : threeClassesAt(optimalRadius(beta));
}

/** The separation of a model's latents; for digits the mean over the stored seeds. */
export function separationAt(model: ModelName, beta: number, figures: Figures): Separation {
  const coordinates = isLine(model) ? 1 : 2;
  if (model !== "digits") return separationOf(figures, coordinates);
  const mean = (name: keyof Separation): number =>
    meanAt(beta, (each) => separationOf(each, coordinates)[name]);
  return { radius: mean("radius"), deviation: mean("deviation"), ratio: mean("ratio") };
}

function twoClassesAt(k: number): ModelState {
  const deviation = 1 / Math.sqrt(1 + k * k);
  return { figures: figuresOfTwoClasses(k), latents: twoClassLatents(k * deviation, deviation) };
}

function threeClassesAt(k: number): ModelState {
  const deviation = 1 / Math.sqrt(1 + 0.5 * k * k);
  return { figures: figuresOfThreeClasses(k), latents: threeClassLatents(k * deviation, deviation) };
}

/** One latent for each of the four training inputs; it has one coordinate. */
export function linearLatents(weight: number, deviation: number): Latent[] {
  return trainingData.x.map((x, label) => [label, weight * x, 0, deviation, 0]);
}

/** One latent for each of the two inputs; it has one coordinate. */
export function twoClassLatents(radius: number, deviation: number): Latent[] {
  return [-1, 1].map((x, label) => [label, radius * x, 0, deviation, 0]);
}

/** One latent for each class. */
export function threeClassLatents(radius: number, deviation: number): Latent[] {
  return corners.map(([x, y], label) => [label, radius * x, radius * y, deviation, deviation]);
}

/** What the classes, or the inputs, of a model are called. */
export const labelsOf: Readonly<Record<ModelName, readonly string[]>> = {
  digits: storedSweep.classes,
  linear: trainingData.x.map((x) => `x = ${String(x).replace("-", "−")}`),
  two: ["x = −1", "x = 1"],
  three: ["1", "2", "3"],
};

/** Whether a model's latent has one coordinate. */
export function isLine(model: ModelName): boolean {
  return model === "linear" || model === "two";
}
