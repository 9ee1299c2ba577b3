import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients.js";
import { beforeAll, describe, expect, test } from "vitest";
import { drawDigits } from "../../../experiments/information-bottleneck/images/draw-digits.ts";
import { initialMoments, stepAdam } from "../../../experiments/information-bottleneck/network/adam.ts";
import { noiseFor } from "../../../experiments/information-bottleneck/network/evaluate.ts";
import { trainLive } from "../../../experiments/information-bottleneck/network/live-training.ts";
import { inputsOf, lossOf } from "../../../experiments/information-bottleneck/network/network.ts";
import { initialParameters } from "../../../experiments/information-bottleneck/network/parameters.ts";
import { settings } from "../../../experiments/information-bottleneck/network/settings.ts";
import {
  initialState,
  stepTensors,
  tensorLosses,
  uploadData,
} from "../../../experiments/information-bottleneck/network/tensor-network.ts";
import { drawSplit, shapeFor } from "../../../experiments/information-bottleneck/network/train.ts";
import { trainAndJudge } from "../../../experiments/information-bottleneck/network/trial.ts";
import { createRandom } from "../../../lab/random.ts";

beforeAll(async () => {
  await tf.setBackend("cpu");
});

const few = { ...settings, trainingPerClass: 8, validationPerClass: 10, steps: 30, hidden: 8, draws: 2 };

describe.each([1e-6, 0.1, 10])("at β = %d", (beta) => {
  test("losses and gradients of tf.js are those of the hand-written backpropagation", async () => {
    const random = createRandom(2);
    const data = drawDigits(6, random);
    const shape = shapeFor(data, few);
    const parameters = initialParameters(shape, random);
    const noise = noiseFor({ rows: 18 }, random);
    const expected = lossOf(parameters, shape, { inputs: inputsOf(data), labels: data.labels, noise }, beta);
    const uploaded = uploadData(tf, data);
    const v = tf.tensor2d(Float32Array.from(noise), [18, 2]);
    const objective = (p: tf.Tensor): tf.Tensor => {
      const { taskLoss, rate } = tensorLosses(tf, p as tf.Tensor1D, shape, uploaded, v);
      return tf.add(taskLoss, tf.mul(beta, rate));
    };
    const { value, grad } = tf.valueAndGrad(objective)(tf.tensor1d(Float32Array.from(parameters)));
    const [found = Number.NaN] = await value.data();
    expect(found).toBeCloseTo(expected.taskLoss + beta * expected.rate, 5);
    const gradient = await grad.data();
    const largest = Math.max(...expected.gradient.map(Math.abs));
    const difference = expected.gradient.map((slope, k) => Math.abs(slope - (gradient[k] ?? Number.NaN)));
    expect(Math.max(...difference)).toBeLessThan(1e-5 * largest);
    tf.disposeVariables();
    tf.dispose([uploaded.inputs, uploaded.truth, v, value, grad]);
  });

  test("step by step the parameters agree with those in double precision", async () => {
    const random = createRandom(3);
    const { training } = drawSplit(few, random);
    const shape = shapeFor(training, few);
    const parameters = initialParameters(shape, random);
    const moments = initialMoments(parameters.length);
    const data = uploadData(tf, training);
    let state = initialState(tf, parameters);
    for (let step = 1; step <= few.steps; step++) {
      const noise = noiseFor({ rows: training.labels.length }, random);
      const batch = { inputs: inputsOf(training), labels: training.labels, noise };
      stepAdam(parameters, lossOf(parameters, shape, batch, beta).gradient, moments, {
        step,
        stepSize: 0.01,
      });
      state = stepTensors(tf, state, shape, data, noise, { step, stepSize: 0.01, beta });
      const found = await state.parameters.data();
      const difference = parameters.map((value, k) => Math.abs(value - (found[k] ?? Number.NaN)));
      expect(Math.max(...difference), `step ${step}`).toBeLessThan(2e-4);
    }
    tf.dispose([data.inputs, data.truth, state.parameters, state.mean, state.square]);
  });
});

describe("a live training", () => {
  test("ends where a stored run of the same β and seed ends, up to rounding", async () => {
    const stored = trainAndJudge(0.1, 4, (random) => drawSplit(few, random), few);
    let last: { step: number; loss: number } | undefined;
    for await (const { step, frame } of trainLive(0.1, { tf, random: createRandom(4) }, few)) {
      last = { step, loss: frame.figures.trainingLoss };
    }
    expect(last?.step).toBe(few.steps);
    expect(last?.loss).toBeCloseTo(stored.figures.trainingLoss, 3);
  });

  test("frees its tensors at its end, and where it is ended early", async () => {
    const before = tf.memory().numTensors;
    for await (const { step } of trainLive(0.1, { tf, random: createRandom(4) }, few)) {
      if (step >= 10) break;
    }
    expect(tf.memory().numTensors).toBe(before);
    for await (const { step } of trainLive(0.1, { tf, random: createRandom(4) }, { ...few, steps: 12 })) {
      expect(tf.memory().numTensors - before, `step ${step}`).toBe(5);
    }
    expect(tf.memory().numTensors).toBe(before);
  });

  test("its first frame is step 0, before any training", async () => {
    const frames = trainLive(0.1, { tf, random: createRandom(4) }, few);
    const { value } = await frames.next();
    expect(value?.step).toBe(0);
    expect(value?.frame.latents).toHaveLength(24);
    await frames.return();
  });
});
