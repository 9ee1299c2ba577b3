import type { Binding, Definition, EntryLaw, Expression } from "./expression.ts";
import { within } from "./expression.ts";
import { boundIn } from "./free.ts";

type Call = Extract<Expression, { readonly kind: "call" }>;
type Values = ReadonlyMap<Binding, Expression>;

const known = new WeakMap<Definition, Map<string, Definition>>();
const pinnedIn = new WeakMap<Definition, ReadonlySet<Binding>>();

const codes = new WeakMap<object, number>();
let lastCode = 0;

/** A number for an object: equal variables have equal codes. */
export const codeOf = (expression: Expression): number => {
  const object = expression.kind === "variable" ? expression.binding : expression;
  const code = codes.get(object) ?? ++lastCode;
  codes.set(object, code);
  return code;
};

const lengthsOf = (shape: Binding["shape"] = []): readonly Binding[] =>
  shape.filter((length) => typeof length === "object");

/** Variables by which an expression differentiates, and lengths: they are no places for values. */
const pinnedBy = (part: Expression): readonly Binding[] => {
  switch (part.kind) {
    case "derivative":
    case "gradient":
    case "antiderivative":
      return [part.variable];
    case "variable":
      return lengthsOf(part.binding.shape);
    case "mean":
      return lengthsOf(part.variable.shape);
    case "algebra":
    case "table":
    case "comprehension":
      return lengthsOf(part.shape);
    default:
      return [];
  }
};

const pinned = (definition: Definition): ReadonlySet<Binding> => {
  const found = pinnedIn.get(definition) ?? new Set(within(definition.body()).flatMap(pinnedBy));
  pinnedIn.set(definition, found);
  return found;
};

/** An expression with values in the place of variables. */
const substitute = (expression: Expression, values: Values): Expression => {
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
  const isLocal = [...boundIn({ kind, of, values: given })].some((binding) => values.has(binding));
  const mentioned =
    isLocal && within(of.body()).some((part) => part.kind === "variable" && values.has(part.binding));
  if (!mentioned) return { kind, of, values: arguments_ };
  const body = substitute(of.body(), values);
  return { kind, of: { name: of.name, parameters: of.parameters, body: () => body }, values: arguments_ };
};

const isPlain = (value: Expression): boolean =>
  value.kind === "number" || value.kind === "variable" || boundIn(value).size === 0;

/**
 * A call with what it can be applied to beforehand put in place: variables, and values that do not change while a sum or
 * an integral runs. So `\Normal(x; \mu, \sigma^2)` becomes a formula in x whose normalising factor is fixed.
 */
export const applied = (call: Call): Call => {
  const { of, values } = call;
  const held = pinned(of);
  const isPut = of.parameters.map((parameter, k) => !held.has(parameter) && isPlain(values[k] as Expression));
  if (!isPut.includes(true)) return call;
  const key = values.map((value, k) => (isPut[k] ? codeOf(value) : "")).join(" ");
  const made = known.get(of) ?? new Map<string, Definition>();
  known.set(of, made);
  const left = values.filter((_, k) => !isPut[k]);
  const found = made.get(key) ?? partial(call, isPut);
  made.set(key, found);
  return { kind: "call", of: found, values: left };
};

const partial = ({ of, values }: Call, isPut: readonly boolean[]): Definition => {
  const put = new Map(
    of.parameters.flatMap((parameter, k) =>
      isPut[k] ? [[parameter, values[k] as Expression] as const] : [],
    ),
  );
  let body: Expression | undefined;
  return {
    name: of.name,
    parameters: of.parameters.filter((_, k) => !isPut[k]),
    body: () => {
      body ??= substitute(of.body(), put);
      return body;
    },
  };
};
