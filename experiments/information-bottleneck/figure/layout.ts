import type { Markish } from "@observablehq/plot";
import type { Plot } from "../../../lab/experiment.ts";
import { withMinus } from "../../../lab/slider.ts";

/** Both panels have the same height, and room for three lines of words above. */
export const panelHeight = 366;
export const marginTop = 66;
const lineHeight = 18;

/** Lines of words above a panel; the first one stands out. */
export function headline(plot: Plot, lines: readonly string[]): Markish[] {
  return lines.map((line, k) =>
    plot.text([line], {
      text: () => line,
      frameAnchor: "top-left",
      dy: lineHeight * k - marginTop + 12,
      lineAnchor: "middle",
      fill: k === 0 ? "var(--ink)" : "var(--ink-2)",
      fontWeight: k === 0 ? 600 : 400,
    }),
  );
}

/** Three significant digits, powers of ten where decimals would be unreadable; a true minus sign. */
export function number(value: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e4) return withMinus(String(Number(value.toPrecision(3))));
  const power = Math.floor(Math.log10(size) + 1e-12);
  const digits = Number((value / 10 ** power).toPrecision(3));
  const factor = digits === 1 ? "" : `${withMinus(String(digits))} × `;
  return `${factor}10${superscript(power)}`;
}

/** A power in raised digits: ⁻⁶. */
function superscript(power: number): string {
  const raised: Readonly<Record<string, string>> = { "-": "⁻" };
  return Array.from(String(power), (sign) => raised[sign] ?? "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)]).join("");
}
