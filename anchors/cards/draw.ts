import { type Card, cardSize } from "./card.ts";
import { drawFooter } from "./footer.ts";
import { type Box, drawFrame } from "./frame-svg.ts";
import { drawLine, measureLine, type Style, wrapLines } from "./text.ts";
import { margin, type Tools } from "./tools.ts";

/** Where the text above the footer ends. */
const bottom = 500;
const innerWidth = cardSize.width - 2 * margin;

/** A card as SVG. */
export async function drawCard(card: Card, tools: Tools): Promise<string> {
  const colour = (name: string) => tools.palette.get(name) ?? "black";
  const head = drawHead(card, tools);
  const body = { x: margin, y: head.end + 36, width: innerWidth, height: bottom - head.end - 36 };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" viewBox="0 0 ${cardSize.width} ${cardSize.height}">`,
    `<rect width="100%" height="100%" fill="${colour("--paper")}"/>`,
    head.svg,
    await drawBody(card, body, tools),
    drawFooter(card, tools),
    `<rect width="10" height="100%" fill="${colour("--accent")}"/>`,
    `<rect x="1.5" y="1.5" width="${cardSize.width - 3}" height="${cardSize.height - 3}" fill="none" stroke="${colour("--hairline")}" stroke-width="3"/>`,
    "</svg>",
  ].join("");
}

/** The eyebrow and the title; an equation's and a figure's title are smaller, for there they are not the matter. */
function drawHead({ kind, eyebrow, title }: Card, { palette, font }: Tools) {
  const isSmall = kind === "equation";
  const ink = palette.get("--ink") ?? "black";
  const small: Style = { family: "sans", weight: 400, size: 30, colour: palette.get("--ink-2") ?? ink };
  const sized = (size: number): Style => ({ family: "title", weight: 600, size, colour: ink });
  const fits = (style: Style) => measureLine(title, style, font) <= innerWidth;
  const large = [62, 58, 54].map(sized).find(fits) ?? sized(54);
  const style = isSmall ? sized(40) : large;
  const above = wrapLines(eyebrow, small, innerWidth, 1, font);
  const lines = wrapLines(title, style, innerWidth, isSmall ? 1 : 2, font);
  const start = above.length === 0 ? 60 : 106;
  const leading = style.size * 1.12;
  const svg = [
    ...above.map((line) => drawLine(line, margin, 84, small)),
    ...lines.map((line, index) => drawLine(line, margin, start + style.size * 0.82 + index * leading, style)),
  ];
  return { svg: svg.join(""), end: start + style.size + (lines.length - 1) * leading };
}

async function drawBody(card: Card, box: Box, tools: Tools): Promise<string> {
  const { frame } = tools;
  const drawn = (within: Box) => frame && drawFrame(frame, within, tools.palette, tools.font, within === box);
  if (card.kind === "experiment") return drawn(box)?.svg ?? "";
  if (card.kind === "equation") return drawEquation(card, box, tools);
  const half = box.width / 2;
  const figure = drawn({ ...box, x: box.x + half, width: half });
  if (figure !== undefined) {
    const left = { ...box, width: box.width - figure.width - 56 };
    return `${await drawFormula(card.formulas, left, 50, tools)}${figure.svg}`;
  }
  const list = drawList(card, box, tools);
  const rest = { ...box, height: box.height - list.height - (list.height === 0 ? 0 : 16) };
  return `${await drawFormula(card.formulas, rest, 54, tools)}${list.svg}`;
}

/** An equation in the middle, its number at the right edge as on the page. */
async function drawEquation({ formulas, number }: Card, box: Box, tools: Tools): Promise<string> {
  const style: Style = {
    family: "title",
    weight: 600,
    size: 40,
    colour: tools.palette.get("--ink-2") ?? "black",
  };
  const label = number === undefined ? "" : `(${number})`;
  const room = label === "" ? 0 : measureLine(label, style, tools.font) + 40;
  const own = await drawFormula(formulas, { ...box, width: box.width - room }, 66, tools, true);
  const right = drawLine(label, cardSize.width - margin, box.y + box.height / 2 + 14, style, "end");
  return label === "" ? own : `${own}${right}`;
}

async function drawFormula(
  formulas: readonly string[],
  box: Box,
  em: number,
  { setFormula, palette }: Tools,
  isCentred = false,
): Promise<string> {
  const fitted = await setFormula(formulas, box, em);
  if (fitted === undefined) return "";
  const { formula, scale } = fitted;
  const [left, top, width, height] = formula.box;
  const x = box.x + (isCentred ? (box.width - width * scale) / 2 : 0) - left * scale;
  const y = box.y + (box.height - height * scale) / 2 - top * scale;
  const place = `translate(${x.toFixed(2)},${y.toFixed(2)}) scale(${scale.toFixed(5)})`;
  return `<g transform="${place}" color="${palette.get("--ink") ?? "black"}">${formula.svg}</g>`;
}

/** A problem's parts, or why something was withdrawn, at the bottom of a box. */
function drawList(
  { kind, lines }: Card,
  box: Box,
  { palette, font }: Tools,
): { svg: string; height: number } {
  const isRetired = kind === "retired";
  const size = isRetired ? 30 : 28;
  const style: Style = { family: "sans", weight: 400, size, colour: palette.get("--ink-2") ?? "black" };
  const leading = size * 1.38;
  const wrapped = (isRetired ? lines : firstParts(lines)).flatMap((line) =>
    wrapLines(line, style, box.width, isRetired ? 4 : 1, font),
  );
  const height = wrapped.length * leading;
  const first = (isRetired ? box.y : box.y + box.height - height) + size;
  return {
    svg: wrapped.map((line, index) => drawLine(line, box.x, first + index * leading, style)).join(""),
    height,
  };
}

/** The names of at most four parts; of more, the first three and how many there are besides. */
function firstParts(lines: readonly string[]): readonly string[] {
  return lines.length <= 4 ? lines : [...lines.slice(0, 3), `and ${lines.length - 3} more parts`];
}
