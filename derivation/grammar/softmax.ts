import type { Binding, Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import { entryOf } from "./entry.ts";
import { shapeAt } from "./linear.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";

/** exp(z_j) / Σ_k exp(z_k) for each j. */
const softmaxOf = (z: Expression, offset: number): Expression => {
  const shape = shapeAt(z, offset);
  const [length, more] = shape;
  if (length === undefined || more !== undefined) throw new Refusal("softmax needs a vector", offset);
  const [own, other] = ["j", "k"].map((name): Binding => ({ name, isBound: true })) as [Binding, Binding];
  const exp = (binding: Binding): Expression => ({
    kind: "elementary",
    name: "exp",
    of: { kind: "entry", of: z, indices: [{ kind: "variable", binding }] },
  });
  const to: Expression = typeof length === "number" ? number(length) : { kind: "variable", binding: length };
  const total: Expression = {
    kind: "series",
    isProduct: false,
    variable: other,
    from: number(1),
    to,
    body: exp(other),
  };
  return {
    kind: "comprehension",
    indices: [own],
    body: { kind: "quotient", top: exp(own), bottom: total },
    shape,
  };
};

/** `\operatorname{softmax}(z)` and one entry of it, `\operatorname{softmax}(z)_i`. */
export const readSoftmax = (cursor: Cursor, reading: Reading): Factor => {
  const next = cursor.peek();
  const brackets = next?.kind === "scripted" && !next.sup ? next.base : next;
  if (!next || brackets?.kind !== "delimited" || brackets.left + brackets.right !== "()")
    throw new Refusal("softmax needs its argument in brackets", cursor.offset);
  cursor.next();
  const of = softmaxOf(reading.grammar.expression(brackets.body, reading), brackets.offset);
  const expression = next.kind === "scripted" && next.sub ? entryOf(of, next.sub, next, reading) : of;
  return { expression, tail: "closed" };
};
