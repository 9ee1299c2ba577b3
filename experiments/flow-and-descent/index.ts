import { defineExperiment } from "../../lab/experiment.ts";
import { formatQuantity } from "../../lab/measure.ts";
import { formatValue } from "../../lab/parameters.ts";
import { descentAt, descentPath, flowAt, flowPath, lateLoss, squaredNorm, stepsIn } from "./learning.ts";
import { describeLoss, drawLoss } from "./loss-panel.ts";
import { drawNorm } from "./norm-panel.ts";
import { parameters } from "./parameters.ts";

const precision = { unit: "", error: 1e-11, tolerance: 0 };
const ofFlow = { ...precision, color: "var(--ink-2)" };
const ofDescent = { ...precision, color: "var(--q)" };

/** The weights are learned from one start in two ways: along the flow, and by descent in steps that leave its circle. */
export default defineExperiment({
  title: "Two ways down",
  parameters,
  plainOnly: "steps on two weights, one after the other: nothing that a GPU could share out",
  quantities: {
    flow0: { label: "c₀(t)", meaning: "weight of the true feature, by the flow", ...ofFlow },
    flow1: { label: "c₁(t)", meaning: "weight of the alias, by the flow", ...ofFlow },
    flowLoss: { label: "L(t)", meaning: "loss, by the flow", ...ofFlow },
    lateLoss: {
      label: "D²/64t²",
      meaning: "loss expected at late times",
      ...precision,
      color: "var(--ink-3)",
    },
    steps: {
      label: "n",
      meaning: "steps of descent in this time",
      ...ofDescent,
      error: 0,
      isCount: true,
    },
    descentLoss: { label: "L_n", meaning: "loss, by descent", ...ofDescent },
    descentNorm: { label: "D_n", meaning: "squared norm of the weights, by descent", ...ofDescent },
    expectedNorm: {
      label: "D + ηL",
      meaning: "squared norm expected in the end, for short steps",
      ...precision,
      color: "var(--ink-3)",
    },
  },
  presets: {
    short: { label: "Short steps", values: { weight0: 1, weight1: 1, rate: 0.1, time: 100 } },
    long: { label: "Long steps", values: { weight0: 1, weight1: 1, rate: 1, time: 100 } },
    misled: { label: "Alias favoured", values: { weight0: 0.3, weight1: 1.8, rate: 1, time: 100 } },
    begun: { label: "After a moment", values: { weight0: 1, weight1: 1, rate: 1, time: 1 } },
  },
  compute: (state) => {
    const flow = flowAt(state, state.time);
    const steps = stepsIn(state.time, state.rate);
    const descent = descentAt(state, steps);
    const start = descentAt(state, 0);
    return {
      ways: { flow: flowPath(state), descent: descentPath(state) },
      quantities: {
        flow0: flow.weights[0],
        flow1: flow.weights[1],
        flowLoss: flow.loss,
        lateLoss: lateLoss(state, state.time),
        steps,
        descentLoss: descent.loss,
        descentNorm: squaredNorm(descent.weights),
        expectedNorm: squaredNorm(start.weights) + state.rate * start.loss,
      },
    };
  },
  draw: ({ ways, quantities }, state, { plot }) => [
    drawLoss(plot, ways, state),
    drawNorm(plot, ways, quantities.expectedNorm, state.time),
  ],
  handles: [
    {
      parameter: "time",
      color: "var(--ink-2)",
      position: (state) => [state.time, flowAt(state, state.time).loss],
      drag: (x) => x,
    },
  ],
  describe: ({ ways, quantities }, state) =>
    [
      `From the weights c₀ = ${formatValue(parameters.weight0, state.weight0)} and c₁ = ${formatValue(parameters.weight1, state.weight1)}.`,
      describeLoss(ways),
      `At the time ${formatValue(parameters.time, state.time)} the flow has come to (${formatQuantity(quantities.flow0)}, ${formatQuantity(quantities.flow1)});`,
      `descent with η = ${formatValue(parameters.rate, state.rate)} has taken ${quantities.steps} steps,`,
      `which have made D grow to ${formatQuantity(quantities.descentNorm)}.`,
    ].join(" "),
});
