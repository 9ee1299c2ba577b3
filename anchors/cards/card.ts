import type { Scorecard } from "../../course/problem-group.ts";
import { plainTex } from "../../markdown/plain/tex.ts";

/** Width and height of every card's image, in pixels, as the Open Graph protocol's readers like it. */
export const cardSize = { width: 1200, height: 630 } as const;

/** What the image of a link shows. Equal cards give equal images, to the byte. */
export interface Card {
  readonly kind: "problem" | "part" | "equation" | "experiment" | "retired";
  /** The course's title. */
  readonly course: string;
  /** One line above the title: where the item stands. */
  readonly eyebrow: string;
  readonly title: string;
  /** Formulas as TeX, the most fitting first: the first that can be read at the size of a card is shown. */
  readonly formulas: readonly string[];
  /** The number of an equation, without brackets. */
  readonly number?: string;
  /** Plain sentences: the names of a problem's parts, the reason of a retirement. */
  readonly lines: readonly string[];
  /** The experiment whose first frame is shown, with the values as its author wrote them. */
  readonly figure?: { readonly name: string; readonly values: Readonly<Record<string, string>> };
  /** How many steps of derivations were checked. */
  readonly steps: number;
  /** How claims about it were judged. */
  readonly verdicts: Scorecard;
}

/** The image in words, for readers who do not see it. `macros` is what KaTeX shows for each command. */
export function describeCard(card: Card, macros: Readonly<Record<string, string>>): string {
  const { kind, course, eyebrow, title, lines, formulas, figure } = card;
  const shown = kind === "equation" ? formulas.slice(0, 1).map((tex) => plainTex(tex, macros)) : [];
  const figures = figure === undefined ? [] : ["With a figure"];
  const said = [eyebrow, title, ...lines, ...shown, ...figures, course].filter((text) => text !== "");
  return said.map((text) => (/[.!?]$/.test(text) ? text : `${text}.`)).join(" ");
}

/** The image of a link, as the head of its page names it. */
export interface CardImage {
  readonly url: string;
  /** The image in words. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}
