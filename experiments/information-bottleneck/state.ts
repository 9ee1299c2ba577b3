import { choice, seed, slider, type ValuesOf } from "../../lab/experiment.ts";

/** The range of β that the experiment covers. */
export const betaRange = [1e-6, 100] as const;

/** What a reader can set. */
export const parameters = {
  beta: slider({
    label: "β",
    meaning: "price of the rate",
    default: 0.001,
    min: betaRange[0],
    max: betaRange[1],
    step: 1e-7,
    scale: "log",
  }),
  model: choice({
    label: "model",
    meaning: "a network on images, or an exact model",
    default: "digits",
    options: { digits: "digits", linear: "linear", two: "two classes", three: "three classes" },
  }),
  dots: choice({
    label: "dots",
    meaning: "what a dot is",
    default: "samples",
    options: { samples: "samples", means: "means" },
    isView: true,
  }),
  curve: choice({
    label: "curves",
    meaning: "what is drawn over β",
    default: "error",
    options: { error: "error", loss: "task loss" },
    isView: true,
  }),
  seed: seed({ meaning: "of a live training, and of samples" }),
};

/** The state of the figure. */
export type BottleneckValues = ValuesOf<typeof parameters>;
