import type { Binding, Definition, Expression } from "./expression.ts";
import { boundIn } from "./free.ts";
import { within } from "./parts.ts";
import { substitute } from "./substitute.ts";

type Call = Extract<Expression, { readonly kind: "call" }>;

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
