import type { RunFrame } from "../../lab/experiment.ts";
import { stepDown } from "./descent.ts";
import { flowFrom } from "./flow.ts";
import { squaresAt, type Weights } from "./loss-surface.ts";
import type { parameters, State } from "./parameters.ts";
import { isInPlane } from "./plane.ts";

/** What stands in the plane while the weights are learned. */
export interface Trail {
  readonly kind: "descent" | "flow";
  /** The weights from the start up to now. */
  readonly path: readonly Weights[];
  /** Steps of descent so far, or time of the flow. */
  readonly progress: number;
}

/** The time that is shown, of the flow, and of the descent as its steps times η. */
export const duration = 100;
/** Frames of the flow, at times that grow like squares: it slows down. */
export const flowFrames = 200;

type Frame = RunFrame<typeof parameters, Trail>;

/** Steps of a descent that lasts as long as the flow. */
export function stepsOf(rate: number): number {
  return Math.ceil(duration / rate - 1e-9);
}

/** Gradient descent, one step a frame; it ends early where it would leave the plane, or has no gradient to follow. */
export async function* descentFrames(start: State): AsyncGenerator<Frame, void> {
  const squares = squaresAt(start.input);
  const path: Weights[] = [];
  let at: Weights = [start.weight0, start.weight1];
  for (let step = 0; step <= stepsOf(start.rate) && isInPlane(at); step++) {
    path.push(at);
    yield frameOf("descent", step, path, step);
    at = stepDown(squares, at, start.rate);
  }
}

/** Gradient flow by its implicit solution. */
export async function* flowFramesFrom(start: State): AsyncGenerator<Frame, void> {
  const squares = squaresAt(start.input);
  const path: Weights[] = [];
  for (let step = 0; step <= flowFrames; step++) {
    const time = duration * (step / flowFrames) ** 2;
    const at = flowFrom([start.weight0, start.weight1], squares, time);
    if (!isInPlane(at)) return;
    path.push(at);
    yield frameOf("flow", step, path, time);
  }
}

function frameOf(kind: Trail["kind"], step: number, path: readonly Weights[], progress: number): Frame {
  const [weight0, weight1] = path[path.length - 1] ?? [Number.NaN, Number.NaN];
  return { step, values: { weight0, weight1 }, frame: { kind, path: [...path], progress } };
}
