import { compileConditions } from "../evaluation/compile-cases.ts";
import type { Compiler, Frame } from "../evaluation/compiler.ts";
import { Tensor } from "../evaluation/tensor.ts";
import type { Binding, Condition } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import type { Point, PointValue } from "./point.ts";
import { inOrder } from "./point.ts";
import type { Sampler } from "./sampler.ts";
import { isReadable } from "./sampler.ts";

const TRIES_PER_POINT = 200;

/** A point and its number, by which all links of a chain know it. A point of another origin has none. */
export interface Sample {
  readonly point: Point;
  readonly index?: number;
}

const drawPoint = (variables: readonly Binding[], k: number, sampler: Sampler): Point => {
  const point = new Map<Binding, PointValue>();
  for (const variable of variables) point.set(variable, sampler(variable, k, point));
  return point;
};

const keyOf = (point: Point): string =>
  [...point.values()].map((value) => (value instanceof Tensor ? value.entries.join(",") : value)).join(" ");

/** Random reals do not come twice. */
const isNew = (point: Point, k: number): boolean =>
  !isReadable(k) && point.values().some((value) => typeof value === "number" && !Number.isInteger(value));

/** A frame that holds a point. */
export const frameAt = <T>(point: Point, { slotOf, arithmetic }: Compiler<T>): Frame<T> => {
  const frame: Frame<T> = [];
  for (const [variable, value] of point)
    frame[slotOf(variable)] =
      value instanceof Tensor ? value.map(arithmetic.constant) : arithmetic.constant(value);
  return frame;
};

/** A test whether a point satisfies the conditions and every variable's domain. */
export const compileFilter = <T>(
  conditions: readonly Condition[],
  compiler: Compiler<T>,
): ((point: Point) => boolean) => {
  if (conditions.length === 0) return () => true;
  const holds = compileConditions(conditions, compiler);
  return (point) => holds(frameAt(point, compiler));
};

/**
 * Distinct points that satisfy the conditions: small and readable ones first, then random ones.
 * Raises a Refusal if none is found.
 */
export const samplePoints = (
  variables: readonly Binding[],
  isAllowed: (point: Point) => boolean,
  count: number,
  sampler: Sampler,
): readonly Sample[] => {
  if (variables.length === 0) return [{ point: new Map(), index: 0 }];
  const ordered = inOrder(variables);
  const samples = new Map<string, Sample>();
  for (let k = 0; k < count * TRIES_PER_POINT && samples.size < count; k += 1) {
    const point = drawPoint(ordered, k, sampler);
    const key = isNew(point, k) ? String(k) : keyOf(point);
    if (!samples.has(key) && isAllowed(point)) samples.set(key, { point, index: k });
  }
  if (samples.size === 0) throw new Refusal("no sample point satisfies the conditions: narrow the domains");
  return [...samples.values()];
};
