import { Refusal } from "../refusal.ts";
import type { Piece, Pieces } from "../tex/pieces.ts";
import { isSign } from "../tex/pieces.ts";

const PARTNER: Record<string, string> = {
  "(": ")",
  "[": "]",
  "\\{": "\\}",
  "\\lbrace": "\\rbrace",
  "\\lvert": "\\rvert",
  "\\lVert": "\\rVert",
  "\\lfloor": "\\rfloor",
  "\\lceil": "\\rceil",
  "\\langle": "\\rangle",
  "|": "|",
};

/** A bracket that has been opened, and what stands in it so far. */
interface Open {
  readonly left: Piece;
  readonly text: string;
  readonly body: Piece[];
}

const BARS = ["|", "\\|", "\\vert", "\\Vert"];
const isBar = (piece: Piece): boolean => isSign(piece, ...BARS);

/** The bracket of a closing piece: it may carry a script, as in `(x)^2`. */
const unscripted = (piece: Piece): Piece => (piece.kind === "scripted" && piece.base ? piece.base : piece);

const endsOperand = (piece: Piece | undefined): boolean =>
  piece !== undefined && !["sign", "relation", "operator"].includes(piece.kind) ? true : isSign(piece, "!");

/** Whether a bare `|` opens: decided by what stands before it, refused where that leaves a doubt. */
const barOpens = (before: Piece | undefined, inner: Open | undefined, bar: Piece): boolean => {
  if (before?.kind === "scripted" && before.base?.kind === "operator") return true;
  if (!endsOperand(before)) return true;
  if (inner && isBar(inner.left)) return false;
  if (before?.kind === "number" || before?.kind === "fraction") return true;
  throw new Refusal(
    "ambiguous |: write \\lvert … \\rvert for a magnitude; a conditional bar is not supported",
    bar.offset,
  );
};

const close = (open: Open, closing: Piece): Piece => {
  const bracket = unscripted(closing);
  const right = "text" in bracket ? bracket.text : "?";
  const [offset, end] = [open.left.offset, bracket.end];
  const delimited: Piece = { kind: "delimited", left: open.text, right, body: open.body, offset, end };
  return closing.kind === "scripted" ? { ...closing, base: delimited, offset } : delimited;
};

const isMatch = (open: Open, right: string): boolean => {
  const expected = PARTNER[open.text] ?? open.text;
  const isInterval = (open.text === "(" && right === "]") || (open.text === "[" && right === ")");
  return expected === right || isInterval;
};

/** Pairs opening and closing brackets, and bars, into delimited pieces. Raises a Refusal where they do not pair. */
export const pairBrackets = (pieces: Pieces): Pieces => {
  const stack: Open[] = [];
  const top: Piece[] = [];
  for (const piece of pieces) {
    const inner = stack.at(-1);
    const target = inner?.body ?? top;
    const bracket = unscripted(piece);
    const before = target.findLast(({ kind }) => kind !== "space");
    if (piece.kind === "open" || (isBar(bracket) && barOpens(before, inner, bracket))) {
      if (piece.kind === "scripted") throw new Refusal("a script on an opening bar", piece.offset);
      stack.push({ left: piece, text: "text" in piece ? piece.text : "?", body: [] });
    } else if (bracket.kind === "close" || isBar(bracket)) {
      if (!inner || !isMatch(inner, "text" in bracket ? bracket.text : "?"))
        throw new Refusal("unbalanced bracket", bracket.offset);
      stack.pop();
      (stack.at(-1)?.body ?? top).push(close(inner, piece));
    } else target.push(piece);
  }
  const left = stack.at(-1)?.left;
  if (left) throw new Refusal("unbalanced bracket", left.offset);
  return top;
};

/** The pieces between top-level commas (or semicolons). */
export const splitAtCommas = (pieces: Pieces): readonly Pieces[] => {
  const parts: Piece[][] = [[]];
  for (const piece of pieces) {
    if (isSign(piece, ",", ";")) parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  return parts;
};
