import type { Run } from "../../lab/experiment.ts";
import { descendExactly, descentSteps } from "./exact/exact-training.ts";
import { settings } from "./network/settings.ts";
import type { TrainingFrame } from "./network/training-frame.ts";
import type { parameters } from "./state.ts";

/** Trains what is shown: the network in tf.js, with fresh noise at each step; an exact model on its exact loss. */
export const trainingRun: Run<typeof parameters, TrainingFrame> = {
  label: "Train",
  meaning: "train encoder and decoder from the start, live, at this β and seed",
  usesTensors: true,
  length: ({ model }) => (model === "digits" ? settings.steps : descentSteps),
  async *frames({ model, beta }, tools) {
    if (model !== "digits") {
      yield* descendExactly(model, beta);
      return;
    }
    // images are drawn from outlines that only a training needs
    const { trainLive } = await import("./network/live-training.ts");
    yield* trainLive(beta, tools);
  },
};
