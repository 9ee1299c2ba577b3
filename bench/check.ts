/**
 * How fast derivations are checked, as formulas per second, by kind, beside KaTeX's rendering of the same formulas:
 *
 *     node bench/check.ts
 */
import { readFileSync } from "node:fs";
import katex from "katex";
import { parse } from "yaml";
import type { MacroTable } from "../derivation/index.ts";
import { checkDisplay, createScope, parseSymbols } from "../derivation/index.ts";
import type { Derivation } from "../tests/derivation/chains.ts";
import { CHAINS, IDENTITIES } from "../tests/derivation/chains.ts";
import { CALCULUS } from "../tests/derivation/chains-calculus.ts";
import { LINEAR } from "../tests/derivation/chains-linear.ts";
import { RANDOM } from "../tests/derivation/chains-random.ts";

const macros = parse(readFileSync(new URL("../content/macros.yaml", import.meta.url), "utf8")) as MacroTable;
const shown = Object.fromEntries(
  Object.entries(macros).map(([name, macro]) => [name, typeof macro === "string" ? macro : macro.shown]),
);

const KINDS: readonly (readonly [kind: string, derivations: readonly Derivation[]])[] = [
  ["reference chains", CHAINS],
  ["identities", IDENTITIES],
  ["vectors and matrices", LINEAR],
  ["random variables", RANDOM],
  ["calculus", CALCULUS],
];

const ROUNDS = 5;

/** Milliseconds for one round, the best of several: the first ones pay for compiling our own code. */
const bestOf = (run: () => void): number => {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
};

const check = (derivations: readonly Derivation[]): void => {
  for (const { symbols, displays } of derivations) {
    const scope = createScope(parseSymbols(symbols, { macros }).scope);
    for (const tex of displays) checkDisplay({ tex, macros, scope, seed: 1 });
  }
};

const render = (derivations: readonly Derivation[]): void => {
  for (const { displays } of derivations)
    for (const tex of displays)
      katex.renderToString(tex, { displayMode: true, macros: { ...shown }, strict: "ignore" });
};

for (const [kind, derivations] of KINDS) {
  const formulas = derivations.reduce((sum, { displays }) => sum + displays.length, 0);
  const [checked, rendered] = [bestOf(() => check(derivations)), bestOf(() => render(derivations))];
  const perSecond = (milliseconds: number): string => ((1000 * formulas) / milliseconds).toFixed(0);
  console.log(
    `${kind.padEnd(22)} ${String(formulas).padStart(3)} formulas  ${perSecond(checked).padStart(6)} checked/s  ${perSecond(rendered).padStart(6)} rendered/s  ${(checked / rendered).toFixed(1)} × the time of rendering`,
  );
}
