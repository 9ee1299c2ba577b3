import { Resvg } from "@resvg/resvg-js";
import type { Frame } from "../../lab/frame.ts";
import { shiftScripts } from "./escape.ts";
import type { Font } from "./text.ts";

/** A place on the card, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A panel with its ink's bounds, in its own units. */
interface Panel extends Box {
  readonly svg: string;
}

/** A drawn figure, and the width that it takes at the right of its box. */
export interface DrawnFrame {
  readonly svg: string;
  readonly width: number;
}

/** Space between two panels, in pixels. */
const gap = 48;

/** A panel as wide as this has room for larger text, as on a phone's page (styles/figure.css). */
const wide = 500;

/**
 * A figure's first frame at the right of a box, or in its middle: its first panel or its first two side by side,
 * whichever shows more. Colours and faces, which on the page come from its style sheet, are written into it.
 */
export function drawFrame(
  { panels }: Frame,
  box: Box,
  palette: ReadonlyMap<string, string>,
  font: Font,
  isCentred = false,
): DrawnFrame {
  const [first, second] = panels.slice(0, 2).map(({ svg }) => inked(styled(svg, palette), font));
  if (first === undefined) return { svg: "", width: 0 };
  const rows = second === undefined ? [[first]] : [[first], [first, second]];
  const [best] = rows.map((row) => ({ row, scale: scaleOf(row, box) })).sort((a, b) => areaOf(b) - areaOf(a));
  const { row, scale } = best ?? { row: [first], scale: scaleOf([first], box) };
  const width = widthOf(row, scale);
  let x = box.x + (box.width - width) / (isCentred ? 2 : 1);
  const drawn = row.map((panel) => {
    const y = box.y + (box.height - panel.height * scale) / 2;
    const svg = place(panel, { x, y, width: panel.width * scale, height: panel.height * scale });
    x += panel.width * scale + gap;
    return svg;
  });
  return { svg: drawn.join(""), width };
}

/** A panel that needs no style sheet. */
function styled(svg: string, palette: ReadonlyMap<string, string>): string {
  const width = Number(/viewBox="\S+ \S+ ([\d.]+)/.exec(svg)?.[1]);
  const size = width >= wide ? 20 : 14;
  const face = `font-family="Source Sans 3 ExtraLight" font-weight="400" font-size="${size}" color="${palette.get("--ink")}"`;
  const name = `font-family="Source Serif 4" font-style="italic" font-size="${1.4 * size}"`;
  return shiftScripts(svg)
    .replace("<svg", `<svg xmlns="http://www.w3.org/2000/svg" ${face}`)
    .replace(/class="curve-name"/g, name)
    .replace(/var\((--[\w-]+)\)/g, (_, property: string) => palette.get(property) ?? "gray");
}

/** A panel cut to its ink, so that no label that stands out of it is lost and no room is empty. */
function inked(svg: string, font: Font): Panel {
  const { x = 0, y = 0, width = 640, height = 400 } = new Resvg(svg, { font }).getBBox() ?? {};
  return { svg, x: x - 2, y: y - 2, width: width + 4, height: height + 4 };
}

function scaleOf(row: readonly Panel[], box: Box): number {
  const width = row.reduce((sum, panel) => sum + panel.width, 0);
  const across = (box.width - gap * (row.length - 1)) / width;
  return Math.min(across, ...row.map((panel) => box.height / panel.height));
}

function widthOf(row: readonly Panel[], scale: number): number {
  return row.reduce((sum, panel) => sum + panel.width * scale, gap * (row.length - 1));
}

function areaOf({ row, scale }: { row: readonly Panel[]; scale: number }): number {
  return row.reduce((sum, { width, height }) => sum + width * height * scale ** 2, 0);
}

function place({ svg, ...ink }: Panel, { x, y, width, height }: Box): string {
  const [left, top, across, down] = [x, y, width, height].map((number) => number.toFixed(2));
  const view = [ink.x, ink.y, ink.width, ink.height].map((number) => number.toFixed(2)).join(" ");
  return svg.replace(/<svg[^>]*>/, (open) => {
    const own = open.replace(/\s(?:class|width|height|viewBox|role|aria-label|xmlns)="[^"]*"/g, "");
    return own.replace(
      "<svg",
      `<svg x="${left}" y="${top}" width="${across}" height="${down}" viewBox="${view}"`,
    );
  });
}
