import type { Binding, EntryLaw, Expression } from "./expression.ts";
import { boundIn } from "./free.ts";
import { within } from "./parts.ts";

type Call = Extract<Expression, { readonly kind: "call" }>;
type Values = ReadonlyMap<Binding, Expression>;

/** An expression with values in the place of variables. */
export const substitute = (expression: Expression, values: Values): Expression => {
  const all = (parts: readonly Expression[]): readonly Expression[] =>
    parts.map((part) => substitute(part, values));
  const one = (part: Expression): Expression => substitute(part, values);
  switch (expression.kind) {
    case "number":
      return expression;
    case "variable":
      return values.get(expression.binding) ?? expression;
    case "sum":
    case "product":
      return { ...expression, parts: all(expression.parts) };
    case "quotient":
      return { ...expression, top: one(expression.top), bottom: one(expression.bottom) };
    case "power":
      return { ...expression, base: one(expression.base), exponent: one(expression.exponent) };
    case "extreme":
      return { ...expression, of: all(expression.of) };
    case "call":
      return substituteCall(expression, values);
    case "cases":
      return {
        ...expression,
        branches: expression.branches.map(({ value, conditions }) => ({
          value: one(value),
          conditions: conditions.map(({ left, relation, right }) => ({
            left: one(left),
            relation,
            right: one(right),
          })),
        })),
      };
    case "series":
    case "integral": {
      const range = { from: one(expression.from), to: one(expression.to), body: one(expression.body) };
      const under = expression.kind === "integral" ? expression.underNormal : undefined;
      return { ...expression, ...range, ...(under ? { underNormal: one(under) } : {}) };
    }
    case "limit":
      return { ...expression, to: one(expression.to), of: one(expression.of) };
    case "mean":
      return { ...expression, of: one(expression.of), entry: substituteLaw(expression.entry, values) };
    case "algebra":
      return { ...expression, of: all(expression.of) };
    case "entry":
      return { ...expression, of: one(expression.of), indices: all(expression.indices) };
    case "table":
      return { ...expression, rows: expression.rows.map(all) };
    case "comprehension":
      return { ...expression, body: one(expression.body) };
    case "derivative":
    case "gradient": {
      const put = values.get(expression.variable);
      const variable = put?.kind === "variable" ? put.binding : expression.variable;
      return { ...expression, variable, of: one(expression.of) };
    }
    default:
      return { ...expression, of: one(expression.of) };
  }
};

const substituteLaw = (entry: EntryLaw, values: Values): EntryLaw => {
  const one = (part: Expression): Expression => substitute(part, values);
  return entry.kind === "discrete"
    ? { ...entry, from: one(entry.from), to: one(entry.to), weight: one(entry.weight) }
    : { ...entry, location: one(entry.location), scale: one(entry.scale) };
};

/** A call whose definition mentions the variables itself, being local to what is substituted in, changes too. */
const substituteCall = ({ kind, of, values: given }: Call, values: Values): Expression => {
  const arguments_ = given.map((value) => substitute(value, values));
  const isLocal =
    [...boundIn({ kind, of, values: given })].some((binding) => values.has(binding)) ||
    [...values.keys()].some((binding) => !binding.isBound);
  const mentioned =
    isLocal && within(of.body()).some((part) => part.kind === "variable" && values.has(part.binding));
  if (!mentioned) return { kind, of, values: arguments_ };
  const body = substitute(of.body(), values);
  return { kind, of: { name: of.name, parameters: of.parameters, body: () => body }, values: arguments_ };
};
