import { slider, type ValuesOf } from "../../lab/experiment.ts";
import { bound } from "./plane.ts";

/** The weights, the training input and the step size of descent. */
export const parameters = {
  weight0: slider({
    label: "c₀",
    meaning: "weight of the true feature",
    default: 1,
    min: -bound,
    max: bound,
  }),
  weight1: slider({ label: "c₁", meaning: "weight of the alias", default: 1, min: -bound, max: bound }),
  input: slider({ label: "x₁", meaning: "training input", default: 0, min: -1, max: 1, step: 0.001 }),
  rate: slider({ label: "η", meaning: "step size of descent", default: 1, min: 0.1, max: 4, scale: "log" }),
};

/** The figure's state. */
export type State = ValuesOf<typeof parameters>;
