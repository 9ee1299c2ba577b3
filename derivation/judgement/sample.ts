import { compileConditions } from "../evaluation/compile-cases.ts";
import type { Compiler, Frame } from "../evaluation/compiler.ts";
import { Tensor } from "../evaluation/tensor.ts";
import type { Binding, Condition } from "../meaning/expression.ts";
import { extentOf } from "../meaning/shape.ts";
import { Refusal } from "../refusal.ts";
import type { Point, PointValue } from "./point.ts";
import { domainAt, inOrder, lengthAt } from "./point.ts";
import type { Random } from "./random.ts";
import { readableIn, sampleIn } from "./sample-domain.ts";
import { drawTensor, withProperty } from "./sample-tensor.ts";

const READABLE_POINTS = 6;
const TRIES_PER_POINT = 200;

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Entries are rounded to a tenth at readable points, where that leaves them in the domain and unlike each other. */
const sampleTensor = (variable: Binding, point: Point, isReadable: boolean, random: Random): PointValue => {
  const domain = domainAt(variable, point);
  const [rows, columns] = extentOf(variable.shape ?? []).map((length) => lengthAt(length, point));
  const taken = new Set([0]);
  const draw = (): number => {
    const value = sampleIn(domain, random);
    const short = rounded(value);
    const isUsable = isReadable && short > domain.from && short < domain.to && !taken.has(Math.abs(short));
    taken.add(Math.abs(short));
    return isUsable ? short : value;
  };
  return withProperty(drawTensor(rows ?? 1, columns ?? 1, draw), domain.property);
};

/** The k-th readable value of the j-th variable: neighbouring variables get different values. */
const readableValue = (variable: Binding, j: number, k: number, point: Point, random: Random): PointValue => {
  const domain = domainAt(variable, point);
  const values = readableIn(domain);
  return values[(k + j * (k + 1)) % values.length] ?? sampleIn(domain, random);
};

const drawPoint = (variables: readonly Binding[], k: number, isReadable: boolean, random: Random): Point => {
  const point = new Map<Binding, PointValue>();
  for (const [j, variable] of variables.entries()) {
    if (variable.shape) point.set(variable, sampleTensor(variable, point, isReadable, random));
    else if (isReadable) point.set(variable, readableValue(variable, j, k, point, random));
    else point.set(variable, sampleIn(domainAt(variable, point), random));
  }
  return point;
};

const keyOf = (point: Point): string =>
  [...point.values()].map((value) => (value instanceof Tensor ? value.entries.join(",") : value)).join(" ");

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
  random: Random,
): readonly Point[] => {
  if (variables.length === 0) return [new Map()];
  const ordered = inOrder(variables);
  const points = new Map<string, Point>();
  for (let k = 0; k < count * TRIES_PER_POINT && points.size < count; k += 1) {
    const isReadable = k < READABLE_POINTS && points.size < count / 2;
    const point = drawPoint(ordered, k, isReadable, random);
    if (isAllowed(point)) points.set(keyOf(point), point);
  }
  if (points.size === 0) throw new Refusal("no sample point satisfies the conditions: narrow the domains");
  return [...points.values()];
};
