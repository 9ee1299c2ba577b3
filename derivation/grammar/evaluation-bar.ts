import type { Binding, Expression } from "../meaning/expression.ts";
import { bindIn } from "../meaning/scope.ts";
import { substitute } from "../meaning/substitute.ts";
import { Refusal } from "../refusal.ts";
import type { PieceOf, Pieces } from "../tex/pieces.ts";
import { dense } from "../tex/pieces.ts";
import { spell } from "../tex/spelling.ts";
import { checkCapture } from "./binding.ts";
import { nameOf } from "./names.ts";
import type { Reading } from "./reading.ts";

const BARS = ["|", "\\vert", "\\rvert"];

/** Whether brackets with a script are `\left. F \right|_{x=a}`. */
export const isEvaluationBar = ({ left, right }: PieceOf<"delimited">): boolean =>
  left === "." && BARS.includes(right);

const callAt = (body: Expression, variable: Binding, value: Expression): Expression => ({
  kind: "call",
  of: { name: `a formula in ${variable.name}`, parameters: [variable], body: () => body },
  values: [value],
});

/** A formula and the variable that it is evaluated in: a declared one changes in all that is defined by it. */
const readBody = (
  pieces: Pieces,
  name: string,
  offset: number,
  reading: Reading,
): { readonly body: Expression; readonly variable: Binding } => {
  const variable: Binding = { name, isBound: true };
  const meaning = reading.scope.find(name);
  const declared = meaning?.kind === "variable" && !meaning.binding.shape ? meaning.binding : undefined;
  if (declared && !declared.isBound) {
    const body = reading.grammar.expression(pieces, reading);
    return {
      body: substitute(body, new Map([[declared, { kind: "variable", binding: variable }]])),
      variable,
    };
  }
  const body = reading.grammar.expression(pieces, { ...reading, scope: bindIn(reading.scope, [variable]) });
  checkCapture(body, variable, offset);
  return { body, variable };
};

/** `x = a`: the name and the value. */
const readPlace = (sub: Pieces, offset: number): { readonly name: string; readonly at: Pieces } => {
  const [first, relation, ...at] = dense(sub);
  const name = first && nameOf(first);
  if (name === undefined || relation?.kind !== "relation" || relation.text !== "=" || at.length === 0)
    throw new Refusal("unsupported evaluation bar: write \\right|_{x=a}", offset);
  return { name, at };
};

/** `\left. F \right|_{x=a}` is F at a; with `^{x=b}` or `^{b}` too, the difference from a to b. */
export const readEvaluationBar = (
  bar: PieceOf<"delimited">,
  sub: Pieces,
  sup: Pieces | undefined,
  reading: Reading,
): Expression => {
  const { name, at } = readPlace(sub, bar.offset);
  const { body, variable } = readBody(bar.body, name, bar.offset, reading);
  const low = callAt(body, variable, reading.grammar.expression(at, reading));
  if (!sup) return low;
  const isNamed = sup.some(({ kind }) => kind === "relation");
  const end = isNamed ? readPlace(sup, bar.offset) : { name, at: sup };
  if (end.name !== name) throw new Refusal("an evaluation bar with two variables", bar.offset);
  const high = callAt(body, variable, reading.grammar.expression(end.at, reading));
  return { kind: "sum", parts: [high, { kind: "negative", of: low }] };
};

/** The undeclared names in pieces: of `[x^2/2]_0^1` the one that it is evaluated in. */
const undeclaredIn = (pieces: Pieces, reading: Reading): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (parts: Pieces): void => {
    for (const piece of parts) {
      const name = nameOf(piece);
      if (name !== undefined && !reading.scope.find(name) && !["e", "\\pi"].includes(name)) found.add(name);
      else if (piece.kind === "scripted") visit([...(piece.base ? [piece.base] : []), ...(piece.sup ?? [])]);
      else if (piece.kind === "fraction") visit([...piece.top, ...piece.bottom]);
      else if (piece.kind === "delimited" || piece.kind === "root" || piece.kind === "group")
        visit(piece.body);
    }
  };
  visit(pieces);
  return found;
};

/** `\left[ F \right]_a^b` with one undeclared name in F; undefined if it is anything else. */
export const readDifference = (
  brackets: PieceOf<"delimited">,
  sub: Pieces,
  sup: Pieces | undefined,
  reading: Reading,
): Expression | undefined => {
  if (brackets.left !== "[" || !sup || spell(sup) === "\\top") return undefined;
  const [name, more] = undeclaredIn(brackets.body, reading);
  if (name === undefined || more !== undefined)
    throw new Refusal("ambiguous [F]_a^b: write \\left. F \\right|_{x=a}^{x=b}", brackets.offset);
  const variable: Binding = { name, isBound: true };
  const body = reading.grammar.expression(brackets.body, {
    ...reading,
    scope: bindIn(reading.scope, [variable]),
  });
  const [low, high] = [sub, sup].map((end) =>
    callAt(body, variable, reading.grammar.expression(end, reading)),
  );
  if (!low || !high) throw new Error("two ends have two values");
  return { kind: "sum", parts: [high, { kind: "negative", of: low }] };
};
