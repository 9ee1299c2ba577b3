import { choice, defineExperiment, seed, slider } from "../../lab/experiment.ts";
import { describeReport } from "./description.ts";
import { drawFigure } from "./drawing.ts";
import { type LossName, lossNames, reportOn } from "./report.ts";
import { reportInTensors } from "./tensors.ts";
import { type GraphName, graphNames } from "./terms.ts";
import { stepCount, trainingFrames } from "./training.ts";

const parameters = {
  loss: choice<LossName>({
    label: "loss",
    meaning: "terms of the loss",
    default: "both",
    options: lossNames,
  }),
  strength: slider({
    label: "β",
    meaning: "strength of the regulariser",
    default: 0.1,
    min: 0,
    max: 10,
    step: 0.001,
    scale: "symlog",
  }),
  graph: choice<GraphName>({
    label: "graph",
    meaning: "how the terms are computed",
    default: "reparameterized",
    options: graphNames,
  }),
  mean: slider({ label: "μ", meaning: "mean of the marked code", default: 2, min: -3, max: 3 }),
  deviation: slider({
    label: "σ",
    meaning: "standard deviation of the marked code",
    default: 0.5,
    min: 0.05,
    max: 3,
    scale: "log",
  }),
  seed: seed(),
};
/** A list of slopes is compared with differences: these are exact to ten digits. */
const norm = { unit: "", error: 1e-9, tolerance: 1e-5 };
const pull = { unit: "", error: 1e-12, tolerance: 1e-5 };
const [ofTask, ofDivergence] = [
  { color: "var(--p)", ...norm },
  { color: "var(--q)", ...norm },
];

/** The two networks of a variational information bottleneck, and a lamp on each for each term of the loss. */
export default defineExperiment({
  title: "Who gets which gradient",
  parameters,
  quantities: {
    taskEncoder: { label: "‖∂T/∂θ_e‖", meaning: "task loss, at the encoder before training", ...ofTask },
    taskDecoder: { label: "‖∂T/∂θ_d‖", meaning: "task loss, at the decoder before training", ...ofTask },
    divergenceEncoder: {
      label: "‖∂βD/∂θ_e‖",
      meaning: "regulariser, at the encoder before training",
      ...ofDivergence,
    },
    divergenceDecoder: { label: "‖∂βD/∂θ_d‖", meaning: "regulariser, at the decoder", ...ofDivergence },
    divergencePrior: {
      label: "‖∂βD/∂θ_r‖",
      meaning: "regulariser, at the prior before training",
      ...ofDivergence,
    },
    divergence: {
      label: "D(μ, σ)",
      meaning: "regulariser of the marked code, against N(0, 1)",
      color: "var(--q)",
      ...pull,
      unit: "nats",
    },
    meanSlope: { label: "∂D/∂μ", meaning: "its slope along μ", color: "var(--q)", ...pull },
    deviationSlope: { label: "∂D/∂σ", meaning: "its slope along σ", color: "var(--q)", ...pull },
  },
  presets: {
    both: { label: "As in the problem", values: { loss: "both", graph: "reparameterized", strength: 0.1 } },
    stopped: { label: "No path through Z", values: { loss: "both", graph: "stopped", strength: 0.1 } },
    learned: { label: "A prior that learns", values: { loss: "both", graph: "learned", strength: 1 } },
  },
  compute: (values, { random }) => reportOn(values, random),
  accelerate: (values, { tf, random }) => reportInTensors(tf, values, random),
  runs: {
    train: {
      label: "Train",
      meaning: "train with Adam on the chosen loss, through the chosen graph",
      usesTensors: false,
      length: () => stepCount,
      frames: (values, { random }) => trainingFrames(values, random),
    },
  },
  draw: (report, values, { plot, frame }) => drawFigure(plot, report, values, frame),
  handles: [
    {
      parameter: "mean",
      up: "deviation",
      name: "marked code",
      panel: 1,
      position: ({ mean, deviation }) => [mean, deviation],
      drag: (mean) => mean,
    },
  ],
  describe: describeReport,
});
