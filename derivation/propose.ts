import { checkDisplay } from "./check.ts";
import { declare } from "./declarations.ts";
import { createScope } from "./meaning/scope.ts";
import { Refusal, refusable } from "./refusal.ts";
import type { Display } from "./step.ts";
import { expansionsFor } from "./tex/macros.ts";

const MOST_PROPOSALS = 20;

/** Laws by the parameters that a formula speaks of, the more telling ones first. */
const LAWS: readonly (readonly [law: string, signs: readonly RegExp[]])[] = [
  ["Normal(\\mu, \\sigma^2)", [/\\mu(?![a-z])/, /\\sigma(?![a-z])/]],
  ["Poisson(\\lambda)", [/\\lambda/, /!/]],
  ["Exponential(\\lambda)", [/\\lambda/]],
  ["Binomial(n, p)", [/\\binom/, /(?<![a-z\\])n(?![a-z])/, /(?<![a-z\\])p(?![a-z])/]],
  ["Bernoulli(\\theta)", [/\\theta/, /1\s*-\s*\\theta/]],
  ["Bernoulli(p)", [/(?<![a-z\\])p(?![a-z])/, /1\s*-\s*p/]],
];

/** The law of a random variable with the parameters that the formula itself mentions. */
const withLaw = (line: string, tex: string): string => {
  const [, name] = /^(\\?\w+) ~ /.exec(line) ?? [];
  const [law] = LAWS.find(([, signs]) => signs.every((sign) => sign.test(tex))) ?? [];
  return name === "X" && law !== undefined ? line.replace(/~ .*\)/, `~ ${law}`) : line;
};

/**
 * The lines of a `symbols` block that a display needs, ready to paste; empty if it needs none. Their domains are
 * guesses by the habits of the field: whoever pastes them must see whether they fit.
 */
export const proposeSymbols = (display: Display): readonly string[] => {
  const scope = createScope(display.scope);
  const expansions = expansionsFor(display.macros);
  const lines: string[] = [];
  const tried = new Set<string>();
  while (lines.length < MOST_PROPOSALS) {
    const { steps } = checkDisplay({ ...display, scope: createScope(scope) });
    const proposal = steps.map((step) => step.proposal).find((one) => one !== undefined && !tried.has(one));
    if (proposal === undefined) break;
    tried.add(proposal);
    const line = withLaw(proposal, display.tex);
    if (refusable(() => declare({ text: line, scope, expansions })) instanceof Refusal) break;
    lines.push(line);
  }
  return lines;
};
