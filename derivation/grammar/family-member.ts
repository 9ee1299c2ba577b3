import type { Definition, Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import type { Piece } from "../tex/pieces.ts";
import { dense, isSign } from "../tex/pieces.ts";
import { nameOf } from "./names.ts";
import type { Reading } from "./reading.ts";

/**
 * `p_n` and `p_2` of functions that are defined by an index, `p_n(z) := …`: a function of what stands in the brackets.
 * Undefined for any other name.
 */
export const memberOf = (piece: Piece, reading: Reading): Definition | undefined => {
  if (piece.kind !== "scripted" || piece.sup || !piece.base || !piece.sub) return undefined;
  const meaning = reading.scope.find(nameOf(piece.base) ?? "");
  const family = meaning?.kind === "definition" ? meaning.definition : undefined;
  const count = family?.indices ?? 0;
  const parts = dense(piece.sub).filter((part) => !isSign(part, ","));
  if (!family || count === 0 || (parts.length !== count && count > 1)) return undefined;
  const subscripts = count === 1 ? [piece.sub] : parts.map((part) => [part]);
  const indices = subscripts.map((part): Expression => {
    const [only, more] = part;
    return only?.kind === "number" && !more
      ? number(Number(only.text))
      : reading.grammar.expression(part, reading);
  });
  const parameters = family.parameters.slice(count).map((parameter) => ({ ...parameter }));
  const values = parameters.map((binding): Expression => ({ kind: "variable", binding }));
  const call: Expression = { kind: "call", of: family, values: [...indices, ...values] };
  return { name: `${family.name} of an index`, parameters, body: () => call };
};
