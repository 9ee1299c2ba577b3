import { choice, defineExperiment, seed, slider } from "../../lab/experiment.ts";
import { compareEstimators } from "./comparison.ts";
import { describeComparison } from "./description.ts";
import { drawFigure } from "./drawing.ts";
import { sampleOf, type Target } from "./estimators.ts";
import { type FunctionName, functionNames } from "./functions.ts";
import { bands, densityHeight, domain } from "./layout.ts";
import { pileSize } from "./pile.ts";
import { counts, drawCount } from "./race.ts";
import { raceFrames, sampleFrames } from "./runs.ts";
import { compareInTensors } from "./tensors.ts";

const parameters = {
  mean: slider({ label: "μ", meaning: "mean, from the encoder", default: 1, min: -2, max: 2 }),
  deviation: slider({
    label: "σ",
    meaning: "standard deviation, from the encoder",
    default: 0.5,
    min: 0.2,
    max: 2,
    scale: "log",
  }),
  noise: slider({ label: "V", meaning: "noise of the draw in the diagram", default: 0.8, min: -4, max: 4 }),
  function: choice<FunctionName>({
    label: "f",
    meaning: "function of Z",
    default: "square",
    options: functionNames,
  }),
  frequency: slider({ label: "ω", meaning: "frequency of the sine", default: 3, min: 0.5, max: 6 }),
  target: choice<Target>({
    label: "∂",
    meaning: "derivative with respect to",
    default: "mean",
    options: { mean: "μ", deviation: "σ" },
  }),
  seed: seed(),
};
const precision = { unit: "", error: 1e-12, tolerance: 1e-5 };

/** Z = μ + σV as a block diagram, and a race of the two estimates of a gradient that it allows. */
export default defineExperiment({
  title: "Where the randomness comes in",
  parameters,
  quantities: {
    sample: { label: "Z", meaning: "sample in the diagram", color: "var(--encoder)", ...precision },
    gradient: { label: "∂E[f(Z)]", meaning: "exact gradient", color: "var(--ink)", ...precision },
    pathwiseVariance: {
      label: "Var pathwise",
      meaning: "variance of one pathwise estimate",
      color: "var(--p)",
      ...precision,
    },
    scoreVariance: {
      label: "Var score",
      meaning: "variance of one score estimate",
      color: "var(--q)",
      ...precision,
    },
    noiseRatio: {
      label: "pathwise ∶ score",
      meaning: "ratio of the variances",
      color: "var(--ink-2)",
      ...precision,
    },
    bias: {
      label: "bias",
      meaning: "mean of a pathwise estimate less the gradient",
      color: "var(--p)",
      ...precision,
    },
  },
  presets: {
    square: {
      label: "z²: pathwise wins",
      values: { function: "square", target: "mean", mean: 1, deviation: 0.5 },
    },
    sine: {
      label: "sin 3z: pathwise loses",
      values: { function: "sine", frequency: 3, target: "mean", mean: 0.5, deviation: 1 },
    },
    step: {
      label: "A step: pathwise is wrong",
      values: { function: "step", target: "mean", mean: 0.5, deviation: 1 },
    },
  },
  compute: (values, { random }) => compareEstimators(values, random),
  accelerate: (values, { tf, random }) => compareInTensors(tf, values, random),
  runs: {
    samples: {
      label: "Draw samples",
      meaning: `draw V ${pileSize} times and send each through the diagram`,
      usesTensors: false,
      length: () => pileSize,
      frames: (_values, { random }) => sampleFrames(parameters.noise, random),
    },
    race: {
      label: "Race",
      meaning: "watch both estimates settle as draws come in",
      usesTensors: false,
      length: () => counts.length,
      frames: () => raceFrames(),
    },
  },
  draw: (comparison, values, { plot, frame }) =>
    drawFigure(plot, comparison, values, frame?.count ?? drawCount),
  handles: [
    {
      parameter: "mean",
      color: "var(--encoder)",
      position: ({ mean }) => [mean, bands.samples.top],
      drag: (z) => z,
    },
    {
      parameter: "deviation",
      color: "var(--encoder)",
      position: (values) => {
        const z = values.mean + values.deviation;
        return [z, densityHeight(values, z)];
      },
      drag: (z, { mean }) => Math.abs(z - mean),
    },
    {
      parameter: "noise",
      color: "var(--ink)",
      position: (values) => {
        const z = sampleOf(values, values.noise);
        return Math.abs(z) <= domain[1] ? [z, bands.samples.bottom] : undefined;
      },
      drag: (z, { mean, deviation }) => (z - mean) / deviation,
    },
  ],
  describe: describeComparison,
});
