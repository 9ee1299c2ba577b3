import type { Random } from "../../lab/random.ts";
import { type Slider, snap } from "../../lab/slider.ts";
import { drawNoise } from "./comparison.ts";
import { pileSize } from "./pile.ts";
import { counts } from "./race.ts";

/** How many draws the picture shows. */
export interface Drawn {
  readonly count: number;
}

/**
 * The draws one by one: each goes through the block diagram and onto the pile. The diagram shows V to the slider's
 * decimals, and a V beyond its ends, of which one run in fifty has one, at its end.
 */
export async function* sampleFrames(noise: Slider, random: Random) {
  const draws = drawNoise(random);
  yield { step: 0, frame: { count: 0 } };
  for (let step = 1; step <= pileSize; step++) {
    yield { step, values: { noise: snap(noise, draws[step - 1] ?? 0) }, frame: { count: step } };
  }
}

/** All draws, few at first, then more at a time: equal steps on the race's logarithmic axis. */
export async function* raceFrames() {
  yield { step: 0, frame: { count: 0 } };
  for (const [index, count] of counts.entries()) yield { step: index + 1, frame: { count } };
}
