import { slider, type ValuesOf } from "../../lab/experiment.ts";

/** The shortest and the longest time that is shown. */
export const times = { min: 0.1, max: 100 };

const weight = { default: 1, min: 0.05, max: 3 };

/** Where learning starts, how long it lasts, and the steps that descent takes. */
export const parameters = {
  weight0: slider({ label: "c₀", meaning: "weight of the true feature at the start", ...weight }),
  weight1: slider({ label: "c₁", meaning: "weight of the alias at the start", ...weight }),
  rate: slider({
    label: "η",
    meaning: "step size of descent",
    default: 1,
    min: 0.01,
    max: 4,
    scale: "log",
  }),
  time: slider({ label: "t", meaning: "time", default: 100, ...times, scale: "log" }),
};

/** The figure's state. */
export type State = ValuesOf<typeof parameters>;
