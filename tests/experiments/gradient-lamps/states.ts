import fc from "fast-check";
import gradientLamps from "../../../experiments/gradient-lamps/index.ts";
import type { Slider } from "../../../lab/slider.ts";

const { parameters } = gradientLamps;
const within = ({ min, max }: Slider) => fc.double({ min, max, noNaN: true });

/** Any state of the figure; a β of 0 and the largest come often. */
export const states = fc.record({
  loss: fc.constantFrom("both", "task", "divergence"),
  strength: fc.oneof(fc.constantFrom(0, parameters.strength.max), within(parameters.strength)),
  graph: fc.constantFrom("reparameterized", "stopped", "blind", "sampled", "learned"),
  mean: within(parameters.mean),
  deviation: within(parameters.deviation),
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
});
