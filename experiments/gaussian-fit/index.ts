import { defineExperiment } from "../../lab/experiment.ts";
import { accelerateFit } from "./accelerate.ts";
import { thresholds } from "./bifurcation.ts";
import { descentRun } from "./descent.ts";
import { describeDiagram, describeFit } from "./description.ts";
import { drawDiagram } from "./diagram.ts";
import { drawDensities } from "./drawing.ts";
import { fitsOf } from "./fits.ts";
import { handles } from "./handles.ts";
import { acceleratedFields } from "./landscape.ts";
import { mirror, parameters, targetOf } from "./parameters.ts";
import { planeMarks } from "./plane-marks.ts";
import { presets } from "./presets.ts";
import { nearestTo } from "./stationary.ts";
import { tabulate } from "./tabulate.ts";

const divergence = { unit: "nats", error: 1e-12, tolerance: 1e-5 };
/** At the parameters' steps: two stationary points that all but merge keep half their digits. */
const place = {
  unit: "",
  error: 1e-9,
  tolerance: 0,
  plainOnly: "the bottom of a valley, which is flat to half the digits of single precision",
  color: "var(--q)",
};
const separation = {
  unit: "",
  error: 1e-10,
  tolerance: 0,
  plainOnly:
    "a root of the symmetric family’s own equations, which single precision could not place to its digits",
  color: "var(--ink-2)",
};

/** One normal Q for a target P with two components: what each direction of the divergence asks of it. */
export default defineExperiment({
  title: "One Gaussian for two modes",
  parameters,
  presets,
  constrain: mirror,
  quantities: {
    forward: { label: "D_KL(P‖Q)", meaning: "forward divergence", color: "var(--p)", ...divergence },
    reverse: { label: "D_KL(Q‖P)", meaning: "reverse divergence", color: "var(--q)", ...divergence },
    forwardMinimum: {
      label: "min D_KL(P‖Q)",
      meaning: "forward divergence of the Gaussian with P’s mean and variance",
      color: "var(--p)",
      ...divergence,
    },
    reverseMinimum: {
      label: "min D_KL(Q‖P)",
      meaning: "least reverse divergence",
      color: "var(--q)",
      ...divergence,
    },
    reverseMinima: {
      label: "minima",
      meaning: "local minima of the reverse divergence",
      unit: "",
      isCount: true,
      error: 0,
      tolerance: 0,
      plainOnly: "a count of minima: rounding may make one or hide one",
      color: "var(--q)",
    },
    nearestMean: { label: "μ*", meaning: "mean of the stationary point nearest to Q", ...place },
    nearestDeviation: { label: "σ*", meaning: "standard deviation of that point", ...place },
    spread: {
      label: "√v",
      meaning: "standard deviation of P",
      unit: "",
      error: 1e-14,
      tolerance: 1e-5,
      color: "var(--p)",
    },
    entropy: { label: "H(P)", meaning: "entropy of P", color: "var(--p)", ...divergence },
    appearance: {
      label: "a₁",
      meaning: "separation at which minima on the modes appear",
      ...separation,
    },
    exchange: {
      label: "a₂",
      meaning: "separation from which they are lowest",
      ...separation,
    },
  },
  compute: (values) => {
    const { forward, reverse, entropy, matched, stationary } = fitsOf(targetOf(values));
    const nearest = nearestTo(values, stationary);
    const { appearance, exchange } = thresholds();
    return {
      quantities: {
        forward: forward(values),
        reverse: reverse(values),
        forwardMinimum: forward(matched),
        reverseMinimum: stationary[0]?.divergence ?? Number.NaN,
        reverseMinima: stationary.filter(({ isMinimum }) => isMinimum).length,
        nearestMean: nearest.mean,
        nearestDeviation: nearest.deviation,
        spread: matched.deviation,
        entropy,
        appearance,
        exchange,
      },
    };
  },
  accelerate: (values, { tf }) => accelerateFit(tf, values),
  plane: {
    x: "mean",
    y: "deviation",
    levels: [
      0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.2, 1.24, 1.3, 1.5, 2, 3, 5, 10, 20, 50,
      100,
    ],
    quantities: ["forward", "reverse"],
    accelerate: (values, { tf, grid }) => acceleratedFields(tf, targetOf(values), grid),
    tabulate: (values, grid) => tabulate(targetOf(values), grid),
    marks: (values, { plot, frame, quantity }) => planeMarks(plot, fitsOf(targetOf(values)), quantity, frame),
  },
  runs: {
    descendForward: descentRun("forward", "Descend D_KL(P‖Q) from here"),
    descendReverse: descentRun("reverse", "Descend D_KL(Q‖P) from here"),
  },
  draw: ({ quantities }, values, { plot }) => {
    const fits = fitsOf(targetOf(values));
    const diagram = drawDiagram(plot, fits, quantities.reverse);
    return [drawDensities(plot, fits.mixture, values), { ...diagram, ariaLabel: describeDiagram(values) }];
  },
  handles,
  describe: ({ quantities }, values) => describeFit(quantities.forward, quantities.reverse, values),
});
