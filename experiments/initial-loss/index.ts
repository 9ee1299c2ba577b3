import { defineExperiment } from "../../lab/experiment.ts";
import { drawCurves } from "./curve-panel.ts";
import { expectedExcess } from "./curves.ts";
import { describeState } from "./description.ts";
import { drawHistogram } from "./histogram-panel.ts";
import { simulate } from "./network.ts";
import { constrain, parameters } from "./parameters.ts";
import { quantities } from "./quantities.ts";
import { settingOf } from "./setting.ts";
import { accelerateState, assembleState, proposedDeviation } from "./state.ts";

/** A language-model head before training, tied to the word table or not: the word just read against all others. */
export default defineExperiment({
  title: "Where do the first nats come from?",
  parameters,
  quantities,
  presets: {
    fault: {
      label: "The fault: s = 1, tied",
      values: { deviation: 1, width: 256, words: 1000, head: "tied", wordsAlone: false, ratio: 1 },
    },
    fix: {
      label: "The proposed fix",
      values: {
        deviation: 512 ** -0.5,
        width: 512,
        words: 10_000,
        head: "tied",
        wordsAlone: false,
        ratio: 1,
      },
    },
    wordsAlone: {
      label: "Word table alone",
      values: { deviation: 512 ** -0.5, width: 512, words: 10_000, head: "tied", wordsAlone: true },
    },
    untied: {
      label: "A head of its own",
      values: { deviation: 1, width: 256, words: 1000, head: "untied", wordsAlone: false, ratio: 1 },
    },
  },
  constrain,
  isUsed: (parameter, { wordsAlone }) => parameter !== "ratio" || !wordsAlone,
  isHeavy: true,
  compute: (values, { random }) =>
    assembleState(values, simulate(settingOf(values), values.positions, random)),
  accelerate: (values, { tf, random }) => accelerateState(tf, values, random),
  draw: ({ histogram, curves, lossAtFix, quantities: { guess, loss } }, values, { plot }) => {
    const isTied = values.head === "tied";
    const { deviation, words } = values;
    const proposed = proposedDeviation(values);
    return [
      drawHistogram(plot, histogram, { words, isTied }),
      drawCurves(plot, curves, { deviation, guess, loss, proposed, lossThere: lossAtFix, isTied }),
    ];
  },
  handles: [
    {
      parameter: "deviation",
      panel: 1,
      position: (values) => [values.deviation, expectedExcess(values)],
      drag: (x) => x,
    },
  ],
  describe: ({ quantities }, values) => describeState(values, quantities),
});
