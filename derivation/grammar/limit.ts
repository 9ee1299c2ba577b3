import type { Binding } from "../meaning/expression.ts";
import { bindIn } from "../meaning/scope.ts";
import { Refusal } from "../refusal.ts";
import type { Piece, PieceOf, Pieces } from "../tex/pieces.ts";
import { dense, isSign } from "../tex/pieces.ts";
import { checkBound, checkCapture } from "./binding.ts";
import { readExtended } from "./bounds.ts";
import { nameOf } from "./names.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";

const ARROWS = ["\\to", "\\rightarrow"];
const FROM_ABOVE = ["\\searrow", "\\downarrow"];
const FROM_BELOW = ["\\nearrow", "\\uparrow"];

/** `0^+` and `0^-` tell the side. */
const splitSide = (target: Pieces): { readonly point: Pieces; readonly side: number | undefined } => {
  const last = target.at(-1);
  const [mark, more] = last?.kind === "scripted" && !last.sub ? (last.sup ?? []) : [];
  if (last?.kind !== "scripted" || !last.base || !isSign(mark, "+", "-") || more)
    return { point: target, side: undefined };
  return { point: [...target.slice(0, -1), last.base], side: isSign(mark, "+") ? 1 : -1 };
};

const sideOfArrow = (text: string): number | undefined => {
  if (FROM_ABOVE.includes(text)) return 1;
  return FROM_BELOW.includes(text) ? -1 : undefined;
};

/** `\lim_{x \to 0^+} …`: the body is the term that follows. */
export const readLimit = (
  operator: Piece,
  script: PieceOf<"scripted"> | undefined,
  cursor: Cursor,
  reading: Reading,
): Factor => {
  const { offset } = operator;
  const [first, arrow, ...target] = dense(script?.sub ?? []);
  const name = first && nameOf(first);
  const isArrow =
    arrow?.kind === "relation" && [...ARROWS, ...FROM_ABOVE, ...FROM_BELOW].includes(arrow.text);
  if (name === undefined || !isArrow || arrow?.kind !== "relation" || target.length === 0)
    throw new Refusal("unsupported limit: write \\lim_{x \\to 0} …", offset);
  const { point, side } = splitSide(target);
  const variable: Binding = { name, isBound: true };
  const to = readExtended(point, reading);
  checkBound(to, variable, offset);
  const inner: Reading = { ...reading, scope: bindIn(reading.scope, [variable]) };
  const of = reading.grammar.term(cursor, inner, true);
  checkCapture(of, variable, offset);
  const chosen = side ?? sideOfArrow(arrow.text);
  return {
    expression: { kind: "limit", variable, to, sides: chosen === undefined ? [1, -1] : [chosen], of },
    tail: "series",
  };
};
