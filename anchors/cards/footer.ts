import type { Verdict } from "../../markdown/attempt-data.ts";
import { type Card, cardSize } from "./card.ts";
import { drawLine, measureLine, type Style, wrapLines } from "./text.ts";
import { margin, type Tools } from "./tools.ts";

/** Baseline of the footer's text. */
const baseline = 580;

const colours: Readonly<Record<Verdict, string>> = {
  wrong: "--wrong",
  imprecise: "--imprecise",
  unverifiable: "--unknown",
  correct: "--correct",
};

/** The course's name at the left; at the right, quietly, what was checked, and how many claims got which verdict. */
export function drawFooter(card: Card, tools: Tools): string {
  const ink = tools.palette.get("--ink-2") ?? "black";
  const style: Style = { family: "sans", weight: 400, size: 26, colour: ink };
  const marks = drawMarks(card, style, tools);
  const width = cardSize.width - 2 * margin - marks.width - 40;
  const [course = ""] = wrapLines(card.course, { ...style, weight: 600 }, width, 1, tools.font);
  const line = `<path d="M${margin} 528H${cardSize.width - margin}" stroke="${tools.palette.get("--hairline") ?? "gray"}" stroke-width="2"/>`;
  return `${line}${drawLine(course, margin, baseline, { ...style, weight: 600 })}${marks.svg}`;
}

/** From the right edge to the left: verdicts with their signs, then the steps. */
function drawMarks({ steps, verdicts }: Card, style: Style, tools: Tools): { svg: string; width: number } {
  const marks = [
    ...(steps === 0
      ? []
      : [{ sign: "", text: `${steps} ${steps === 1 ? "step" : "steps"} checked`, colour: style.colour }]),
    ...verdicts.map(({ verdict, count }) => ({
      sign: verdict as string,
      text: String(count),
      colour: tools.palette.get(colours[verdict]) ?? style.colour,
    })),
  ];
  let right = cardSize.width - margin;
  const svg = marks.toReversed().map(({ sign, text, colour }) => {
    const own = { ...style, colour };
    const line = drawLine(text, right, baseline, own, "end");
    right -= measureLine(text, own, tools.font) + (sign === "" ? 0 : 27);
    const mark = drawSign(tools.signs.get(sign), right, colour);
    right -= 28;
    return `${line}${mark}`;
  });
  return { svg: svg.join(""), width: cardSize.width - margin - right };
}

function drawSign(points: string | undefined, x: number, colour: string): string {
  if (points === undefined) return "";
  return `<polygon points="${points}" fill="${colour}" transform="translate(${x},${baseline - 18}) scale(19)"/>`;
}
