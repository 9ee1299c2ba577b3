import { compileConditions } from "../evaluation/compile-cases.ts";
import type { Compiler, Frame } from "../evaluation/compiler.ts";
import type { Binding, Condition } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import type { Random } from "./random.ts";
import { readableIn, sampleIn } from "./sample-domain.ts";

/** A value for each variable. */
export type Point = ReadonlyMap<Binding, number>;

const REAL_LINE = { kind: "real", from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY } as const;
const READABLE_POINTS = 6;
const TRIES_PER_POINT = 200;

/** The k-th readable point: neighbouring variables get different values. */
const readablePoint = (variables: readonly Binding[], k: number, random: Random): Point =>
  new Map(
    variables.map((variable, j) => {
      const domain = variable.domain ?? REAL_LINE;
      const values = readableIn(domain);
      return [variable, values[(k + j * (k + 1)) % values.length] ?? sampleIn(domain, random)];
    }),
  );

const randomPoint = (variables: readonly Binding[], random: Random): Point =>
  new Map(variables.map((variable) => [variable, sampleIn(variable.domain ?? REAL_LINE, random)]));

const keyOf = (point: Point): string => [...point.values()].join(" ");

/** A frame that holds a point. */
export const frameAt = <T>(point: Point, { slotOf, arithmetic }: Compiler<T>): Frame<T> => {
  const frame: Frame<T> = [];
  for (const [variable, value] of point) frame[slotOf(variable)] = arithmetic.constant(value);
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
  const points = new Map<string, Point>();
  for (let k = 0; k < count * TRIES_PER_POINT && points.size < count; k += 1) {
    const isReadable = k < READABLE_POINTS && points.size < count / 2;
    const point = isReadable ? readablePoint(variables, k, random) : randomPoint(variables, random);
    if (isAllowed(point)) points.set(keyOf(point), point);
  }
  if (points.size === 0) throw new Refusal("no sample point satisfies the conditions: narrow the domains");
  return [...points.values()];
};
