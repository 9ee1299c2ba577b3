import { assumed, checkConclusion, checkConverse } from "./check-arrow.ts";
import type { ChainResult } from "./check-chain.ts";
import { checkChain, definitionIn } from "./check-chain.ts";
import { Budget } from "./evaluation/compiler.ts";
import type { Link } from "./link.ts";
import type { Chain } from "./statements/statements.ts";
import type { CheckedDisplay, Display } from "./step.ts";
import { kindOf } from "./step.ts";

/** Bounds the time that a display may take, in evaluations (about one second). */
const EVALUATIONS = 4_000_000;

/** Checks the chains of a display in their order, each with what the arrow before it lets it assume. */
export const checkChains = (chains: readonly Chain[], display: Display): CheckedDisplay => {
  const notes = chains.map((chain) => definitionIn(chain, display));
  const budget = new Budget(EVALUATIONS);
  const results = new Map<Chain, ChainResult>();
  for (const [k, chain] of chains.entries()) {
    const check = (given: readonly Link[]): ChainResult =>
      checkChain(chain, notes[k], given, display, budget);
    const from = chain.premise?.chains ?? [];
    const premises = from.map((one) => results.get(one)).filter((one) => one !== undefined);
    if (premises.length === 0) {
      results.set(chain, check([]));
      continue;
    }
    const { result, isPremiseAssumed } = checkConclusion(chain, premises, check, (found, given) =>
      checkConverse(found, given, display, budget),
    );
    results.set(chain, result);
    if (isPremiseAssumed)
      for (const [at, one] of from.entries()) {
        const premise = premises[at];
        if (premise) results.set(one, assumed(premise, display));
      }
  }
  const all = [...results.values()];
  const found = {
    steps: all.flatMap(({ steps }) => steps),
    definitions: all.flatMap(({ definitions }) => definitions),
    equations: all.flatMap(({ equations }) => equations),
  };
  return { kind: kindOf(found), ...found };
};
