import type { Frame } from "../../lab/frame.ts";
import type { Box } from "./frame-svg.ts";
import type { Font } from "./text.ts";
import type { Typeset } from "./typeset.ts";

/** What a card is drawn with, besides what it says. */
export interface Tools {
  readonly palette: ReadonlyMap<string, string>;
  readonly signs: ReadonlyMap<string, string>;
  readonly font: Font;
  /** The formula within a width and a height in pixels, or none that can be read there. */
  readonly setFormula: (formulas: readonly string[], box: Box, em: number) => Promise<Fitted | undefined>;
  readonly frame: Frame | undefined;
}

/** A formula and how large it is: pixels for a thousandth of an em. */
export interface Fitted {
  readonly formula: Typeset;
  readonly scale: number;
}

/** Distance of everything from the card's left and right edges. */
export const margin = 64;
