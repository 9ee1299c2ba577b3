import type { Binding, Definition, Expression } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import { splitAtCommas } from "../statements/brackets.ts";
import type { Piece } from "../tex/pieces.ts";
import { readCall } from "./call.ts";
import { readDelimited } from "./delimited.ts";
import { readDensity } from "./density.ts";
import { readDivergence } from "./divergence.ts";
import { isMoment, readMoment } from "./expectation.ts";
import { readBareGradient } from "./gradient.ts";
import { readIndicator } from "./indicator.ts";
import { isConstant, nameOf } from "./names.ts";
import { phraseOf, signatureOf } from "./phrases.ts";
import { witnessFor } from "./proposal.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";
import { valueOfName } from "./value-of-name.ts";

/** f′, f″, … as a function of its own. */
export const derived = (definition: Definition, times: number): Definition => {
  const variable: Binding = { name: "x", isBound: true };
  const value: Expression = {
    kind: "call",
    of: definition,
    values: [{ kind: "variable", binding: variable }],
  };
  const differentiate = (of: Expression): Expression => ({ kind: "derivative", variable, of });
  const body = Array.from({ length: times }).reduce<Expression>(differentiate, value);
  return { name: `${definition.name}′`, parameters: [variable], body: () => body };
};

/** An undeclared name before `(x)` is most likely a function: its definition is missing, not a domain. */
const checkUndeclaredFunction = (
  name: string,
  piece: Piece,
  next: Piece | undefined,
  reading: Reading,
): void => {
  const [only, more] = next?.kind === "delimited" && next.left === "(" ? next.body : [];
  const argument = only && !more ? nameOf(only) : undefined;
  const isKnown = reading.scope.find(name) !== undefined || isConstant(name) || reading.ended.has(name);
  const count = next?.kind === "delimited" && next.left === "(" ? splitAtCommas(next.body).length : 0;
  const signature = isKnown ? undefined : signatureOf(piece, next);
  if (signature?.isMarked)
    throw new Refusal(
      `undeclared ${signature.name}: add its definition, as “p(x \\mid y) := …”`,
      piece.offset,
    );
  const line = isKnown || count === 0 ? undefined : witnessFor(name, count);
  if (line !== undefined)
    throw new Refusal(`undeclared ${name}: add its definition, such as “${line}”`, piece.offset, line);
  if (argument !== undefined && !isKnown && piece.kind === "name")
    throw new Refusal(`undeclared ${name}: add its definition “${name}(x) := …”`, piece.offset);
};

/** `q(y_i \mid z)` as a whole does not change with i, so that it may not stand in a sum over i. */
const checkPhrase = (brackets: Piece | undefined, { scope }: Reading): void => {
  const visit = (pieces: readonly Piece[]): void => {
    for (const piece of pieces) {
      const name = nameOf(piece);
      const meaning = name === undefined ? undefined : scope.find(name);
      if (meaning?.kind === "variable" && meaning.binding.isBound && !meaning.binding.law)
        throw new Refusal(
          `a notation named as a whole does not depend on ${name}, which is bound here`,
          piece.offset,
        );
      if (piece.kind === "scripted")
        visit([...(piece.base ? [piece.base] : []), ...(piece.sub ?? []), ...(piece.sup ?? [])]);
    }
  };
  if (brackets?.kind === "delimited") visit(brackets.body);
};

/** A declared name where it stands: a variable, a defined quantity, or a function with its arguments. */
export const readNamed = (name: string, piece: Piece, cursor: Cursor, reading: Reading): Factor => {
  const first = cursor.peek();
  const phrase = phraseOf(piece, first);
  const named = phrase === undefined ? undefined : reading.scope.find(phrase);
  if (named && (named.kind === "variable" || named.definition.parameters.length === 0)) {
    checkPhrase(first, reading);
    cursor.next();
    if (named.kind === "variable")
      return { expression: { kind: "variable", binding: named.binding }, tail: "closed" };
    return { expression: { kind: "call", of: named.definition, values: [] }, tail: "closed" };
  }
  const signature = signatureOf(piece, first);
  const kernel = signature && reading.scope.find(signature.name);
  if (signature && kernel?.kind === "definition") {
    cursor.next();
    const values = signature.parts.map((part) => reading.grammar.expression(part, reading));
    return { expression: { kind: "call", of: kernel.definition, values }, tail: "closed" };
  }
  if (name === "\\Gamma" && !reading.scope.find(name) && first?.kind === "delimited") {
    cursor.next();
    return {
      expression: { kind: "elementary", name: "gamma", of: readDelimited(first, reading) },
      tail: "closed",
    };
  }
  const divergence = readDivergence(name, cursor, reading);
  if (divergence) return divergence;
  const indicator = readIndicator(name, first, reading);
  if (indicator) {
    cursor.next();
    return { expression: indicator, tail: "closed" };
  }
  if (isMoment(name, cursor.peek(), reading)) return readMoment(name, piece, undefined, cursor, reading);
  const density = reading.scope.find(name) ? undefined : readDensity([piece], cursor, reading);
  if (density) return density;
  if (name === "\\nabla") return readBareGradient(piece, cursor, reading);
  checkUndeclaredFunction(name, piece, first, reading);
  const value = valueOfName(name, piece, reading);
  if ("parameters" in value) return { expression: readCall(value, cursor, reading), tail: "closed" };
  return { expression: value, tail: "name" };
};
