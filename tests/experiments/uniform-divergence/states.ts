import fc from "fast-check";
import uniformDivergence from "../../../experiments/uniform-divergence/index.ts";
import type { PairName } from "../../../experiments/uniform-divergence/parameters.ts";
import type { Slider } from "../../../lab/parameters.ts";

const { parameters } = uniformDivergence;
const within = ({ min, max }: Slider) => fc.double({ min, max, noNaN: true });

/** The names of all pairs. */
export const pairNames = Object.keys(parameters.pair.options) as readonly PairName[];

/** Values each of which is in its range; an empty hole, the smallest filling and a full one come often. */
export const values = fc.record({
  pair: fc.constantFrom(...pairNames),
  pLeft: within(parameters.pLeft),
  pRight: within(parameters.pRight),
  qLeft: within(parameters.qLeft),
  qRight: within(parameters.qRight),
  weight: fc.oneof(fc.constantFrom(0, 1e-6, 1), within(parameters.weight)),
});

/** Any state of the figure. */
export const states = values.map((each) => uniformDivergence.constrain?.(each, ["pRight", "qRight"]) ?? each);
