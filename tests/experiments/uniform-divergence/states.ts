import fc from "fast-check";
import uniformDivergence from "../../../experiments/uniform-divergence/index.ts";
import type { Slider } from "../../../lab/parameters.ts";

const { parameters } = uniformDivergence;
const within = ({ min, max }: Slider) => fc.double({ min, max, noNaN: true });

/** Any state of the figure; an empty hole, the smallest filling and a full one come often. */
export const states = fc.record({
  pLeft: within(parameters.pLeft),
  pRight: within(parameters.pRight),
  qLeft: within(parameters.qLeft),
  qRight: within(parameters.qRight),
  weight: fc.oneof(fc.constantFrom(0, 1e-6, 1), within(parameters.weight)),
});
