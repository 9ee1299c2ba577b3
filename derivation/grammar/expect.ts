import { codeOf } from "../meaning/applied.ts";
import type { Binding, EntryLaw, Expression } from "../meaning/expression.ts";
import { boundIn } from "../meaning/free.ts";
import type { Law } from "../meaning/law.ts";
import { Refusal } from "../refusal.ts";
import { randomIn } from "./random-in.ts";
import { termsOf } from "./terms.ts";

const product = (parts: readonly Expression[]): Expression =>
  parts.length === 1 ? (parts[0] as Expression) : { kind: "product", parts };

/** The law of one entry, where the mean over many of them can be computed. */
const entryLawOf = (law: Law, name: string): EntryLaw => {
  const { isDiscrete, isNormal, isUniform, from, to, location, scale } = law;
  if (isNormal && location && scale) return { kind: "normal", location, scale };
  if (isUniform)
    return {
      kind: "uniform",
      location: from,
      scale: { kind: "sum", parts: [to, { kind: "negative", of: from }] },
    };
  if (!isDiscrete)
    throw new Refusal(`the entries of ${name} may be Normal, Uniform, or discrete with finitely many values`);
  const value: Binding = { name: `an entry of ${name}`, isBound: true };
  return { kind: "discrete", from, to, value, weight: law.weight({ kind: "variable", binding: value }) };
};

/** ∫ or Σ of value·weight over one random variable. */
const expectOne = (value: Expression, variable: Binding, law: Law): Expression => {
  if (variable.shape) return { kind: "mean", variable, entry: entryLawOf(law, variable.name), of: value };
  const x: Expression = { kind: "variable", binding: variable };
  const body: Expression = { kind: "product", parts: [law.weight(x), value], isWeighed: true };
  const { isDiscrete, from, to, location, scale } = law;
  if (isDiscrete) return { kind: "series", isProduct: false, variable, from, to, body };
  if (!location || !scale) return { kind: "integral", variable, from, to, body };
  const unit: Binding = { name: `${variable.name} in standard units`, isBound: true };
  const u: Expression = { kind: "variable", binding: unit };
  const place: Expression = { kind: "sum", parts: [location, product([scale, u])] };
  const scaled = product([scale, body]);
  const inPlace = (body: Expression): Expression => ({
    kind: "call",
    of: { name: `a function of ${variable.name}`, parameters: [variable], body: () => body },
    values: [place],
  });
  const standard = (end: Expression): Expression => ({
    kind: "quotient",
    top: { kind: "sum", parts: [end, { kind: "negative", of: location }] },
    bottom: scale,
  });
  const integral = { kind: "integral", variable: unit, body: inPlace(scaled) } as const;
  if (law.isNormal) return { ...integral, from, to, underNormal: inPlace(value) };
  return { ...integral, from: standard(from), to: standard(to) };
};

/** Integrates first what no other law depends on. */
const expectAll = (value: Expression, variables: readonly Binding[]): Expression => {
  if (variables.length === 0) return value;
  const depends = (on: Binding, other: Binding): boolean => {
    if (other === on || !other.law) return false;
    const { from, to, weight } = other.law();
    const x: Expression = { kind: "variable", binding: other };
    return [from, to, weight(x)].some((part) => boundIn(part).has(on));
  };
  const last = variables.find((one) => !variables.some((other) => depends(one, other)));
  if (!last?.law) throw new Refusal("random variables whose laws depend on each other");
  const inner = expectOne(value, last, last.law());
  return expectAll(
    inner,
    variables.filter((other) => other !== last),
  );
};

/** Factors that share random variables, directly or by their laws, belong together. */
const groupsOf = (
  factors: readonly Expression[],
  random: ReadonlySet<Binding>,
): readonly { readonly factors: Expression[]; readonly variables: Set<Binding> }[] => {
  const groups: { factors: Expression[]; variables: Set<Binding> }[] = [];
  for (const factor of factors) {
    const variables = new Set([...randomIn(factor)].filter((binding) => random.has(binding)));
    const joined = groups.filter((group) => [...variables].some((one) => group.variables.has(one)));
    const merged = { factors: [factor], variables };
    for (const group of joined) {
      merged.factors.push(...group.factors);
      for (const one of group.variables) merged.variables.add(one);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(merged);
  }
  return groups;
};

/** One expression for equal moments, so that each is computed once: E[X·X] of (X + Y)² and of (X − Y)². */
const createMoments = (): ((factors: readonly Expression[], variables: readonly Binding[]) => Expression) => {
  const known = new Map<string, Expression>();
  return (factors, variables) => {
    const key = factors
      .map(codeOf)
      .toSorted((a, b) => a - b)
      .join(" ");
    const moment = known.get(key) ?? expectAll(product(factors), variables);
    known.set(key, moment);
    return moment;
  };
};

/**
 * The expectation of a value over independent random variables. It is linear, and that of a product of independent
 * factors is the product of theirs: so most expectations are integrals over one variable.
 */
export const expect = (value: Expression, random: ReadonlySet<Binding>): Expression => {
  if (random.size === 1) return expectAll(value, [...random]);
  const momentOf = createMoments();
  const terms = termsOf(value, random).map((term) =>
    product(groupsOf(term, random).map(({ factors, variables }) => momentOf(factors, [...variables]))),
  );
  return terms.length === 1 ? (terms[0] as Expression) : { kind: "sum", parts: terms };
};
