import { Resvg, type ResvgRenderOptions } from "@resvg/resvg-js";
import { escapeText, shiftScripts } from "./escape.ts";

/** How a line of text is set. */
export interface Style {
  readonly family: "title" | "sans";
  readonly weight: 400 | 600;
  /** In pixels. */
  readonly size: number;
  readonly colour: string;
}

/** Names of the faces as their files give them; their unusual ones are of the variable fonts that they come from. */
const families = { title: "Source Serif 4", sans: "Source Sans 3 ExtraLight" } as const;

/** A line of text with its baseline's beginning (or end) at a point. */
export function drawLine(
  text: string,
  x: number,
  y: number,
  style: Style,
  anchor: "start" | "end" = "start",
): string {
  const { family, weight, size, colour } = style;
  const face = `font-family="${families[family]}" font-weight="${weight}" font-size="${size}"`;
  const place = `x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}"`;
  return shiftScripts(`<text ${place} ${face} fill="${colour}">${escapeText(text)}</text>`);
}

const measured = new WeakMap<Font, Map<string, number>>();

/** Width of a line as it will be drawn, in pixels. Cards share most of their lines, and each is measured once. */
export function measureLine(text: string, style: Style, font: Font): number {
  const widths = measured.get(font) ?? new Map<string, number>();
  measured.set(font, widths);
  const line = drawLine(text, 0, 0, style);
  const width = widths.get(line) ?? widthOf(line, font);
  widths.set(line, width);
  return width;
}

function widthOf(line: string, font: Font): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${line}</svg>`;
  return new Resvg(svg, { font }).getBBox()?.width ?? 0;
}

/** The faces that the renderer knows. */
export type Font = NonNullable<ResvgRenderOptions["font"]>;

/** A text in lines of at most a width, broken at spaces; what does not fit into `most` lines is cut and says so by `…`. */
export function wrapLines(text: string, style: Style, width: number, most: number, font: Font): string[] {
  const fits = (line: string) => measureLine(line, style, font) <= width;
  const lines: string[] = [];
  let rest = text.trim().split(/\s+/);
  while (rest.length > 0 && lines.length < most) {
    const count = longestFit(rest, fits);
    lines.push(rest.slice(0, count).join(" "));
    rest = rest.slice(count);
  }
  const last = lines.pop();
  if (last === undefined) return [];
  return [...lines, rest.length > 0 || !fits(last) ? cutToFit(last, fits) : last];
}

/** How many of the words fit on a line: at least one. */
function longestFit(words: readonly string[], fits: (line: string) => boolean): number {
  if (fits(words.join(" "))) return words.length;
  let [fitting, tooMany] = [1, words.length];
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    if (fits(words.slice(0, middle).join(" "))) fitting = middle;
    else tooMany = middle;
  }
  return fitting;
}

function cutToFit(line: string, fits: (line: string) => boolean): string {
  const characters = [...line];
  while (characters.length > 0 && !fits(`${characters.join("")} …`)) characters.pop();
  return `${characters.join("").trimEnd()} …`;
}
