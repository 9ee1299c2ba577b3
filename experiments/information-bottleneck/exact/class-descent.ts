import type { Figures } from "../optimum.ts";
import { betaOfRadius, figuresOfThreeClasses } from "./three-classes.ts";
import { betaOfRatio, figuresOfTwoClasses } from "./two-classes.ts";

/** A model of classes, d = number of coordinates of its latent: what a descent needs to know of it. */
export interface ClassModel {
  readonly coordinates: 1 | 2;
  betaOf(k: number): number;
  figuresOf(k: number): Figures;
}

/** Two classes on a line, three in a plane. */
export const classModels: Readonly<Record<"two" | "three", ClassModel>> = {
  two: { coordinates: 1, betaOf: betaOfRatio, figuresOf: figuresOfTwoClasses },
  three: { coordinates: 2, betaOf: betaOfRadius, figuresOf: figuresOfThreeClasses },
};

/** Where a descent is: distance of the means from the origin, and log σ; the decoder is always the best one. */
export interface ClassEncoder {
  readonly radius: number;
  readonly logDeviation: number;
}

/** One step of gradient descent on task loss + β·rate. With k = radius/σ, the task loss falls by k·mmse(k) per k. */
export function descendClasses(
  { radius, logDeviation }: ClassEncoder,
  { coordinates, betaOf }: ClassModel,
  beta: number,
  stepSize: number,
): ClassEncoder {
  const deviation = Math.exp(logDeviation);
  const k = radius / deviation;
  const error = betaOf(k) / (1 + (k * k) / coordinates);
  return {
    radius: radius - stepSize * (beta * radius - (k * error) / deviation),
    logDeviation:
      logDeviation - stepSize * (k * k * error + beta * coordinates * (deviation * deviation - 1)),
  };
}

/** The figures of an encoder that need not be optimal: the task sees k alone, the rate sees the scale as well. */
export function figuresOfEncoder({ radius, logDeviation }: ClassEncoder, model: ClassModel): Figures {
  const { coordinates: d, figuresOf } = model;
  const deviation = Math.exp(logDeviation);
  const variance = deviation * deviation;
  return {
    ...figuresOf(radius / deviation),
    rate: 0.5 * (radius * radius + d * (variance - 1)) - d * logDeviation,
    meanScale: radius / Math.sqrt(d),
    secondMoment: (radius * radius) / d + variance,
  };
}
