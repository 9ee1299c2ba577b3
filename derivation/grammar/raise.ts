import type { Expression } from "../meaning/expression.ts";
import { isScalar } from "../meaning/shape.ts";
import { Refusal } from "../refusal.ts";
import type { Pieces } from "../tex/pieces.ts";
import { isSign } from "../tex/pieces.ts";
import { spell } from "../tex/spelling.ts";
import { inverted, powered, shapeAt, transposed } from "./linear.ts";
import type { Reading } from "./reading.ts";

const TRANSPOSES = ["\\top", "T", "\\intercal", "\\text{T}", "\\mathsf{T}"];

/** Whether a superscript is a transposition sign. A declared T makes `A^T` ambiguous. */
const isTranspose = (text: string, reading: Reading, offset: number): boolean => {
  if (!TRANSPOSES.includes(text)) return false;
  if (reading.scope.find(text))
    throw new Refusal(`ambiguous: a power or a transpose? ${text} is declared`, offset);
  return true;
};

/** Whether a superscript can only be a transposition sign here. */
export const isTransposeSign = (sup: Pieces, reading: Reading): boolean => {
  const text = spell(sup);
  return text !== undefined && TRANSPOSES.includes(text) && reading.scope.find(text) === undefined;
};

const raiseMatrix = (base: Expression, sup: Pieces, offset: number, reading: Reading): Expression => {
  const text = spell(sup) ?? "?";
  if (isTranspose(text, reading, offset)) return transposed(base, offset);
  if (text.startsWith("-") && isTranspose(text.slice(1), reading, offset))
    return transposed(inverted(base, offset), offset);
  const [, sign, exponent] = /^([+-]?)(\d)$/.exec(text) ?? [];
  if (exponent === undefined) throw new Refusal("unsupported superscript on a vector or matrix", offset);
  if (shapeAt(base, offset).length === 1)
    throw new Refusal("ambiguous power of a vector: write \\|x\\|^2 or x^\\top x", offset);
  return powered(sign === "-" ? inverted(base, offset) : base, Number(exponent), offset);
};

/** A power, from its base and the pieces of its exponent; of a matrix, also its transpose and its inverse. */
export const raise = (base: Expression, sup: Pieces, offset: number, reading: Reading): Expression => {
  if (sup.length === 0) throw new Refusal("an empty exponent", offset);
  if (!isScalar(shapeAt(base, offset))) return raiseMatrix(base, sup, offset, reading);
  const [only, more] = sup;
  if (only && !more && isSign(only, "\\top", "\\intercal"))
    throw new Refusal("a transposed number: declare it as a vector or a matrix", offset);
  return { kind: "power", base, exponent: reading.grammar.expression(sup, reading) };
};
