import { expectedLargestLogit, expectedLoss } from "./expected-loss.ts";
import { type SettingValues, settingOf } from "./setting.ts";

/** The standard deviations of the word table that the figure covers. */
export const deviations = { min: 0.005, max: 1 } as const;
/** Intervals between the points of a curve; the prediction costs nothing and starts with a sharp bend. */
const intervals = { loss: 28, largest: 140 };

/** A point of a curve: the standard deviation of the word table, and nats above log V. */
export type Point = readonly [deviation: number, excess: number];

/** Losses against the standard deviation of the word table, the rest as it is in a state. */
export interface Curves {
  readonly tied: readonly Point[];
  /** Of the head that is not tied: of the word table's deviation, or of the default's. */
  readonly untied: readonly Point[];
  /** The extreme-value prediction for the untied head. */
  readonly largest: readonly Point[];
}

/** The curves drawn last. They are a pure function of the key: a drag along a curve need not compute it again. */
let latest: { readonly key: string; readonly curves: Curves } | undefined;

/** Every curve of the figure, from exact expectations; they do not depend on the state's own deviation. */
export function lossCurves(values: SettingValues): Curves {
  const { words, width, head, normalised, wordsAlone, ratio } = values;
  const apart = head === "default" ? "default" : "untied";
  const key = [words, width, apart, normalised, wordsAlone || ratio].join(" ");
  if (latest?.key === key) return latest.curves;
  const curves = {
    tied: curve(values, (at) => expectedLoss(settingOf({ ...at, head: "tied" }))),
    untied: curve(values, (at) => expectedLoss(settingOf({ ...at, head: apart }))),
    largest: curve(
      values,
      (at) => expectedLargestLogit(settingOf({ ...at, head: apart })),
      intervals.largest,
    ),
  };
  latest = { key, curves };
  return curves;
}

/** The expected loss of a state in nats above log V, the loss of a guess. */
export function expectedExcess(values: SettingValues): number {
  return expectedLoss(settingOf(values)) - Math.log(values.words);
}

function curve(
  values: SettingValues,
  loss: (at: SettingValues) => number,
  count = intervals.loss,
): readonly Point[] {
  const { min, max } = deviations;
  return Array.from({ length: count + 1 }, (_, k): Point => {
    const deviation = min * (max / min) ** (k / count);
    return [deviation, loss({ ...values, deviation }) - Math.log(values.words)];
  });
}
