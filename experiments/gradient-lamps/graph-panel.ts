import type { PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { drawArrow, drawBox, drawWords } from "./graph-marks.ts";
import { drawLamp } from "./lamps.ts";
import { boxes, lamps, rows, size } from "./layout.ts";
import { drawPaths } from "./paths.ts";
import type { Norms } from "./report.ts";
import type { GraphName } from "./terms.ts";

/** The computational graph: values forwards, the paths of both terms' gradients backwards, and the lamps. */
export function drawGraph(plot: Plot, graph: GraphName, norms: Norms, note: string): PlotOptions {
  return {
    ...size,
    margin: 0,
    x: { domain: [0, size.width], range: [0, size.width], axis: null },
    y: { domain: [0, size.height], range: [0, size.height], axis: null },
    marks: [
      ...drawValues(plot, graph),
      ...drawPaths(plot, graph, norms),
      ...drawBlocks(plot, graph),
      ...drawLamps(plot, graph, norms),
      drawWords(plot, [size.width - 8, 296], note, { textAnchor: "end", fill: "var(--ink-2)" }),
    ],
  };
}

function drawBlocks(plot: Plot, graph: GraphName) {
  const { encoder, code, sample, decoder, task, divergence, prior } = boxes;
  return [
    ...drawBox(plot, encoder, "encoder", "var(--encoder)"),
    ...drawBox(plot, code, "μ, σ", "var(--ink-2)"),
    ...drawBox(plot, sample, "Z", "var(--ink-2)"),
    ...drawBox(plot, decoder, "decoder", "var(--decoder)"),
    ...drawBox(plot, task, "task", "var(--p)"),
    ...drawBox(plot, divergence, "β · D", "var(--q)"),
    ...(graph === "learned"
      ? drawBox(plot, prior, "prior", "var(--ink)")
      : [drawWords(plot, [prior.right, rows.regulariser], "r = N(0, 1)", { textAnchor: "end" })]),
    drawWords(plot, [14, rows.values], "x", {}),
    drawWords(plot, [(sample.left + sample.right) / 2, 84], "V", {}),
    drawWords(plot, [(task.left + task.right) / 2, rows.regulariser - 30], "y", {}),
  ];
}

/** The arrows along which values go. */
function drawValues(plot: Plot, graph: GraphName) {
  const { encoder, code, sample, decoder, task, divergence, prior } = boxes;
  const y = rows.values;
  const [codeX, sampleX, taskX] = [code, sample, task].map(({ left, right }) => (left + right) / 2) as [
    number,
    number,
    number,
  ];
  const unread = graph === "blind" ? { strokeDasharray: "1,4" } : {};
  return [
    ...drawArrow(plot, [
      [24, y],
      [encoder.left, y],
    ]),
    ...drawArrow(plot, [
      [encoder.right, y],
      [code.left, y],
    ]),
    ...drawArrow(plot, [
      [code.right, y],
      [sample.left, y],
    ]),
    ...drawArrow(
      plot,
      [
        [sample.right, y],
        [decoder.left, y],
      ],
      unread,
    ),
    ...drawArrow(plot, [
      [decoder.right, y],
      [task.left, y],
    ]),
    ...drawArrow(plot, [
      [sampleX, 98],
      [sampleX, sample.top],
    ]),
    ...drawArrow(plot, [
      [taskX, rows.regulariser - 44],
      [taskX, task.bottom],
    ]),
    ...drawArrow(plot, [
      [codeX, code.bottom],
      [codeX, divergence.top],
    ]),
    ...drawArrow(plot, [
      [prior.right + 4, rows.regulariser],
      [divergence.left, rows.regulariser],
    ]),
    ...(graph === "sampled"
      ? drawArrow(plot, [
          [sampleX, sample.bottom],
          [sampleX, rows.regulariser],
          [divergence.right, rows.regulariser],
        ])
      : []),
  ];
}

function drawLamps(plot: Plot, graph: GraphName, norms: Norms) {
  const names = Object.keys(lamps) as (keyof typeof lamps)[];
  return names
    .filter((name) => name !== "divergencePrior" || graph === "learned")
    .flatMap((name) => {
      const isTask = name.startsWith("task");
      const [term, color] = isTask ? ["task", "var(--p)"] : ["regulariser", "var(--q)"];
      return drawLamp(plot, { place: lamps[name], term: term ?? "", color: color ?? "", norm: norms[name] });
    });
}
