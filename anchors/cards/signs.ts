import { readFileSync } from "node:fs";

/** The proof-reader's mark of each verdict: an SVG polygon's points in a square of side 1, from the style sheet. */
export function readSigns(): ReadonlyMap<string, string> {
  return signsOf(readFileSync(new URL("../../styles/signs.css", import.meta.url), "utf8"));
}

/** The outlines of a style sheet whose properties read `--sign-wrong: polygon(nonzero, 7% 20%, …)`. */
export function signsOf(css: string): ReadonlyMap<string, string> {
  const rules = css.matchAll(/--sign-(\w+):\s*polygon\(nonzero,([^)]*)\)/g);
  return new Map(
    [...rules].map(([, name = "", list = ""]) => {
      const numbers = list.match(/-?[\d.]+(?=%)/g) ?? [];
      const points = Array.from({ length: numbers.length / 2 }, (_, index) => {
        return `${Number(numbers[2 * index]) / 100},${Number(numbers[2 * index + 1]) / 100}`;
      });
      return [name, points.join(" ")];
    }),
  );
}
