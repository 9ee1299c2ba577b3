import { nameOf } from "./grammar/names.ts";
import type { Expression } from "./meaning/expression.ts";
import { Refusal } from "./refusal.ts";
import type { Pieces } from "./tex/pieces.ts";
import { dense } from "./tex/pieces.ts";
import { halfUnitOf } from "./tex/precision.ts";

/** `\approx 0.707\,V_0`: half a unit of the number before a product. */
export const halfUnitOfFactor = (side: Pieces): number | undefined => {
  const [numeral, ...rest] = dense(side);
  const isProduct =
    rest.length > 0 && rest.every((piece) => piece.kind === "name" || nameOf(piece) !== undefined);
  return numeral?.kind === "number" && isProduct ? halfUnitOf([numeral]) : undefined;
};

/** Both sides of `a ≈ 0.707 b`, divided by b. */
export const perUnit = (
  left: Expression,
  right: Expression,
  offset: number,
): readonly [Expression, Expression] => {
  const [value, ...rest] = right.kind === "product" ? right.parts : [];
  if (value?.kind !== "number") throw new Refusal("≈ needs a printed number on one side", offset);
  return [{ kind: "quotient", top: left, bottom: { kind: "product", parts: rest } }, value];
};
