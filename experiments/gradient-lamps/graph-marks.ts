import type { Plot } from "../../lab/experiment.ts";
import type { Box, Place } from "./layout.ts";

/** A block with its name. */
export function drawBox(plot: Plot, { left, right, top, bottom }: Box, name: string, color: string) {
  return [
    plot.rect([0], {
      x1: left,
      x2: right,
      y1: top,
      y2: bottom,
      fill: color,
      fillOpacity: 0.08,
      stroke: color,
      rx: 2,
    }),
    drawWords(plot, [(left + right) / 2, (top + bottom) / 2], name, { fill: color }),
  ];
}

/** Words at a place. */
export function drawWords(plot: Plot, place: Place, words: string, options: object) {
  return plot.text([place], { text: () => words, ...options });
}

/** A line through several places, with a head at its end. */
export function drawArrow(plot: Plot, places: readonly Place[], options: object = {}) {
  const style = { stroke: "var(--ink-2)", strokeWidth: 1.25, ...options };
  const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = places.slice(-2);
  return [
    plot.line(places.slice(0, -1), style),
    plot.arrow([0], { x1, y1, x2, y2, headLength: 7, ...style }),
  ];
}
