import { declaredIn, within } from "../meaning/parts.ts";
import type { Claim } from "./trial.ts";

const PLENTY = 24;
const WITH_CALCULUS = 8;
const WITH_NESTED_CALCULUS = 4;
/** Indices are seldom all different: fewer points may not tell w_j from w_k. */
const WITH_INDICES = 12;

/** How many points a claim is tried at: calculus is dear. */
export const pointsFor = ({ left, right, equations }: Claim): number => {
  const sides = [left, right, ...equations.flatMap((equation) => [equation.left, equation.right])];
  const all = sides.flatMap(within);
  const integrals = all.filter(({ kind }) => kind === "integral");
  const isNested = integrals.some((one) => within(one).filter(({ kind }) => kind === "integral").length > 1);
  const isIndexed = [...declaredIn(left, right)].some(({ domain }) => typeof domain?.to === "object");
  if (all.some(({ kind }) => kind === "mean")) return isIndexed ? WITH_INDICES : WITH_NESTED_CALCULUS;
  if (isNested) return WITH_NESTED_CALCULUS;
  return integrals.length > 0 ? WITH_CALCULUS : PLENTY;
};
