import type { RunFrame, Tensors } from "../../../lab/experiment.ts";
import type { Random } from "../../../lab/random.ts";
import { noiseFor } from "./evaluate.ts";
import { initialParameters } from "./parameters.ts";
import { settings as ours, type Settings } from "./settings.ts";
import { initialState, stepTensors, uploadData } from "./tensor-network.ts";
import { drawSplit, shapeFor } from "./train.ts";
import type { TrainingFrame } from "./training-frame.ts";
import { judge } from "./trial.ts";

/** Steps between two frames. */
export const stride = 10;

/**
 * Trains one network in tf.js, from the same random numbers as a stored run with this β and seed; between steps the
 * parameters come back and are judged in double precision. Everything is freed at the end, also at an early one.
 */
export async function* trainLive(
  beta: number,
  { tf, random }: { readonly tf: Tensors; readonly random: Random },
  settings: Settings = ours,
): AsyncGenerator<RunFrame & { readonly frame: TrainingFrame }, void> {
  const split = drawSplit(settings, random);
  const shape = shapeFor(split.training, settings);
  const parameters = initialParameters(shape, random);
  const data = uploadData(tf, split.training);
  let state = initialState(tf, parameters);
  try {
    for (let step = 0; step <= settings.steps; step++) {
      if (step > 0) {
        const noise = noiseFor({ rows: split.training.labels.length }, random);
        state = stepTensors(tf, state, shape, data, noise, { step, stepSize: settings.stepSize, beta });
      }
      if (step % stride !== 0 && step !== settings.steps) continue;
      const now = Float64Array.from(await state.parameters.data());
      const frame = { step, steps: settings.steps, beta, ...judge(now, shape, split, settings) };
      yield { step, frame };
    }
  } finally {
    tf.dispose([data.inputs, data.truth, state.parameters, state.mean, state.square]);
  }
}
