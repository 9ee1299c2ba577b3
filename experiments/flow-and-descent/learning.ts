import { stepDown } from "../two-features/descent.ts";
import { flowFrom } from "../two-features/flow.ts";
import { lossAt, squaresAt, type Weights } from "../two-features/loss-surface.ts";
import { type State, times } from "./parameters.ts";

/** The weights and what they cost at a time. */
export interface Stop {
  readonly time: number;
  readonly weights: Weights;
  readonly loss: number;
}

/** The features agree at 0. */
const agreeing = squaresAt(0);
/** Times of the flow, equally spaced on a logarithmic axis. */
const flowTimes = Array.from({ length: 61 }, (_, k) => times.min * (times.max / times.min) ** (k / 60));

/** Steps of descent that a time holds: a step of η lasts η. */
export function stepsIn(time: number, rate: number): number {
  return Math.floor(time / rate + 1e-9);
}

/** Where gradient flow is after a time. */
export function flowAt({ weight0, weight1 }: State, time: number): Stop {
  return stop(time, flowFrom([weight0, weight1], agreeing, time));
}

/** The flow up to the longest time. */
export function flowPath(state: State): readonly Stop[] {
  return flowTimes.map((time) => flowAt(state, time));
}

/** Where gradient descent is after so many steps. */
export function descentAt({ weight0, weight1, rate }: State, steps: number): Stop {
  let at: Weights = [weight0, weight1];
  for (let step = 0; step < steps; step++) at = stepDown(agreeing, at, rate);
  return stop(steps * rate, at);
}

/** The start, and descent up to the longest time; of many steps, those that can be told apart on a logarithmic axis. */
export function descentPath(state: State): readonly Stop[] {
  const start: Weights = [state.weight0, state.weight1];
  const path = [stop(0, start)];
  let at = start;
  for (let step = 1, next = 1; step <= stepsIn(times.max, state.rate); step++) {
    at = stepDown(agreeing, at, state.rate);
    if (step < next) continue;
    path.push(stop(step * state.rate, at));
    next = step * 1.06;
  }
  return path;
}

/** D²/64t², which the loss of the flow comes close to at late times. */
export function lateLoss({ weight0, weight1 }: State, time: number): number {
  return (weight0 ** 2 + weight1 ** 2) ** 2 / (64 * time ** 2);
}

/** D = c₀² + c₁². */
export function squaredNorm([c0, c1]: Weights): number {
  return c0 ** 2 + c1 ** 2;
}

function stop(time: number, weights: Weights): Stop {
  return { time, weights, loss: lossAt(agreeing, weights) };
}
