import type { ChainResult } from "./check-chain.ts";
import { benchFor, checkLink, noteOf } from "./check-chain.ts";
import type { Budget } from "./evaluation/compiler.ts";
import type { Link } from "./link.ts";
import type { Chain } from "./statements/statements.ts";
import type { Display, Step } from "./step.ts";

const isVerified = ({ steps }: ChainResult): boolean => steps.every(({ outcome }) => outcome === "verified");

/** The links of a premise that do not hold everywhere: equations or inequalities, rather than claims. */
const conditional = ({ steps, judged }: ChainResult): readonly Link[] => {
  const offset = steps.length - judged.length;
  return judged.filter((_, k) => steps[k + offset]?.outcome === "false");
};

/** The premise once its false links are taken for what is assumed. */
export const assumed = (premise: ChainResult, display: Display): ChainResult => {
  const links = conditional(premise).map((link) => ({ ...link, assumptions: [] }));
  return {
    ...premise,
    steps: premise.steps.filter(({ outcome }) => outcome !== "false"),
    judged: [],
    equations: [...premise.equations, ...links.map((link) => noteOf(link, display))],
    given: [...premise.given, ...links],
  };
};

/** Whether the converse holds as well: each assumption is tried at the solutions of the conclusion. */
export const checkConverse = (
  result: ChainResult,
  assumptions: readonly Link[],
  display: Display,
  budget: Budget,
): ChainResult => {
  const conclusion = result.judged.map((link) => ({ ...link, assumptions: [] }));
  const bench = benchFor(assumptions[0]?.left, display, budget);
  const back = assumptions.map((link) => checkLink({ ...link, assumptions: conclusion }, display, bench));
  const doubt = back.find(({ outcome }) => outcome !== "verified");
  const [first, ...rest] = result.steps;
  if (!doubt || !first || !isVerified(result)) return result;
  const { outcome, reason, counterexample, points } = doubt;
  const why = `the converse ${outcome === "false" ? "is false" : `is not checked: ${reason ?? ""}`}`;
  const failed: Step = {
    ...first,
    outcome,
    points,
    reason: why,
    ...(counterexample ? { counterexample: { ...counterexample, hint: "write \\implies" } } : {}),
  };
  return { ...result, steps: [failed, ...rest] };
};

/** A chain behind an arrow: checked as it stands or, if its premise does not hold everywhere, where that holds. */
export const checkConclusion = (
  chain: Chain,
  premise: ChainResult,
  check: (given: readonly Link[]) => ChainResult,
  converse: (result: ChainResult, given: readonly Link[]) => ChainResult,
): { readonly result: ChainResult; readonly isPremiseAssumed: boolean } => {
  const isMutual = chain.premise?.connective === "is equivalent to";
  const finish = (result: ChainResult, given: readonly Link[]): ChainResult =>
    isMutual && given.length > 0 ? converse(result, given) : result;
  const plain = check(premise.given);
  const open = conditional(premise);
  if (open.length === 0) return { result: finish(plain, premise.given), isPremiseAssumed: false };
  if (isVerified(plain)) return { result: plain, isPremiseAssumed: false };
  const given = [...premise.given, ...open.map((link) => ({ ...link, assumptions: [] }))];
  return { result: finish(check(given), given), isPremiseAssumed: true };
};
