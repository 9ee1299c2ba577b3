import type { ChainResult } from "./check-chain.ts";
import { benchFor, checkLink, noteOf } from "./check-chain.ts";
import type { Budget } from "./evaluation/compiler.ts";
import type { Link } from "./link.ts";
import type { Chain } from "./statements/statements.ts";
import type { Display, Step } from "./step.ts";
import type { Pieces } from "./tex/pieces.ts";

const isVerified = ({ steps }: ChainResult): boolean => steps.every(({ outcome }) => outcome === "verified");

/** A conclusion from what could not be read may be right, whatever it looks like without it. */
const doubted = (result: ChainResult, premises: readonly ChainResult[]): ChainResult => {
  const unread = premises.flatMap(({ steps }) => steps).find(({ outcome }) => outcome === "unchecked");
  if (!unread) return result;
  const steps = result.steps.map(
    ({ counterexample: _, ...step }): Step =>
      step.outcome === "false"
        ? { ...step, outcome: "unchecked", reason: `its premise is not checked: ${unread.reason ?? ""}` }
        : step,
  );
  return { ...result, steps };
};

const isNumeral = (side: Pieces): boolean =>
  side.every(({ kind }) => kind === "number" || kind === "sign" || kind === "space");

/**
 * The links of a premise that do not hold everywhere: equations or inequalities, rather than claims. In a longer chain,
 * `\ell'(\mu) = … = 0`, only that to a number is one.
 */
const conditional = ({ steps, judged }: ChainResult): readonly Link[] => {
  const offset = steps.length - judged.length;
  const isAssumable = (link: Link): boolean => judged.length === 1 || [link.left, link.right].some(isNumeral);
  return judged.filter((link, k) => steps[k + offset]?.outcome === "false" && isAssumable(link));
};

/** The premise once its false links are taken for what is assumed. */
export const assumed = (premise: ChainResult, display: Display): ChainResult => {
  const offset = premise.steps.length - premise.judged.length;
  const open = new Set<Link | undefined>(conditional(premise));
  const links = conditional(premise).map((link) => ({ ...link, assumptions: [] }));
  return {
    ...premise,
    steps: premise.steps.filter((_, k) => !open.has(premise.judged[k - offset])),
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
  premises: readonly ChainResult[],
  check: (given: readonly Link[]) => ChainResult,
  converse: (result: ChainResult, given: readonly Link[]) => ChainResult,
): { readonly result: ChainResult; readonly isPremiseAssumed: boolean } => {
  const isMutual = chain.premise?.connective === "is equivalent to";
  const finish = (result: ChainResult, given: readonly Link[]): ChainResult =>
    isMutual && given.length > 0 ? converse(result, given) : result;
  const known = premises.flatMap(({ given }) => given);
  const plain = check(known);
  const open = premises.flatMap(conditional);
  if (open.length === 0) return { result: finish(doubted(plain, premises), known), isPremiseAssumed: false };
  if (isVerified(plain) && plain.steps.length > 0) return { result: plain, isPremiseAssumed: false };
  const given = [...known, ...open.map((link) => ({ ...link, assumptions: [] }))];
  return { result: finish(doubted(check(given), premises), given), isPremiseAssumed: true };
};
