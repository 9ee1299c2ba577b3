import type { Plot } from "../../lab/experiment.ts";
import { withMinus } from "../../lab/slider.ts";
import { drawWords } from "./graph-marks.ts";
import type { Place } from "./layout.ts";

/** A lamp: lit where a gradient arrives, dark where none does. */
export interface Lamp {
  readonly place: Place;
  /** The term whose gradient it shows. */
  readonly term: string;
  readonly color: string;
  /** The gradient's norm. */
  readonly norm: number;
}

/** A lamp in four signs: filled or empty, its brightness, the word, the number. */
export function drawLamp(plot: Plot, { place, term, color, norm }: Lamp) {
  const [x, y] = place;
  const light = brightness(norm);
  const words = `${term} ${norm === 0 ? "dark" : "lit"}, ${formatNorm(norm)}`;
  const bulb =
    norm === 0
      ? [plot.dot([place], { r: 9, fill: "var(--paper)", stroke: "var(--ink-3)", strokeWidth: 1.25 })]
      : [
          plot.dot([place], { r: 9 + 6 * light, fill: color, fillOpacity: 0.3 * light }),
          plot.dot([place], { r: 9, fill: color, fillOpacity: 0.25 + 0.75 * light, stroke: color }),
        ];
  return [
    ...bulb,
    drawWords(plot, [x + 22, y], words, {
      textAnchor: "start",
      fill: norm === 0 ? "var(--ink-3)" : color,
    }),
  ];
}

/** From 0 at a norm of 10⁻³ or less to 1 at a norm of 10 or more, by decades. */
export function brightness(norm: number): number {
  return Math.min(1, Math.max(0, (Math.log10(norm) + 3) / 4));
}

/** A norm with two digits or more; 0 is exactly 0, and nothing else is written so. */
export function formatNorm(norm: number): string {
  if (norm === 0) return "0";
  if (norm >= 0.001) return norm.toFixed(3);
  const [digits = "", exponent = ""] = norm.toExponential(1).split("e");
  return `${digits}·10${superscript(Number(exponent))}`;
}

function superscript(exponent: number): string {
  return withMinus(String(exponent)).replace(/[−\d]/g, (sign) =>
    sign === "−" ? "⁻" : ("⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? ""),
  );
}
