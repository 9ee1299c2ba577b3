import { evaluateConstant } from "./constant.ts";
import type { Domain } from "./meaning/domain.ts";
import { Refusal } from "./refusal.ts";

const refuse = (reason: string, offset: number): never => {
  throw new Refusal(reason, offset);
};

const BLACKBOARD: Record<string, Domain> = {
  R: { kind: "real", from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
  "\\mathbb{R}": { kind: "real", from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
  "\\R": { kind: "real", from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
};

/** `(0, 3)`, `[0, \infty)`, `1..8`, `R`; ends are constant formulas. Sampling leaves the ends of an interval out. */
export const parseDomain = (
  text: string,
  offset: number,
  expansions: Readonly<Record<string, string>>,
): Domain => {
  const known = BLACKBOARD[text];
  if (known) return known;
  const range = /^(.+?)\.\.(.+)$/.exec(text);
  const interval = /^[([](.+),(.+)[)\]]$/.exec(text);
  const [, low = "", high = ""] = range ?? interval ?? [];
  if (!range && !interval) refuse(`unsupported domain “${text}”: write (a, b), [a, b], 1..8 or R`, offset);
  const [from, to] = [low, high].map((end) => evaluateConstant(end.trim(), expansions));
  if (from === undefined || to === undefined || !(from < to))
    return refuse(`an empty domain “${text}”`, offset);
  const isWhole = Number.isInteger(from) && (Number.isInteger(to) || to === Number.POSITIVE_INFINITY);
  if (range && !isWhole) refuse(`the range “${text}” has bounds that are not integers`, offset);
  return { kind: range ? "integer" : "real", from, to };
};
