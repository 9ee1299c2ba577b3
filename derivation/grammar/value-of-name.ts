import type { Definition, Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import type { Meaning } from "../meaning/scope.ts";
import type { Dimension } from "../meaning/shape.ts";
import { isNumber } from "../meaning/shape-of.ts";
import { Refusal } from "../refusal.ts";
import type { Piece } from "../tex/pieces.ts";
import { entryOf } from "./entry.ts";
import { memberOf } from "./family-member.ts";
import { readKronecker } from "./indicator.ts";
import { ones, unit } from "./linear.ts";
import { constantNamed, meaningOf, nameOf } from "./names.ts";
import type { Reading } from "./reading.ts";
import { isIdentity, Unsized } from "./sized.ts";
import { wholeOf } from "./whole-of.ts";

/** The name without its subscript, if that is declared as a vector or a matrix (or a function of one). */
const indexedIn = (piece: Piece, reading: Reading): Meaning | undefined => {
  if (piece.kind !== "scripted" || !piece.sub || !piece.base) return undefined;
  const stem = nameOf(piece.base);
  const meaning =
    stem === undefined ? undefined : (reading.scope.find(stem) ?? wholeOf(stem, piece.sub, reading.scope));
  if (meaning?.kind === "variable") return meaning.binding.shape ? meaning : undefined;
  if (!meaning || meaning.definition.parameters.length > 0) return undefined;
  return isNumber({ kind: "call", of: meaning.definition, values: [] }) ? undefined : meaning;
};

const UNITS: Record<string, (n: Dimension) => Expression> = {
  I: unit,
  "\\mathbf{I}": unit,
  "\\mathbf{1}": ones,
  "\\mathbb{1}": ones,
};

/** `I_n` and `\mathbf{1}_n`, unless these names are declared. */
const unitNamed = (piece: Piece, reading: Reading): Expression | undefined => {
  const stem = piece.kind === "scripted" && piece.base ? nameOf(piece.base) : undefined;
  const make = stem === undefined || reading.scope.find(stem) ? undefined : UNITS[stem];
  const [only, more] = piece.kind === "scripted" ? (piece.sub ?? []) : [];
  if (!make || !only || more) return undefined;
  if (only.kind === "number") return make(Number(only.text));
  const length = nameOf(only);
  const meaning = length === undefined ? undefined : reading.scope.find(length);
  const isLength = meaning?.kind === "variable" && meaning.binding.domain?.kind === "integer";
  return isLength ? make(meaning.binding) : undefined;
};

/** A name's value, where it stands alone; undefined if it is a function. */
export const valueOfName = (name: string, piece: Piece, reading: Reading): Expression | Definition => {
  const constant = reading.scope.find(name) ? undefined : constantNamed(name);
  if (constant !== undefined) return number(constant);
  if (name === "\\infty") throw new Refusal("∞ may only stand alone or as a bound", piece.offset);
  const indexed = reading.scope.find(name) ? undefined : indexedIn(piece, reading);
  if (indexed && piece.kind === "scripted")
    return entryOf(valueOfMeaning(indexed), piece.sub ?? [], piece, reading);
  const member = reading.scope.find(name) ? undefined : memberOf(piece, reading);
  if (member) return member;
  const fixed = reading.scope.find(name)
    ? undefined
    : (readKronecker(piece, reading) ?? unitNamed(piece, reading));
  if (fixed) return fixed;
  if (isIdentity(name, reading.scope)) {
    if (reading.size === undefined) throw new Unsized(piece.offset);
    return unit(reading.size);
  }
  const meaning = meaningOf(name, piece, reading);
  if (meaning.kind === "definition" && meaning.definition.parameters.length > 0) return meaning.definition;
  return valueOfMeaning(meaning);
};

const valueOfMeaning = (meaning: Meaning): Expression => {
  if (meaning.kind === "variable") return { kind: "variable", binding: meaning.binding };
  return { kind: "call", of: meaning.definition, values: [] };
};
