import { Tensor } from "../evaluation/tensor.ts";
import type { Binding } from "../meaning/expression.ts";
import { Refusal, refusable } from "../refusal.ts";
import type { Point, PointValue } from "./point.ts";
import { domainAt } from "./point.ts";
import type { Trial } from "./trial.ts";

const DIGITS = [1, 2, 3];

const roundTo = (value: PointValue, digits: number): PointValue =>
  value instanceof Tensor
    ? value.map((entry) => Number(entry.toPrecision(digits)))
    : Number(value.toPrecision(digits));

const isInside = (variable: Binding, value: PointValue, point: Point): boolean => {
  const { kind, from, to, property } = domainAt(variable, point);
  if (value instanceof Tensor)
    return property === undefined && value.entries.every((entry) => entry > from && entry < to);
  return (value > from && value < to) || (kind === "integer" && value >= from && value <= to);
};

/** Values to try in place of one, the most readable first; a length stays, since vectors have it. */
const candidates = (variable: Binding, value: PointValue): readonly PointValue[] => {
  const isWhole = variable.domain?.kind === "integer";
  const simple = value instanceof Tensor || isWhole ? [] : [1, 2, 0.5, 3];
  return [...simple, ...DIGITS.map((digits) => roundTo(value, digits))];
};

/** The most readable value of one coordinate at which the claim still fails. */
const shortenAt = (
  failure: Trial,
  variable: Binding,
  attempt: (point: Point) => Trial,
  isAllowed: (point: Point) => boolean,
): Trial => {
  const value = failure.point.get(variable) ?? 0;
  for (const candidate of candidates(variable, value)) {
    const point: Point = new Map(failure.point).set(variable, candidate);
    if (!isInside(variable, candidate, point) || !isAllowed(point)) continue;
    const trial = refusable(() => attempt(point));
    if (!(trial instanceof Refusal) && trial.finding === failure.finding) return trial;
  }
  return failure;
};

/** The same failure at values that are easier to read. */
export const shrink = (
  failure: Trial,
  attempt: (point: Point) => Trial,
  isAllowed: (point: Point) => boolean,
): Trial => {
  const isSimple = (value: PointValue): boolean => !(value instanceof Tensor) && String(value).length <= 3;
  return [...failure.point].reduce(
    (trial, [variable, value]) => (isSimple(value) ? trial : shortenAt(trial, variable, attempt, isAllowed)),
    failure,
  );
};
