import fc from "fast-check";
import type { Setting } from "../../../experiments/reparameterization/comparison.ts";
import reparameterization from "../../../experiments/reparameterization/index.ts";
import type { Slider } from "../../../lab/parameters.ts";

const { parameters } = reparameterization;
const within = ({ min, max }: Slider) => fc.double({ min, max, noNaN: true });

/** Any setting of the figure, its seed left out. */
export const settings: fc.Arbitrary<Setting> = fc.record({
  mean: within(parameters.mean),
  deviation: within(parameters.deviation),
  noise: within(parameters.noise),
  frequency: within(parameters.frequency),
  function: fc.constantFrom("square", "cube", "sine", "absolute", "step"),
  target: fc.constantFrom("mean", "deviation"),
});
