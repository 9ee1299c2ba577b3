import { defineExperiment } from "../../lab/experiment.ts";
import { formatQuantity } from "../../lab/measure.ts";
import { formatValue } from "../../lab/parameters.ts";
import { averageLoss, lossesAt, weightsFor } from "./average-loss.ts";
import { drawLearning, drawLosses } from "./drawing.ts";
import { isStuckAt, learn, meanAndDeviation, shareLearned } from "./learning.ts";
import { parameters } from "./parameters.ts";

/** Tasks that the weights are learned from. */
const tasks = 400;
/** Over the last of them the share is averaged. */
const last = 100;
/** Times that the learning is repeated, with ever new tasks. */
const runs = 100;

const precision = { unit: "", error: 1e-12, tolerance: 0 };

/** Tasks in which now the one feature is true, now the other: the weights that serve them all carry their frequency. */
export default defineExperiment({
  title: "What is learned is a prior",
  plainOnly: "hundreds of steps on two weights, one after the other: nothing that a GPU could share out",
  parameters,
  quantities: {
    average: { label: "L̄", meaning: "mean loss over the tasks", color: "var(--q)", ...precision },
    lossFirst: { label: "(1−r)²", meaning: "loss where φₜ is true", color: "var(--p)", ...precision },
    lossSecond: { label: "r²", meaning: "loss where φₐ is true", color: "var(--ink-2)", ...precision },
    atPrior: { label: "p(1−p)", meaning: "mean loss at r = p", color: "var(--ink)", ...precision },
    learned: {
      label: "r_400",
      meaning: `share of φₜ after learning, mean over the last ${last} of ${tasks} tasks`,
      color: "var(--q)",
      ...precision,
      error: 1e-9,
    },
    typical: {
      label: "⟨r_400⟩",
      meaning: `the same on average over ${runs} runs`,
      color: "var(--ink-2)",
      ...precision,
      error: 1e-9,
    },
    scatter: {
      label: "sd r_400",
      meaning: `its standard deviation from run to run, over ${runs} runs`,
      color: "var(--ink-2)",
      ...precision,
      error: 1e-9,
    },
  },
  presets: {
    often: { label: "φₜ in four of five", values: { prior: 0.8, rate: 0.2 } },
    even: { label: "Half and half", values: { prior: 0.5, rate: 0.2 } },
    rarely: { label: "φₜ in one of five", values: { prior: 0.2, rate: 0.2 } },
    always: { label: "Always φₜ", values: { prior: 1, rate: 0.2 } },
    long: { label: "Long steps", values: { prior: 0.8, rate: 2 } },
  },
  compute: ({ prior, share, rate }, { random }) => {
    const weights = weightsFor(share);
    const [lossFirst, lossSecond] = lossesAt(weights);
    const { shares } = learn(weights, prior, rate, tasks, random);
    const learned = shareLearned(shares, last);
    const repeated = Array.from({ length: runs - 1 }, () =>
      shareLearned(learn(weights, prior, rate, tasks, random).shares, last),
    );
    const { mean: typical, deviation: scatter } = meanAndDeviation([learned, ...repeated]);
    const average = prior * lossFirst + (1 - prior) * lossSecond;
    const atPrior = averageLoss(prior, weightsFor(prior));
    return { shares, quantities: { average, lossFirst, lossSecond, atPrior, learned, typical, scatter } };
  },
  draw: ({ shares }, { prior, share }, { plot }) => [
    drawLosses(plot, prior, share),
    drawLearning(plot, prior, shares),
  ],
  handles: [
    {
      parameter: "share",
      position: ({ prior, share }) => [share, averageLoss(prior, weightsFor(share))],
      drag: (x) => x,
    },
    { parameter: "prior", color: "var(--ink)", position: ({ prior }) => [prior, 0], drag: (x) => x },
  ],
  describe: ({ shares, quantities: { average, atPrior, learned } }, values) =>
    [
      `In a share of p = ${formatValue(parameters.prior, values.prior)} of the tasks φₜ is the true feature, in the others φₐ.`,
      `The fit gives φₜ the share r = ${formatValue(parameters.share, values.share)} of the credit in all of them.`,
      `The mean loss is ${formatQuantity(average)}; it is least at r = p, where it is ${formatQuantity(atPrior)}.`,
      `Beside it, r while the weights are learned from ${tasks} tasks, one step of descent with η = ${formatValue(parameters.rate, values.rate)} for each:`,
      `over the last ${last} its mean is ${formatQuantity(learned)}${isStuckAt(shares.at(-1) ?? 0) ? ", because a feature without weight never gets any" : ""}.`,
    ].join(" "),
});
