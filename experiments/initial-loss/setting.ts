/** A language model without blocks, before training: two tables, perhaps a layer normalisation, and a head. */
export interface Setting {
  /** V: words, rows of the head. */
  readonly words: number;
  /** d: features. */
  readonly width: number;
  /** s: standard deviation of the word table. */
  readonly deviation: number;
  /** Standard deviation of what is added to the word's row; no less than the word table's. */
  readonly restDeviation: number;
  /** Standard deviation of the head's rows. */
  readonly headDeviation: number;
  /** Whether the head's rows are the word table's. */
  readonly isTied: boolean;
  /** Whether the sum is layer-normalised (gain 1, bias 0, ε = 0). */
  readonly isNormalised: boolean;
}

/** The parameters that say how the model is built. */
export interface SettingValues {
  readonly words: number;
  readonly width: number;
  readonly deviation: number;
  readonly head: "tied" | "untied" | "default";
  readonly normalised: boolean;
  readonly wordsAlone: boolean;
  readonly ratio: number;
}

/** The model at a state of the figure. */
export function settingOf(values: SettingValues): Setting {
  const { words, width, deviation, head, normalised, wordsAlone, ratio } = values;
  return {
    words,
    width,
    deviation,
    restDeviation: wordsAlone ? 1 : ratio * deviation,
    headDeviation: head === "default" ? 1 / Math.sqrt(3 * width) : deviation,
    isTied: head === "tied",
    isNormalised: normalised,
  };
}
