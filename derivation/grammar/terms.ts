import type { Binding, Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import { boundIn } from "../meaning/free.ts";
import { randomIn } from "./random-in.ts";

const MOST_TERMS = 120;
const LARGEST_POWER = 4;

const isSumOf = (part: Expression, random: ReadonlySet<Binding>): boolean =>
  (part.kind === "sum" || part.kind === "power") && [...boundIn(part)].some((binding) => random.has(binding));

/** A power of a sum as the sum repeated; anything else as itself. */
const repeated = (part: Expression): readonly Expression[] => {
  const isSmall =
    part.kind === "power" &&
    part.exponent.kind === "number" &&
    Number.isInteger(part.exponent.value) &&
    part.exponent.value >= 1 &&
    part.exponent.value <= LARGEST_POWER &&
    ["sum", "negative", "product", "quotient", "call"].includes(part.base.kind);
  if (!isSmall || part.kind !== "power" || part.exponent.kind !== "number") return [part];
  return Array.from({ length: part.exponent.value }, () => part.base);
};

/** Definitions of random quantities, such as Z = μ + σV, in full. */
const inFull = (part: Expression): Expression =>
  part.kind === "call" && part.of.parameters.length === 0 && boundIn(part).size > 0
    ? inFull(part.of.body())
    : part;

/** A value as a sum of products, so that independent factors come apart: (X + Y)² is X·X + X·Y + Y·X + Y·Y. */
export const termsOf = (
  value: Expression,
  random: ReadonlySet<Binding>,
): readonly (readonly Expression[])[] => {
  const full = inFull(value);
  const isRandom = [...boundIn(full)].some((binding) => random.has(binding));
  if (!isRandom) return [[full]];
  if (full.kind === "sum") return full.parts.flatMap((part) => termsOf(part, random));
  if (full.kind === "negative") return termsOf(full.of, random).map((term) => [number(-1), ...term]);
  if (full.kind === "quotient" && randomIn(full.bottom).size === 0)
    return termsOf(full.top, random).map((term) => [
      ...term,
      { kind: "quotient", top: number(1), bottom: full.bottom },
    ]);
  const factors = full.kind === "product" ? full.parts.flatMap(repeated) : repeated(full);
  const isSplit = factors.length > 1 || full.kind === "product";
  if (!isSplit) return [[full]];
  const expanded = factors.map((factor) =>
    isSumOf(factor, random) || factor !== full ? termsOf(factor, random) : [[factor]],
  );
  const count = expanded.reduce((total, terms) => total * terms.length, 1);
  if (count > MOST_TERMS) return [[full]];
  return expanded.reduce<readonly (readonly Expression[])[]>(
    (all, terms) => all.flatMap((left) => terms.map((right) => [...left, ...right])),
    [[]],
  );
};
