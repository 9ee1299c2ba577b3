import type { Plot } from "../../lab/experiment.ts";
import { drawArrow, drawWords } from "./graph-marks.ts";
import { boxes, type Place, rows } from "./layout.ts";
import type { Norms } from "./report.ts";
import type { GraphName } from "./terms.ts";

/** How the task's gradient is drawn, and how far from the path of the value. */
const task = { stroke: "var(--p)", strokeWidth: 2 };
const taskRow = rows.values + 9;
/** The regulariser's: dashed. */
const regulariser = { stroke: "var(--q)", strokeWidth: 2, strokeDasharray: "5,3" };
const regulariserRow = rows.values + 17;
const aside = 9;

/** The paths along which gradients go back, as far as they get. */
export function drawPaths(plot: Plot, graph: GraphName, norms: Norms) {
  return [
    ...(norms.taskDecoder === 0 ? [] : drawTaskPaths(plot, graph)),
    ...(norms.divergenceEncoder === 0 ? [] : drawRegulariserPaths(plot, graph)),
  ];
}

function drawTaskPaths(plot: Plot, graph: GraphName) {
  const { encoder, code, sample, decoder, task: loss } = boxes;
  const step = (from: number, to: number) =>
    drawArrow(
      plot,
      [
        [from, taskRow],
        [to, taskRow],
      ],
      task,
    );
  const first = step(loss.left, decoder.right);
  if (graph === "blind") return [...first, ...drawStop(plot, (sample.right + decoder.left) / 2)];
  const second = step(decoder.left, sample.right);
  if (graph === "stopped") return [...first, ...second, ...drawStop(plot, (code.right + sample.left) / 2)];
  return [...first, ...second, ...step(sample.left, code.right), ...step(code.left, encoder.right)];
}

/** A bar across the path, with the word. */
function drawStop(plot: Plot, x: number) {
  return [
    plot.link([0], {
      x1: x,
      x2: x,
      y1: rows.values - 12,
      y2: rows.values + 18,
      stroke: "var(--p)",
      strokeWidth: 4,
    }),
    drawWords(plot, [x, rows.values + 38], "stops here", {
      textAnchor: "start",
      fill: "var(--p)",
      stroke: "var(--paper)",
      strokeWidth: 4,
    }),
  ];
}

function drawRegulariserPaths(plot: Plot, graph: GraphName) {
  const { encoder, code, sample, divergence, prior } = boxes;
  const [codeX, sampleX] = [(code.left + code.right) / 2, (sample.left + sample.right) / 2];
  const path = (...places: Place[]) => drawArrow(plot, places, regulariser);
  const row = rows.regulariser + aside;
  return [
    ...path([codeX + aside, divergence.top], [codeX + aside, code.bottom]),
    ...path([code.left, regulariserRow], [encoder.right, regulariserRow]),
    ...(graph === "learned" ? path([divergence.left, row], [prior.right + 4, row]) : []),
    ...(graph === "sampled"
      ? [
          ...path([divergence.right, row], [sampleX + aside, row], [sampleX + aside, sample.bottom]),
          ...path([sample.left, regulariserRow], [code.right, regulariserRow]),
        ]
      : []),
  ];
}
