import type { Binding, Definition, Expression } from "../meaning/expression.ts";
import { partsOf } from "../meaning/expression.ts";
import type { Scope } from "../meaning/scope.ts";
import { bindIn } from "../meaning/scope.ts";
import { Refusal, refusable } from "../refusal.ts";
import { splitAtCommas } from "../statements/brackets.ts";
import type { Pieces } from "../tex/pieces.ts";
import { dense } from "../tex/pieces.ts";
import { checkCapture } from "./binding.ts";
import { readExtended } from "./bounds.ts";
import { readingIn } from "./grammar.ts";
import { isConstant, nameOf } from "./names.ts";

/** The left side of a definition: a name, with the names of its parameters if it is a function. */
export interface Head {
  readonly name: string;
  readonly parameters: readonly Binding[];
}

/** Names with a meaning of their own, which a formula may state a fact about. */
const NEVER_DEFINED = ["\\infty", "\\Gamma", "\\partial", "\\nabla"];

/** `D_{KL}(P\|Q)` cannot be a head; `f`, `\hat{\beta}_0` and `f(x, y)` can. */
export const headOf = (side: Pieces): Head | undefined => {
  const [first, brackets, more] = dense(side);
  const name = first && nameOf(first);
  if (name === undefined || more || isConstant(name) || NEVER_DEFINED.includes(name)) return undefined;
  if (!brackets) return { name, parameters: [] };
  if (brackets.kind !== "delimited" || brackets.left + brackets.right !== "()") return undefined;
  const names = splitAtCommas(dense(brackets.body)).map((part) =>
    part.length === 1 && part[0] ? nameOf(part[0]) : undefined,
  );
  if (!names.every((parameter) => parameter !== undefined) || new Set(names).size < names.length)
    return undefined;
  return { name, parameters: names.map((parameter) => ({ name: parameter, isBound: true })) };
};

/** Reads a body once; asked for again while it is being read, it is defined by itself. Raises placed Refusals. */
const readOnce = ({ name, parameters }: Head, body: Pieces, scope: Scope): (() => Expression) => {
  let expression: Expression | undefined;
  let isBeingRead = false;
  const read = (): Expression => {
    const found = readExtended(body, readingIn(parameters.length > 0 ? bindIn(scope, parameters) : scope));
    for (const parameter of parameters) checkCapture(found, parameter, body[0]?.offset ?? 0);
    checkNoCycle(found);
    return found;
  };
  return () => {
    if (isBeingRead) throw new Refusal(`${name} is defined by itself`, body[0]?.offset);
    isBeingRead = true;
    try {
      expression ??= read();
      return expression;
    } finally {
      isBeingRead = false;
    }
  };
};

/** A definition whose body is read when it is first needed, so that the order of definitions does not matter. */
export const define = (head: Head, body: Pieces, scope: Scope): Definition => {
  const { name, parameters } = head;
  const read = readOnce(head, body, scope);
  const refusal = (): Refusal | undefined => {
    const found = refusable(read);
    return found instanceof Refusal ? found : undefined;
  };
  const readElsewhere = (): Expression => {
    const found = refusable(read);
    if (found instanceof Refusal)
      throw new Refusal(`the definition of ${name} cannot be read: ${found.message}`);
    return found;
  };
  return { name, parameters, body: readElsewhere, refusal };
};

/** Reads every definition that this one uses, so that a circle is found now and not while evaluating. */
const checkNoCycle = (expression: Expression): void => {
  if (expression.kind === "call") expression.of.body();
  for (const part of partsOf(expression)) checkNoCycle(part);
};
