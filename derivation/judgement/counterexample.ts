import type { Binding } from "../meaning/expression.ts";
import { Refusal, refusable } from "../refusal.ts";
import type { Point } from "./sample.ts";
import type { Trial } from "./trial.ts";

const DIGITS = [1, 2, 3];

const isInside = ({ domain }: Binding, value: number): boolean =>
  !domain ||
  (value > domain.from && value < domain.to) ||
  (domain.kind === "integer" && value >= domain.from && value <= domain.to);

/** The shortest rounding of one coordinate at which the claim still fails. */
const shortenAt = (
  failure: Trial,
  variable: Binding,
  attempt: (point: Point) => Trial,
  isAllowed: (point: Point) => boolean,
): Trial => {
  const value = failure.point.get(variable) ?? 0;
  for (const digits of DIGITS) {
    const rounded = Number(value.toPrecision(digits));
    const point: Point = new Map(failure.point).set(variable, rounded);
    if (!isInside(variable, rounded) || !isAllowed(point)) continue;
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
): Trial =>
  [...failure.point.keys()].reduce(
    (trial, variable) => shortenAt(trial, variable, attempt, isAllowed),
    failure,
  );
