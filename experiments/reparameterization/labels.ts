import type { Plot } from "../../lab/experiment.ts";
import { drawCount } from "./race.ts";

/** Distance that the labels at the right keep, as a share of the panel's height. */
const spacing = 0.27;

/** What is written at the right: at the height of its value, or as near as its neighbours allow. */
export interface Label {
  readonly value: number;
  readonly color: string;
  readonly text: string;
}

/** The labels, each joined to its value by a hairline. */
export function drawLabels(plot: Plot, labels: readonly Label[], [low, high]: readonly [number, number]) {
  const places = spread(labels, spacing * (high - low), [low, high]);
  return labels.flatMap(({ value, color, text }, k) => {
    const place = places[k] ?? value;
    const from = Math.min(high, Math.max(low, value));
    return [
      plot.link([0], {
        x1: drawCount,
        x2: 1.3 * drawCount,
        y1: from,
        y2: place,
        stroke: color,
        strokeOpacity: 0.5,
      }),
      plot.text([[1.4 * drawCount, place]], { text: () => text, fill: color, textAnchor: "start" }),
    ];
  });
}

/** Where each label stands: in the order of the values, a gap apart, no farther out than the ends allow. */
export function spread(
  labels: readonly Pick<Label, "value">[],
  gap: number,
  [low, high]: readonly [number, number],
): readonly number[] {
  const order = labels.map((_, k) => k).sort((a, b) => (labels[a]?.value ?? 0) - (labels[b]?.value ?? 0));
  const values = order.map((k) => labels[k]?.value ?? 0);
  const apart = pushUp(values, gap, -Infinity);
  const moved = apart.reduce((sum, place, rank) => sum + place - (values[rank] ?? 0), 0) / values.length;
  const above = pushUp(
    apart.map((place) => place - moved),
    gap,
    low + gap / 2,
  );
  // the same from the upper end: mirrored, up is down
  const mirrored = above.toReversed().map((place) => -place);
  const places = pushUp(mirrored, gap, -(high - gap / 2)).toReversed();
  return labels.map((_, k) => -(places[order.indexOf(k)] ?? 0));
}

/** Ascending places, each moved up as far as it must be for a gap to the one below, the first to the lowest place. */
function pushUp(ascending: readonly number[], gap: number, lowest: number): readonly number[] {
  const places: number[] = [];
  for (const place of ascending) places.push(Math.max(place, (places.at(-1) ?? lowest - gap) + gap));
  return places;
}
