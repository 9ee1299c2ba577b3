import { choice, seed, slider, toggle, type ValuesOf } from "../../lab/experiment.ts";
import { deviations } from "./curves.ts";

/** How the model is built, how many positions are read, and where the random numbers start. */
export const parameters = {
  deviation: slider({
    label: "s",
    meaning: "standard deviation of the word table",
    default: 1,
    ...deviations,
    step: 0.0001,
    scale: "log",
  }),
  head: choice({
    label: "head",
    meaning: "whose rows the head has",
    default: "tied",
    options: {
      tied: "the word table’s",
      untied: "its own, deviation s",
      default: "its own, nn.Linear’s variance",
    },
  }),
  words: slider({
    label: "V",
    meaning: "number of words",
    default: 1000,
    min: 2,
    max: 10_000,
    step: 1,
    scale: "log",
  }),
  width: slider({
    label: "d",
    meaning: "width of the model",
    default: 256,
    min: 8,
    max: 512,
    step: 1,
    scale: "log",
  }),
  normalised: toggle({
    label: "LN",
    meaning: "layer normalisation of the embeddings’ sum",
    default: true,
  }),
  wordsAlone: toggle({
    label: "words alone",
    meaning: "positions keep deviation 1",
    default: false,
  }),
  ratio: slider({
    label: "ρ",
    meaning: "position table’s deviation, in units of s",
    default: 1,
    min: 1,
    max: 32,
    step: 0.0001,
    scale: "log",
  }),
  positions: slider({
    label: "n",
    meaning: "positions averaged over",
    default: 8,
    min: 1,
    max: 16,
    step: 1,
  }),
  seed: seed({ default: 2 }),
};

/** The figure's state. */
export type State = ValuesOf<typeof parameters>;

/** Whole numbers of words, features and positions, also where an address says otherwise. */
export function constrain(values: State): State {
  return {
    ...values,
    words: Math.round(values.words),
    width: Math.round(values.width),
    positions: Math.round(values.positions),
  };
}
