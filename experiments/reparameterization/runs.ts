import type { Random } from "../../lab/random.ts";
import { drawNoise } from "./comparison.ts";
import { pileSize } from "./pile.ts";
import { counts } from "./race.ts";

/** How many draws the picture shows. */
export interface Drawn {
  readonly count: number;
}

/** The draws one by one: each goes through the block diagram and onto the pile. */
export async function* sampleFrames(random: Random) {
  const draws = drawNoise(random);
  yield { step: 0, frame: { count: 0 } };
  for (let step = 1; step <= pileSize; step++) {
    // to the slider's two decimals, as the diagram shows it
    yield { step, values: { noise: Math.round(100 * (draws[step - 1] ?? 0)) / 100 }, frame: { count: step } };
  }
}

/** All draws, few at first, then more at a time: equal steps on the race's logarithmic axis. */
export async function* raceFrames() {
  yield { step: 0, frame: { count: 0 } };
  for (const [index, count] of counts.entries()) yield { step: index + 1, frame: { count } };
}
