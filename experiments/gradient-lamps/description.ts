import { formatQuantity } from "../../lab/measure.ts";
import type { CodePoint } from "./code-points.ts";
import { formatNorm } from "./lamps.ts";
import type { Pull } from "./pull.ts";
import { lossNames, type Report, type Setting } from "./report.ts";
import { type GraphName, graphNames } from "./terms.ts";

/** Both panels in words: the graph, and each lamp with its number. */
export function describeReport({ quantities }: Report, setting: Setting): string {
  const { loss, strength, graph } = setting;
  const lamp = (norm: number): string => (norm === 0 ? "dark (exactly 0)" : `lit (${formatNorm(norm)})`);
  return [
    "Computational graph: the encoder reads x and returns μ and σ; with the noise V they make Z; the decoder reads Z;",
    "the task loss compares its output with y; the regulariser D compares μ and σ with the prior r.",
    `Loss: ${lossNames[loss]}${loss === "task" ? "" : `, with β = ${strength}`}. Graph: ${graphNames[graph]}${explanations[graph]}.`,
    "Lamps show the norm of the gradient that arrives.",
    `Task loss: encoder ${lamp(quantities.taskEncoder)}, decoder ${lamp(quantities.taskDecoder)}.`,
    `Regulariser: encoder ${lamp(quantities.divergenceEncoder)}, decoder ${lamp(quantities.divergenceDecoder)}.`,
    ...(graph === "learned" ? [`Prior: ${lamp(quantities.divergencePrior)} from the regulariser.`] : []),
  ].join(" ");
}

/** What the graph does to the paths. */
const explanations: Readonly<Record<GraphName, string>> = {
  reparameterized: "",
  stopped: ", so that the task's gradient stops at Z",
  blind: ", so that the task's gradient stops at the decoder",
  sampled: ", so that the regulariser's gradient comes through Z too",
  learned: ", so that the regulariser trains the prior too",
};

/** The panel of the codes in words. */
export function describeCodes(
  points: readonly CodePoint[],
  { mean, deviation }: Setting,
  pull: Pull,
): string {
  const span = (values: readonly number[]): string =>
    `from ${formatQuantity(Math.min(...values))} to ${formatQuantity(Math.max(...values))}`;
  return [
    `The encoder's ${points.length} codes: μ ${span(points.map((point) => point.mean))},`,
    `σ ${span(points.map((point) => point.deviation))}.`,
    `The marked code has μ = ${formatQuantity(mean)} and σ = ${formatQuantity(deviation)}:`,
    `D = ${formatQuantity(pull.divergence)} nats, with the slopes ${formatQuantity(pull.meanSlope)} along μ`,
    `and ${formatQuantity(pull.deviationSlope)} along σ.`,
  ].join(" ");
}
