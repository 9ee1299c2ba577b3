import type { Binding, Definition, Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import { partsOf } from "../meaning/parts.ts";
import type { Scope } from "../meaning/scope.ts";
import { bindIn } from "../meaning/scope.ts";
import type { Dimension } from "../meaning/shape.ts";
import { Refusal, refusable } from "../refusal.ts";
import type { Pieces } from "../tex/pieces.ts";
import { checkCapture } from "./binding.ts";
import { readExtended } from "./bounds.ts";
import { readingIn } from "./grammar.ts";
import type { Head } from "./head-forms.ts";

/** A parameter with the name of a declared vector or matrix has its shape. */
const shapedLike = (parameter: Binding, scope: Scope): Binding => {
  const meaning = scope.find(parameter.name);
  const shape = meaning?.kind === "variable" ? meaning.binding.shape : undefined;
  return shape ? { ...parameter, shape } : parameter;
};

/** How many entries an index numbers, from the base on. Raises a Refusal for a range such as 0..m. */
const lengthFor = ({ name, domain }: Binding, base = 1): Dimension => {
  const { to = 0, shift = 0 } = domain ?? {};
  if (typeof to === "number") return to + shift - base + 1;
  if (shift !== base - 1)
    throw new Refusal(`${name} does not number the entries of a vector: it runs to ${to.name}`);
  return to;
};

/** The entries of what is defined, as a formula in its indices. */
const readEntries = (indices: readonly Binding[], body: Pieces, scope: Scope): Expression => {
  const bound = indices.map(({ name }): Binding => ({ name, isBound: true }));
  const entry = readExtended(body, readingIn(bindIn(scope, bound)));
  for (const binding of bound) checkCapture(entry, binding, body[0]?.offset ?? 0);
  const base = scope.indexBase;
  if (base === 1)
    return {
      kind: "comprehension",
      indices: bound,
      body: entry,
      shape: indices.map((one) => lengthFor(one)),
    };
  const places = bound.map(({ name }): Binding => ({ name: `the place of ${name}`, isBound: true }));
  const values = places.map(
    (binding): Expression => ({ kind: "sum", parts: [{ kind: "variable", binding }, number(base - 1)] }),
  );
  const of = { name: "an entry", parameters: bound, body: () => entry };
  const shape = indices.map((one) => lengthFor(one, base));
  return { kind: "comprehension", indices: places, body: { kind: "call", of, values }, shape };
};

/** Reads a body once; asked for again while it is being read, it is defined by itself. Raises placed Refusals. */
const readOnce = ({ name, parameters, indices }: Head, body: Pieces, scope: Scope): (() => Expression) => {
  let expression: Expression | undefined;
  let isBeingRead = false;
  const read = (): Expression => {
    const inner = parameters.length > 0 ? bindIn(scope, parameters) : scope;
    const found =
      indices.length > 0 ? readEntries(indices, body, inner) : readExtended(body, readingIn(inner));
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
  const { name, isFamily = false } = head;
  const own = head.parameters.map((parameter) => shapedLike(parameter, scope));
  const numbers = isFamily ? head.indices.map((index): Binding => ({ name: index.name, isBound: true })) : [];
  const parameters = [...numbers, ...own];
  const read = readOnce({ ...head, parameters, indices: isFamily ? [] : head.indices }, body, scope);
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
  return { name, parameters, body: readElsewhere, refusal, ...(isFamily ? { indices: numbers.length } : {}) };
};

/** Reads every definition that this one uses, so that a circle is found now and not while evaluating. */
const checkNoCycle = (expression: Expression): void => {
  if (expression.kind === "call") expression.of.body();
  for (const part of partsOf(expression)) checkNoCycle(part);
};
