import { Tensor } from "../evaluation/tensor.ts";
import type { Domain } from "../meaning/domain.ts";
import type { Binding } from "../meaning/expression.ts";
import type { Dimension } from "../meaning/shape.ts";
import { Refusal } from "../refusal.ts";

/** The value of a number, a vector or a matrix. */
export type PointValue = number | Tensor<number>;

/** A value for each variable. */
export type Point = ReadonlyMap<Binding, PointValue>;

/** A domain whose end is known. */
export type Interval = Domain & { readonly to: number };

const REAL_LINE = { kind: "real", from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY } as const;

/** A length, or the end of a range, at a point. Raises a Refusal if the point does not tell. */
export const lengthAt = (dimension: Dimension, point: Point): number => {
  const length = typeof dimension === "number" ? dimension : point.get(dimension);
  if (typeof length !== "number") throw new Refusal("a length that no sample point tells");
  return length;
};

/** Where a variable lives, given the lengths at a point. */
export const domainAt = ({ domain = REAL_LINE }: Binding, point: Point): Interval => ({
  ...domain,
  to: lengthAt(domain.to, point) + (domain.shift ?? 0),
});

/** The values by name, entries one by one: `x_{1}`, `A_{1,2}`. */
export const flatten = (point: Point): readonly (readonly [name: string, value: number])[] =>
  [...point].flatMap(([{ name, shape }, value]) => {
    if (!(value instanceof Tensor)) return [[name, value] as const];
    return value.entries.map((entry, k) => {
      const [row, column] = [Math.floor(k / value.columns) + 1, (k % value.columns) + 1];
      return [`${name}_{${shape?.length === 2 ? `${row},${column}` : row}}`, entry] as const;
    });
  });

/** Lengths before what has them: the order in which variables get their values. */
export const inOrder = (variables: readonly Binding[]): readonly Binding[] => {
  const named = variables.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const depth = (binding: Binding): number => {
    const lengths = [...(binding.shape ?? []), binding.domain?.to].filter((one) => typeof one === "object");
    return lengths.length === 0 ? 0 : 1 + Math.max(...lengths.map(depth));
  };
  return named.toSorted((a, b) => depth(a) - depth(b));
};
