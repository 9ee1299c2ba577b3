import type { Plot } from "../../lab/experiment.ts";
import { domain, type Panel } from "./layout.ts";

/** A place in the figure: x on the real line, y in the picture's units from its top edge. */
export type Point = readonly [x: number, y: number];

/** A panel's scale: its zero line, a hairline at its round number, a dotted line at ∞, each with its value. */
export function drawTicks(plot: Plot, { ticks, y }: Panel) {
  const [left] = domain;
  return ticks.flatMap((tick) => [
    plot.ruleY([y(tick)], strokeOf(tick)),
    drawText(plot, [left, y(tick)], tick === Infinity ? "∞" : String(tick), { textAnchor: "end", dx: -8 }),
  ]);
}

/** Words at a place of the figure. */
export function drawText(plot: Plot, place: Point, words: string, options: object) {
  return plot.text([place], { text: () => words, ...options });
}

function strokeOf(tick: number): object {
  if (tick === 0) return {};
  return tick === Infinity
    ? { stroke: "var(--ink-3)", strokeDasharray: "1,4" }
    : { stroke: "var(--hairline)" };
}
