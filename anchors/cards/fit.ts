import type { Box } from "./frame-svg.ts";
import type { Fitted } from "./tools.ts";
import { type Typeset, typeset } from "./typeset.ts";

/** The least size of an em at which a card's formula can be read where chats show it, at about 40 % of its size. */
const readable = 30;

/**
 * The first of the formulas that can be read within a box: on one line, or else broken into several. Where none can,
 * the first that MathJax reads is made as small as it must be. None is ever cut.
 */
export async function fitFormula(
  formulas: readonly string[],
  macros: Readonly<Record<string, string>>,
  box: Box,
  em: number,
): Promise<Fitted | undefined> {
  let largest: Fitted | undefined;
  for (const tex of formulas) {
    for (const isBroken of [false, true]) {
      const formula = await typeset(tex, macros, isBroken);
      if (formula === undefined) break;
      const fitted = { formula, scale: scaleOf(formula, box, em) };
      if (fitted.scale * 1000 >= readable) return fitted;
      if (largest === undefined || fitted.scale > largest.scale) largest = fitted;
    }
  }
  return largest;
}

function scaleOf({ box: [, , width, height] }: Typeset, box: Box, em: number): number {
  return Math.min(em / 1000, box.width / width, box.height / height);
}
