import type { Run, RunFrame } from "../../lab/experiment.ts";
import { clamp } from "../../lab/slider.ts";
import type { Divergence } from "./divergence.ts";
import { fitsOf } from "./fits.ts";
import { type Gaussian, type Mixture, moments } from "./mixture.ts";
import { parameters, type State, targetOf } from "./parameters.ts";
import { reverseSlopes } from "./reverse-slopes.ts";

/** The divergences that can be descended. */
export type Direction = "forward" | "reverse";

/** Where a descent has been so far. */
export interface Trail {
  readonly direction: Direction;
  readonly points: readonly Gaussian[];
}

/**
 * The gradient in (μ/σ, log σ), the mean measured in the present σ: a descent then goes the same way when P and Q are
 * stretched together.
 */
type Gradient = readonly [mean: number, scale: number];

/** The step, as a multiple of the gradient; halved while it lowers the divergence by less than half of what it promises. */
const stepSize = 0.05;
/** Steps of a descent, at most. */
const stepCount = 240;
/** A descent has arrived where the gradient is shorter. */
const flat = 1e-7;

/** Gradient descent of one divergence from the figure's Q. */
export function descentRun(direction: Direction, label: string): Run<typeof parameters, Trail> {
  const words = direction === "forward" ? "the forward divergence" : "the reverse divergence";
  return {
    label,
    meaning: `gradient descent of ${words} in μ/σ and log σ with step ${stepSize}, from where Q is`,
    usesTensors: false,
    length: () => stepCount,
    frames: (values) => framesOf(direction, values),
  };
}

async function* framesOf(
  direction: Direction,
  values: State,
): AsyncGenerator<RunFrame<typeof parameters, Trail>, void> {
  const points: Gaussian[] = [];
  for (const { mean, deviation } of descend(targetOf(values), direction, values)) {
    points.push({ mean, deviation });
    const shown = {
      mean: clamp(parameters.mean, mean),
      deviation: clamp(parameters.deviation, deviation),
    };
    yield { step: points.length - 1, values: shown, frame: { direction, points: [...points] } };
  }
}

/** The Gaussians of a descent: its start, and one a step until it has arrived or has made all its steps. */
export function* descend(mixture: Mixture, direction: Direction, start: Gaussian): Generator<Gaussian, void> {
  const divergence = fitsOf(mixture)[direction];
  let q: Gaussian = { mean: start.mean, deviation: start.deviation };
  yield q;
  for (let step = 0; step < stepCount; step++) {
    const next = stepFrom(q, divergence, gradientAt(mixture, direction, q));
    if (next === undefined) return;
    q = next;
    yield q;
  }
}

/** One step by Armijo's rule; undefined where the ground is flat to rounding. */
function stepFrom(q: Gaussian, divergence: Divergence, [mean, scale]: Gradient): Gaussian | undefined {
  const square = mean ** 2 + scale ** 2;
  if (square < flat ** 2) return undefined;
  const height = divergence(q);
  for (let size = stepSize; size > 1e-6; size /= 2) {
    const next = {
      mean: q.mean - size * q.deviation * mean,
      deviation: q.deviation * Math.exp(-size * scale),
    };
    if (divergence(next) <= height - 0.5 * size * square) return next;
  }
  return undefined;
}

/** Forward: −E[∂ log q], x ~ P, which needs P's mean and variance only. Reverse: by quadrature. */
function gradientAt(mixture: Mixture, direction: Direction, q: Gaussian): Gradient {
  if (direction === "reverse") {
    const slopes = reverseSlopes(mixture, q);
    return [q.deviation * slopes.mean, slopes.scale];
  }
  const { mean, variance } = moments(mixture);
  const square = variance + (mean - q.mean) ** 2;
  return [(q.mean - mean) / q.deviation, 1 - square / q.deviation ** 2];
}
