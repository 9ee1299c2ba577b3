import type { Binding } from "../meaning/expression.ts";
import type { Scope } from "../meaning/scope.ts";
import { isNumber } from "../meaning/shape-of.ts";
import { refusable } from "../refusal.ts";
import { splitAtCommas } from "../statements/brackets.ts";
import type { Piece, Pieces } from "../tex/pieces.ts";
import { dense, isSign } from "../tex/pieces.ts";
import { spell } from "../tex/spelling.ts";
import { isKnownOperator } from "./application.ts";
import { isMomentKey } from "./expectation.ts";
import type { Head } from "./head-forms.ts";
import { isFamilyName, isSquareName, markedName, otherOf, phraseHead, stemOf } from "./head-forms.ts";
import { isConstant, nameOf } from "./names.ts";
import { isPhrase, phraseOf } from "./phrases.ts";
import { wholeOf } from "./whole-of.ts";

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
  const stem = nameOf(piece.base) ?? "";
  const meaning = scope.find(stem) ?? wholeOf(stem, piece.sub, scope);
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
export const headOf = (side: Pieces, scope: Scope, isExplicit = false): Head | undefined => {
  const [first, second, more] = dense(side);
  const marked = isExplicit && first && !second ? markedName(first) : undefined;
  if (marked !== undefined) return { name: marked, parameters: [], indices: [] };
  const brackets = second?.kind === "scripted" && second.sub && !second.sup ? second.base : second;
  if (!first || more || (second && !brackets)) return undefined;
  if (isMomentName(first) || isEntry(first, scope)) return undefined;
  if (brackets && (isFamilyName(first) || scope.find(phraseOf(first, brackets) ?? ""))) return undefined;
  if (brackets?.kind === "delimited" && isPhrase(brackets.body, scope))
    return second === brackets ? phraseHead(first, brackets, scope) : undefined;
  if (!second && isSquareName(first) && !scope.find(stemOf(first)))
    return { name: spell([first]) ?? "", parameters: [], indices: [] };
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
  const isPolicy = isExplicit && name === "\\pi" && (parameters?.length ?? 0) > 0;
  if (name === undefined || (isReserved(name) && !isPolicy) || !parameters || !indices) return undefined;
  const phrase =
    isExplicit && brackets && scope.declares(name) ? otherOf(first, brackets, name, scope) : undefined;
  return phrase ?? { name, parameters, indices };
};
