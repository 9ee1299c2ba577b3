import type { Definition, Expression } from "../meaning/expression.ts";
import { isNumber } from "../meaning/shape-of.ts";
import { Refusal } from "../refusal.ts";
import { splitAtCommas } from "../statements/brackets.ts";
import { entryOf } from "./entry.ts";
import { isDecoration } from "./names.ts";
import { raise } from "./raise.ts";
import type { Cursor, Reading } from "./reading.ts";

/** The arguments in the brackets after a function's name, and the power on the brackets. */
export const readCall = (definition: Definition, cursor: Cursor, reading: Reading): Expression => {
  const next = cursor.peek();
  const brackets = next?.kind === "scripted" ? next.base : next;
  if (brackets?.kind !== "delimited" || brackets.left !== "(" || brackets.right !== ")")
    throw new Refusal(`the function ${definition.name} stands without its argument`, cursor.offset);
  cursor.next();
  const values = splitAtCommas(brackets.body).map((part) => reading.grammar.expression(part, reading));
  const { parameters, name } = definition;
  if (values.length !== parameters.length)
    throw new Refusal(
      `${name} takes ${parameters.length} argument(s), not ${values.length}`,
      brackets.offset,
    );
  const call: Expression = { kind: "call", of: definition, values };
  if (next?.kind !== "scripted") return call;
  const value = next.sub ? entryOf(call, next.sub, next, reading) : call;
  if (!next.sup) return value;
  if (isDecoration(next.sup) && isNumber(value))
    throw new Refusal("unsupported script after a call", next.offset);
  return raise(value, next.sup, next.offset, reading);
};
