import type { Expression } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import { splitAtCommas } from "../statements/brackets.ts";
import type { PieceOf, Pieces } from "../tex/pieces.ts";
import { dense, isSign } from "../tex/pieces.ts";
import { familyNamed, lawWith } from "./law.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";

/** 0 outside the ends of a density. */
export const within = (
  value: Expression,
  weight: Expression,
  from: Expression,
  to: Expression,
): Expression => ({
  kind: "cases",
  branches: [
    {
      value: weight,
      conditions: [
        { left: value, relation: "\\ge", right: from },
        { left: value, relation: "\\le", right: to },
      ],
    },
    { value: { kind: "number", value: 0 }, conditions: [] },
  ],
});

/** `x; \mu, \sigma^2` and `x \mid \mu, \sigma^2`: the value, and the parameters. */
const splitAtValue = (body: Pieces): readonly [value: Pieces, parameters: Pieces] | undefined => {
  const isMark = (k: number): boolean => {
    const piece = body[k];
    return isSign(piece, ";", "|") || (piece?.kind === "relation" && piece.text === "\\mid");
  };
  const at = body.findIndex((_, k) => isMark(k));
  return at < 0 ? undefined : [body.slice(0, at), body.slice(at + 1)];
};

const bracketsAt = (cursor: Cursor, ahead: number): PieceOf<"delimited"> | undefined => {
  const piece = cursor.peek(ahead);
  return piece?.kind === "delimited" && piece.left === "(" ? piece : undefined;
};

/** `\mathcal{N}(x; \mu, \sigma^2)` or `\mathcal{N}(\mu, \sigma^2)(x)`: a density at a value; undefined for anything else. */
export const readDensity = (name: Pieces, cursor: Cursor, reading: Reading): Factor | undefined => {
  const first = bracketsAt(cursor, 0);
  const family = first ? familyNamed(name, reading) : undefined;
  if (!first || !family) return undefined;
  const body = dense(first.body);
  const split = splitAtValue(body);
  const second = split ? undefined : bracketsAt(cursor, 1);
  const value = split?.[0] ?? second?.body;
  if (!value)
    throw new Refusal(
      "a distribution stands where a number is needed: give a value, as in \\Normal(x; μ, σ²)",
      first.offset,
    );
  cursor.take(second ? 2 : 1);
  const law = lawWith(family, first, splitAtCommas(split?.[1] ?? body), reading);
  const x = reading.grammar.expression(value, reading);
  return { expression: within(x, law.weight(x), law.from, law.to), tail: "closed" };
};
