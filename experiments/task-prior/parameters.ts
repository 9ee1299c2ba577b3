import { seed, slider, type ValuesOf } from "../../lab/experiment.ts";

/** How often the first feature is the true one, how the credit is divided, and how the weights are learned. */
export const parameters = {
  prior: slider({ label: "p", meaning: "share of tasks in which φₜ is true", default: 0.8, min: 0, max: 1 }),
  share: slider({ label: "r", meaning: "share of the credit that φₜ gets", default: 0.5, min: 0, max: 1 }),
  rate: slider({ label: "η", meaning: "step size", default: 0.2, min: 0.05, max: 2, scale: "log" }),
  seed: seed({ meaning: "which tasks are drawn" }),
};

/** The figure's state. */
export type State = ValuesOf<typeof parameters>;
