import type { Binding, Definition, Expression } from "../meaning/expression.ts";
import { number, partsOf } from "../meaning/expression.ts";
import type { Scope } from "../meaning/scope.ts";
import { bindIn } from "../meaning/scope.ts";
import type { Dimension } from "../meaning/shape.ts";
import { isNumber } from "../meaning/shape-of.ts";
import { Refusal, refusable } from "../refusal.ts";
import { splitAtCommas } from "../statements/brackets.ts";
import type { Piece, Pieces } from "../tex/pieces.ts";
import { dense, isSign } from "../tex/pieces.ts";
import { isKnownOperator } from "./application.ts";
import { checkCapture } from "./binding.ts";
import { readExtended } from "./bounds.ts";
import { isMomentKey } from "./expectation.ts";
import { readingIn } from "./grammar.ts";
import { isConstant, nameOf } from "./names.ts";
import { isPhrase, phraseOf } from "./phrases.ts";

/** The left side of a definition: a name, with the names of its parameters if it is a function. */
export interface Head {
  readonly name: string;
  readonly parameters: readonly Binding[];
  /** Declared integers that number the entries of what is defined: `p_v = …`, `\LN(x)_j = …`. */
  readonly indices: readonly Binding[];
  /** Whether the indices number functions, as in `p_n(z) = …`. */
  readonly isFamily?: boolean;
}

/** Names with a meaning of their own, which a formula may state a fact about. */
const NEVER_DEFINED = ["\\infty", "\\Gamma", "\\partial", "\\nabla"];

/** The name that a definition's left side begins with; `\LN` is one as well. */
const headName = (piece: Piece | undefined): string | undefined => {
  if (piece?.kind === "operator" && !isKnownOperator(piece.name)) return `\\text{${piece.name.slice(1)}}`;
  return piece && nameOf(piece);
};

const indexIn = (piece: Piece, scope: Scope): Binding | undefined => {
  const name = nameOf(piece);
  const meaning = name === undefined ? undefined : scope.find(name);
  const isIndex = meaning?.kind === "variable" && meaning.binding.domain?.kind === "integer";
  return isIndex && meaning.binding.domain?.from === scope.indexBase ? meaning.binding : undefined;
};

/** The declared integers of a subscript such as `j` or `jk`; undefined if it is no list of these. */
const indicesIn = (sub: Pieces | undefined, scope: Scope): readonly Binding[] | undefined => {
  const indices = dense(sub ?? [])
    .filter((piece) => !isSign(piece, ","))
    .map((piece) => indexIn(piece, scope));
  const isList = indices.length > 0 && indices.length <= 2 && new Set(indices).size === indices.length;
  return isList && indices.every((index) => index !== undefined) ? indices : undefined;
};

const parametersIn = (brackets: Piece): readonly Binding[] | undefined => {
  if (brackets.kind !== "delimited" || brackets.left + brackets.right !== "()") return undefined;
  const names = splitAtCommas(dense(brackets.body)).map((part) =>
    part.length === 1 && part[0] ? nameOf(part[0]) : undefined,
  );
  if (!names.every((name) => name !== undefined) || new Set(names).size < names.length) return undefined;
  return names.map((name) => ({ name, isBound: true }));
};

/** `\E[X] = …` claims something; it does not define E. */
const isMomentName = (piece: Piece): boolean => {
  const base = piece.kind === "scripted" ? piece.base : piece;
  const key = base?.kind === "operator" ? base.name : base && nameOf(base);
  return key !== undefined && isMomentKey(key);
};

/** `x_2 = …` claims something of the second entry, if x is a vector. */
const isEntry = (piece: Piece, scope: Scope): boolean => {
  if (piece.kind !== "scripted" || !piece.sub || !piece.base || scope.find(nameOf(piece) ?? "")) return false;
  const meaning = scope.find(nameOf(piece.base) ?? "");
  if (meaning?.kind === "variable") return meaning.binding.shape !== undefined;
  if (!meaning || meaning.definition.parameters.length > 0) return false;
  const number = refusable(() => isNumber({ kind: "call", of: meaning.definition, values: [] }));
  return number === false;
};

/** The indices of `p_n` before brackets. */
const familyIndices = (first: Piece, scope: Scope): readonly Binding[] | undefined =>
  first.kind === "scripted" && !first.sup && !scope.find(nameOf(first) ?? "")
    ? indicesIn(first.sub, scope)
    : undefined;

const isReserved = (name: string): boolean => isConstant(name) || NEVER_DEFINED.includes(name);

/** `f`, `\hat{\beta}_0`, `f(x, y)`, and with declared integers `p_v` and `\LN(x)_j`; undefined for anything else. */
export const headOf = (side: Pieces, scope: Scope): Head | undefined => {
  const [first, second, more] = dense(side);
  const brackets = second?.kind === "scripted" && second.sub && !second.sup ? second.base : second;
  if (!first || more || (second && !brackets)) return undefined;
  if (isMomentName(first) || isEntry(first, scope)) return undefined;
  if (brackets?.kind === "delimited" && isPhrase(brackets.body, scope)) {
    const phrase = second === brackets ? phraseOf(first, brackets) : undefined;
    return phrase === undefined ? undefined : { name: phrase, parameters: [], indices: [] };
  }
  const parameters = brackets ? parametersIn(brackets) : [];
  const numbers = second === brackets && second ? familyIndices(first, scope) : undefined;
  const stem = numbers && first.kind === "scripted" ? headName(first.base) : undefined;
  if (numbers && stem !== undefined && parameters && !isReserved(stem))
    return { name: stem, parameters, indices: numbers, isFamily: true };
  const own = !second && first.kind === "scripted" && !first.sup ? indicesIn(first.sub, scope) : undefined;
  const indices = second?.kind === "scripted" ? indicesIn(second.sub, scope) : (own ?? []);
  const name = headName(
    own && first.kind === "scripted" && !scope.find(nameOf(first) ?? "") ? first.base : first,
  );
  if (name === undefined || isReserved(name) || !parameters || !indices) return undefined;
  return { name, parameters, indices };
};

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
