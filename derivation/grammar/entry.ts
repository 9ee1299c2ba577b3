import type { Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import type { Dimension } from "../meaning/shape.ts";
import { Refusal } from "../refusal.ts";
import { splitAtCommas } from "../statements/brackets.ts";
import type { Piece, Pieces } from "../tex/pieces.ts";
import { dense, isSign } from "../tex/pieces.ts";
import { shapeAt } from "./linear.ts";
import { nameOf } from "./names.ts";
import type { Reading } from "./reading.ts";

const isIndex = (piece: Piece): boolean =>
  nameOf(piece) !== undefined || (piece.kind === "number" && piece.text.length === 1);

/** Of a matrix `ij`, `1j` and `12` are two indices each; of a vector `2k` is a product. */
const splitIndices = (sub: Pieces, count: number, offset: number): readonly Pieces[] => {
  const byComma = splitAtCommas(sub);
  if (byComma.length === count) return byComma;
  const isPair = count === 2 && sub.length === 2 && sub.every(isIndex);
  if (isPair) return sub.map((piece) => [piece]);
  if (count === 2 && sub.length === 1 && sub[0]?.kind === "number" && /^\d\d$/.test(sub[0].text))
    return [...sub[0].text].map((text) => [{ kind: "number", text, offset, end: offset }]);
  throw new Refusal(
    count === 2 ? "a matrix needs two indices: write A_{i,j}" : "a vector needs one index",
    offset,
  );
};

const shifted = (index: Expression, base: number): Expression =>
  base === 1 ? index : { kind: "sum", parts: [index, number(1 - base)] };

/** An undeclared index runs over the entries. */
const checkIndex = (part: Pieces, length: Dimension | undefined, { scope, ended }: Reading): void => {
  const [only, more] = part;
  const name = only && !more ? nameOf(only) : undefined;
  if (!only || name === undefined || length === undefined || scope.find(name) || ended.has(name)) return;
  if (scope.indexBase !== 1 || !/^[a-z]$/.test(name)) return;
  const line = `${name} in 1..${typeof length === "number" ? length : length.name}`;
  throw new Refusal(`undeclared ${name}: add “${line}” or its definition`, only.offset, line);
};

/** The entry of a vector or a matrix that a subscript names. Raises a Refusal for whatever is no index. */
export const entryOf = (of: Expression, sub: Pieces, piece: Piece, reading: Reading): Expression => {
  const count = shapeAt(of, piece.offset).length;
  if (count === 0) throw new Refusal("a subscript on a number", piece.offset);
  const pieces = dense(sub);
  const odd = pieces.find(
    (part) => ["words", "unsupported"].includes(part.kind) || isSign(part, ":", "\\prime"),
  );
  if (odd) throw new Refusal("a subscript that is no index", odd.offset);
  const lengths = shapeAt(of, piece.offset);
  const indices = splitIndices(pieces, count, piece.offset).map((part, k) => {
    checkIndex(part, lengths[k], reading);
    return shifted(reading.grammar.expression(part, reading), reading.scope.indexBase);
  });
  return { kind: "entry", of, indices };
};
