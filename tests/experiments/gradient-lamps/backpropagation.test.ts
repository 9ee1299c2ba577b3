import { describe, expect, test } from "vitest";
import { differentiate } from "../../../experiments/gradient-lamps/backpropagation.ts";
import { standardPrior } from "../../../experiments/gradient-lamps/bottleneck.ts";
import {
  divergenceFrom,
  type GraphName,
  graphNames,
  ratioAtSample,
} from "../../../experiments/gradient-lamps/terms.ts";
import { createRandom } from "../../../lab/random.ts";
import { bottleneckOf, type Part, slopeAlong } from "./shifted.ts";

const graphs = Object.keys(graphNames) as GraphName[];
const sizes: Readonly<Record<Part, number>> = { encoder: 76, decoder: 51, prior: 4 };
const terms = ["task", "divergence"] as const;
/** The paths that gradients take, by graph: the answer of part (b), and what changes it. */
const lit: Readonly<Record<GraphName, readonly string[]>> = {
  reparameterized: ["task encoder", "task decoder", "divergence encoder"],
  stopped: ["task decoder", "divergence encoder"],
  blind: ["task decoder", "divergence encoder"],
  sampled: ["task encoder", "task decoder", "divergence encoder"],
  learned: ["task encoder", "task decoder", "divergence encoder", "divergence prior"],
};

describe.each(graphs)("the graph “%s”", (graph) => {
  const bottleneck = bottleneckOf(3, graph === "learned");
  const gradients = differentiate(bottleneck, graph);

  test("every slope is the limit of differences, wherever a path leads", () => {
    for (const term of terms) {
      for (const part of ["encoder", "decoder", "prior"] as const) {
        if (!lit[graph].includes(`${term} ${part}`)) continue;
        const gradient = gradients[term][part];
        expect(gradient).toHaveLength(sizes[part]);
        for (const [index, slope] of gradient.entries()) {
          const found = slopeAlong(
            (moved) => differentiate(moved, graph)[term].value,
            bottleneck,
            part,
            index,
          );
          expect(Math.abs(found - slope)).toBeLessThan(1e-10);
        }
      }
    }
  });

  test("a lamp is lit exactly where a path leads: the others are exactly 0", () => {
    const found = terms.flatMap((term) =>
      (["encoder", "decoder", "prior"] as const)
        .filter((part) => gradients[term][part].some((slope) => slope !== 0))
        .map((part) => `${term} ${part}`),
    );
    expect(found).toEqual(lit[graph]);
  });
});

test("the regulariser does not depend on the decoder: its differences along θ_d are exactly 0", () => {
  const bottleneck = bottleneckOf(5);
  for (let index = 0; index < sizes.decoder; index++) {
    const slope = slopeAlong(
      (moved) => differentiate(moved, "reparameterized").divergence.value,
      bottleneck,
      "decoder",
      index,
    );
    expect(slope).toBe(0);
  }
});

test("stopping the gradient leaves the loss and the decoder's gradient as they were", () => {
  const [whole, stopped] = [
    differentiate(bottleneckOf(2), "reparameterized"),
    differentiate(bottleneckOf(2), "stopped"),
  ];
  expect(stopped.task.value).toBe(whole.task.value);
  expect(stopped.task.decoder).toEqual(whole.task.decoder);
});

test("the mean over V of the regulariser at the sample is the closed form, and so are the means of its slopes", () => {
  const code = { means: [0.7, -1.2], logDeviations: [-0.4, 0.3] };
  const closed = divergenceFrom(standardPrior, code);
  const [sum, count] = [{ value: 0, mean: 0, logDeviation: 0 }, 40_000];
  const random = createRandom(11);
  for (let k = 0; k < count; k++) {
    const { value, code: slopes } = ratioAtSample(code, {
      inputs: [],
      label: 0,
      noise: [random.normal(), random.normal()],
    });
    sum.value += value / count;
    sum.mean += (slopes.means[0] ?? 0) / count;
    sum.logDeviation += (slopes.logDeviations[1] ?? 0) / count;
  }
  // standard errors: each draw's deviation is below 3
  expect(Math.abs(sum.value - closed.value)).toBeLessThan(15 / Math.sqrt(count));
  expect(Math.abs(sum.mean - (closed.code.means[0] ?? 0))).toBeLessThan(15 / Math.sqrt(count));
  expect(Math.abs(sum.logDeviation - (closed.code.logDeviations[1] ?? 0))).toBeLessThan(
    15 / Math.sqrt(count),
  );
});
