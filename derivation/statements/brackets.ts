import { Refusal } from "../refusal.ts";
import type { Piece, PieceOf, Pieces } from "../tex/pieces.ts";
import { dense, isSign } from "../tex/pieces.ts";

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

const isBarred = (piece: Piece | undefined): boolean => {
  const inner = piece?.kind === "scripted" ? piece.base : piece;
  return inner?.kind === "delimited" && BARS.includes(inner.left);
};

/** How many more bars of that kind there are, this one included, before the bracket around them closes. */
const barsAhead = (rest: Pieces, text: string): number => {
  let [depth, count] = [0, 0];
  for (const piece of rest) {
    const bracket = unscripted(piece);
    if (bracket.kind === "open") depth += 1;
    if (bracket.kind === "close") depth -= 1;
    if (depth < 0) break;
    if (depth === 0 && isSign(bracket, text)) count += 1;
  }
  return count;
};

/** What a bare bar does: decided by what stands before it. A `mark` is left as it is, and refused later. */
const barRole = (
  before: Piece | undefined,
  inner: Open | undefined,
  rest: Pieces,
): "opens" | "closes" | "mark" => {
  const bar = unscripted(rest[0] as Piece);
  const text = "text" in bar ? bar.text : "";
  if (before?.kind === "scripted" && before.base?.kind === "operator") return "opens";
  if (!endsOperand(before)) return "opens";
  if (inner?.text === text) return "closes";
  const isPaired = barsAhead(rest, text) % 2 === 0;
  if (before?.kind === "number" || before?.kind === "fraction") return isPaired ? "opens" : "mark";
  const isDouble = text === "\\|" || text === "\\Vert";
  return isPaired && (isDouble || isBarred(before)) ? "opens" : "mark";
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

/** `|_{x=a}` that nothing opens. */
const isEvaluation = (piece: Piece): piece is PieceOf<"scripted"> =>
  piece.kind === "scripted" &&
  isSign(piece.base, "|", "\\vert") &&
  (piece.sub ?? []).some((part) => part.kind === "relation" && part.text === "=");

/** `f(x) |_{x=a}` takes the term before it. Raises a Refusal if that is one of several. */
const evaluateAt = (target: Piece[], bar: PieceOf<"scripted">): void => {
  const start =
    target.findLastIndex((piece) => piece.kind === "relation" || isSign(piece, ",", ";", "&")) + 1;
  const body = target.splice(start);
  const isSum = dense(body).some((piece, k) => k > 0 && isSign(piece, "+", "-"));
  if (isSum || dense(body).length === 0)
    throw new Refusal(
      "ambiguous: what does the bar with a value apply to? write \\left. … \\right|",
      bar.offset,
    );
  const { offset } = body[0] ?? bar;
  target.push({
    ...bar,
    base: { kind: "delimited", left: ".", right: "|", body, offset, end: bar.end },
    offset,
  });
};

/** Pairs opening and closing brackets, and bars, into delimited pieces. Raises a Refusal where they do not pair. */
export const pairBrackets = (pieces: Pieces): Pieces => {
  const stack: Open[] = [];
  const top: Piece[] = [];
  for (const [k, piece] of pieces.entries()) {
    const inner = stack.at(-1);
    const target = inner?.body ?? top;
    const bracket = unscripted(piece);
    const before = target.findLast(({ kind }) => kind !== "space");
    const isSecond =
      isBar(bracket) &&
      isBar(piece) &&
      target.at(-1) === pieces[k - 1] &&
      isBar(target.at(-1) ?? piece) &&
      k > 0;
    const role = isSecond ? "mark" : isBar(bracket) ? barRole(before, inner, pieces.slice(k)) : undefined;
    if (role !== "closes" && isEvaluation(piece)) evaluateAt(target, piece);
    else if (piece.kind === "open" || role === "opens") {
      if (piece.kind === "scripted") throw new Refusal("a script on an opening bar", piece.offset);
      stack.push({ left: piece, text: "text" in piece ? piece.text : "?", body: [] });
    } else if (bracket.kind === "close" || role === "closes") {
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
