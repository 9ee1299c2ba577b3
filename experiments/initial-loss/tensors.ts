import type * as TensorFlow from "@tensorflow/tfjs-core";
import type { Tensors } from "../../lab/experiment.ts";
import type { Random } from "../../lab/random.ts";
import type { Outcome } from "./network.ts";
import { drawPassage, headRows, type Passage } from "./passage.ts";
import type { Setting } from "./setting.ts";

/** The outcome of the same model, from the same random numbers, in tf.js: one matrix product for all logits. */
export async function simulateInTensors(
  tf: Tensors,
  setting: Setting,
  positions: number,
  random: Random,
): Promise<Outcome> {
  const passage = drawPassage(setting, positions, random);
  const table = headTable(setting, passage, random);
  const [first, losses] = tf.tidy(() => {
    const hidden = hiddenStates(tf, setting, passage);
    const head = tf.tensor2d(table, [setting.words, setting.width]);
    const logits = tf.mul(tf.matMul(hidden, head, false, true), setting.headDeviation);
    const chosen = tf.oneHot(tf.tensor1d([...passage.targets], "int32"), setting.words);
    const targets = tf.sum(tf.mul(logits, chosen), 1);
    return [tf.slice(logits, [0, 0], [1, setting.words]), tf.sub(tf.logSumExp(logits, 1), targets)];
  });
  const [row, loss] = await Promise.all([first.data(), losses.data()]);
  tf.dispose([first, losses]);
  return { passage, first: Float64Array.from(row), losses: [...loss] };
}

/** Shape [positions, width]. */
function hiddenStates(tf: Tensors, setting: Setting, { embedded, rests }: Passage): TensorFlow.Tensor {
  const words = tf.mul(matrix(tf, embedded, setting.width), setting.deviation);
  const sum = tf.add(words, tf.mul(matrix(tf, rests, setting.width), setting.restDeviation));
  if (!setting.isNormalised) return sum;
  const centred = tf.sub(sum, tf.mean(sum, 1, true));
  return tf.div(centred, tf.sqrt(tf.mean(tf.square(centred), 1, true)));
}

/** Shape [rows, width]. */
function matrix(tf: Tensors, rows: readonly Float64Array[], width: number): TensorFlow.Tensor2D {
  const entries = new Float32Array(rows.length * width);
  for (const [k, row] of rows.entries()) entries.set(row, k * width);
  return tf.tensor2d(entries, [rows.length, width]);
}

/** The head's rows, one after the other. Shape [words · width]. */
function headTable(setting: Setting, passage: Passage, random: Random): Float32Array {
  const table = new Float32Array(setting.words * setting.width);
  let start = 0;
  for (const row of headRows(setting, passage, random)) {
    table.set(row, start);
    start += setting.width;
  }
  return table;
}
