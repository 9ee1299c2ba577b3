import type { Random } from "../../lab/random.ts";
import { drawPassage, headRows, type Passage } from "./passage.ts";
import { crossEntropy } from "./reading.ts";
import type { Setting } from "./setting.ts";

/** What the figure needs to know of a passage that was read. */
export interface Outcome {
  readonly passage: Passage;
  /** The logits at the first position. Shape [words]. */
  readonly first: Float64Array;
  /** The cross-entropy at each position, in nats. Shape [positions]. */
  readonly losses: readonly number[];
}

/** The model's outcome in double precision; at least one position is read. */
export function simulate(setting: Setting, positions: number, random: Random): Outcome {
  const { passage, logits } = readPassage(setting, positions, random);
  const losses = logits.map((row, position) => crossEntropy(row, passage.targets[position] ?? Number.NaN));
  return { passage, first: logits[0] ?? new Float64Array(), losses };
}

/** Builds the model, row for row, and reads a passage: embedding, sum, normalisation, head. Logits: [positions][words]. */
export function readPassage(
  setting: Setting,
  positions: number,
  random: Random,
): { readonly passage: Passage; readonly logits: readonly Float64Array[] } {
  const passage = drawPassage(setting, positions, random);
  const hidden = passage.embedded.map((row, position) =>
    hiddenState(setting, row, passage.rests[position] ?? row),
  );
  const logits = hidden.map(() => new Float64Array(setting.words));
  let word = 0;
  for (const row of headRows(setting, passage, random)) {
    for (const [position, state] of hidden.entries()) {
      const own = logits[position];
      if (own !== undefined) own[word] = setting.headDeviation * dot(row, state);
    }
    word++;
  }
  return { passage, logits };
}

/** The word's row and the position's, scaled, added and, where the model does so, normalised. Shape [width]. */
export function hiddenState(setting: Setting, embedded: Float64Array, rest: Float64Array): Float64Array {
  const sum = embedded.map((entry, j) => setting.deviation * entry + setting.restDeviation * (rest[j] ?? 0));
  return setting.isNormalised ? layerNorm(sum) : sum;
}

/** (x − mean) / root mean square of that: gain 1, bias 0, ε = 0. Shape [n] → [n]. */
export function layerNorm(x: Float64Array): Float64Array {
  const mean = x.reduce((sum, entry) => sum + entry, 0) / x.length;
  const centred = x.map((entry) => entry - mean);
  const size = Math.sqrt(dot(centred, centred) / x.length);
  return centred.map((entry) => entry / size);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] ?? 0) * (b[j] ?? 0);
  return sum;
}
