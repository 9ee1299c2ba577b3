import type { Condition, Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import type { Piece, Pieces } from "../tex/pieces.ts";
import { dense, isSign } from "../tex/pieces.ts";
import { readConditions } from "./conditions.ts";
import { nameOf } from "./names.ts";
import type { Reading } from "./reading.ts";

/** 1 where all conditions hold, elsewhere 0. */
export const indicatorOf = (conditions: readonly Condition[]): Expression => ({
  kind: "cases",
  branches: [
    { value: number(1), conditions },
    { value: number(0), conditions: [] },
  ],
});

const INDICATORS = [
  "\\mathbf{1}",
  "\\mathbb{1}",
  "\\mathbb{I}",
  "\\mathbf{I}",
  "\\text{1}",
  "\\text{I}",
  "I",
];

const hasRelation = (pieces: Pieces): boolean => pieces.some(({ kind }) => kind === "relation");

/** `\mathbf{1}\{x > 0\}`: the conditions, if that is what stands there. */
export const readIndicator = (
  name: string,
  next: Piece | undefined,
  reading: Reading,
): Expression | undefined => {
  if (!INDICATORS.includes(name) || reading.scope.find(name) || next?.kind !== "delimited") return undefined;
  return hasRelation(next.body) ? indicatorOf(readConditions(next.body, reading)) : undefined;
};

/** `\mathbf{1}_{x > 0}` and `\mathbf{1}_{\{x > 0\}}`. */
export const readIndexedIndicator = (piece: Piece, reading: Reading): Expression | undefined => {
  if (piece.kind !== "scripted" || piece.sup || !piece.base || !piece.sub) return undefined;
  const name = nameOf(piece.base) ?? (piece.base.kind === "number" ? piece.base.text : "");
  if (!INDICATORS.includes(name) || reading.scope.find(name)) return undefined;
  const [only, more] = dense(piece.sub);
  const body = only?.kind === "delimited" && !more ? only.body : piece.sub;
  const inner = body.filter(
    (part) => !(part.kind === "open" || part.kind === "close") || !["\\{", "\\}"].includes(part.text),
  );
  return hasRelation(inner) ? indicatorOf(readConditions(inner, reading)) : undefined;
};

const isIndexOf = (piece: Piece, { scope }: Reading): boolean => {
  if (piece.kind === "number") return true;
  const meaning = scope.find(nameOf(piece) ?? "");
  if (meaning?.kind !== "variable" || meaning.binding.shape || meaning.binding.law) return false;
  return meaning.binding.isBound || meaning.binding.domain?.kind === "integer";
};

/** Kronecker's `\delta_{ij}`, where nobody has declared δ: 1 for equal indices, else 0. */
export const readKronecker = (piece: Piece, reading: Reading): Expression | undefined => {
  if (piece.kind !== "scripted" || piece.sup || !piece.base || !piece.sub) return undefined;
  if (nameOf(piece.base) !== "\\delta" || reading.scope.find("\\delta")) return undefined;
  const indices = dense(piece.sub).filter((part) => !isSign(part, ","));
  const [first, second, more] = indices;
  if (!first || !second || more || !indices.every((index) => isIndexOf(index, reading))) return undefined;
  const [left, right] = [[first], [second]].map((index) => reading.grammar.expression(index, reading));
  return left && right && indicatorOf([{ left, relation: "=", right }]);
};
