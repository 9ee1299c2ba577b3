import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { prepareFaces } from "../../anchors/cards/faces.ts";
import { readPalette } from "../../anchors/cards/palette.ts";
import { drawLine, type Font, type Style, wrapLines } from "../../anchors/cards/text.ts";
import { readColours } from "../app/icon.ts";
import { renderMark } from "../app/mark.ts";

/** What a cover says. */
export interface CoverWords {
  readonly course: string;
  readonly title: string;
  /** Where the book is kept up to date. */
  readonly address: string | undefined;
}

/** In pixels, two to three as most readers' shelves have it. */
const size = { width: 1200, height: 1800 } as const;
const margin = 110;
const inner = size.width - 2 * margin;

/** The cover as a PNG: the course's mark, its title and the book's. It is drawn with the site's own faces only. */
export async function renderCover(cover: CoverWords): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "ansatz-cover-"));
  try {
    const fontFiles = await prepareFaces(folder);
    const font: Font = { loadSystemFonts: false, fontFiles, defaultFontFamily: "Source Sans 3 ExtraLight" };
    return new Resvg(drawCover(cover, font), { font }).render().asPng();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function drawCover({ course, title, address }: CoverWords, font: Font): string {
  const colour = readPalette();
  const of = (name: string) => colour.get(name) ?? "#000000";
  const above: Style = { family: "sans", weight: 400, size: 50, colour: of("--ink-2") };
  const below: Style = { ...above, size: 36 };
  const over = course === title ? [] : wrapLines(course, above, inner, 4, font);
  const heading = fitTitle(title, of("--ink"), font);
  const foot = wrapLines(address?.replace(/^https?:\/\/|\/$/g, "") ?? "", below, inner, 1, font);
  const top = 640 + over.length * 68;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">`,
    `<rect width="100%" height="100%" fill="${readColours().ground}"/>`,
    `<rect width="18" height="100%" fill="${of("--accent")}"/>`,
    placeMark(margin - 18, 170, 300),
    ...over.map((line, at) => drawLine(line, margin, 640 + at * 68, above)),
    ...heading.lines.map((line, at) =>
      drawLine(line, margin, top + 80 + at * heading.style.size * 1.14, heading.style),
    ),
    `<path d="M${margin} 1610H${size.width - margin}" stroke="${of("--hairline")}" stroke-width="3"/>`,
    ...foot.map((line) => drawLine(line, margin, 1680, below)),
    "</svg>",
  ].join("");
}

/** The largest letters at which a title takes few lines. */
function fitTitle(title: string, colour: string, font: Font): { style: Style; lines: string[] } {
  const sized = (points: number): Style => ({ family: "title", weight: 600, size: points, colour });
  for (const [points, most] of [
    [128, 3],
    [104, 5],
  ] as const) {
    const lines = wrapLines(title, sized(points), inner, most, font);
    if (!lines.at(-1)?.endsWith(" …")) return { style: sized(points), lines };
  }
  return { style: sized(84), lines: wrapLines(title, sized(84), inner, 8, font) };
}

function placeMark(x: number, y: number, side: number): string {
  return renderMark(readColours(), 4).replace(
    "<svg ",
    `<svg x="${x}" y="${y}" width="${side}" height="${side}" `,
  );
}
