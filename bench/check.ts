/**
 * What checking costs, in CPU time as a multiple of KaTeX's rendering of the same formulas: of the tests' derivations
 * by kind, and of the whole course, problem by problem, where nothing is known, where one formula was edited (the mean
 * over all of them), and where all checks are known. The declarations that checking typesets on its way count as
 * rendering.
 *
 *     node bench/check.ts
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import katex from "katex";
import { parse } from "yaml";
import type { MacroTable } from "../derivation/index.ts";
import { checkDisplay, createScope, noKnownChecks, parseSymbols } from "../derivation/index.ts";
import type { Derivation } from "../tests/derivation/chains.ts";
import { CHAINS, IDENTITIES } from "../tests/derivation/chains.ts";
import { CALCULUS } from "../tests/derivation/chains-calculus.ts";
import { LINEAR } from "../tests/derivation/chains-linear.ts";
import { RANDOM } from "../tests/derivation/chains-random.ts";
import { memory, type Solution, solutionsIn } from "./course-checks.ts";

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

/** Milliseconds of CPU time for one solution. */
interface Costs {
  readonly path: string;
  readonly formulas: number;
  readonly cold: number;
  readonly edited: number;
  readonly known: number;
  readonly rendered: number;
}

type Memory = ReturnType<typeof memory>;

const ROUNDS = 5;

/** Milliseconds of CPU time, whatever else the machine does. */
const timeOf = (run: () => void): number => {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

/** The best of several rounds: the first ones pay for compiling our own code. */
const bestOf = (run: () => void): number => Math.min(...Array.from({ length: ROUNDS }, () => timeOf(run)));

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

/** Milliseconds for a solution in which one formula is edited, on average over all of them. */
const editing = async ({ check, prepare }: Solution, { checks, ...known }: Memory): Promise<number> => {
  const all = [...checks.keys()];
  await prepare(all.length);
  const times = all.map((key) => {
    const checked = checks.get(key);
    checks.delete(key);
    const time = timeOf(() => check(known));
    if (checked) checks.set(key, checked);
    return time;
  });
  return times.reduce((sum, time) => sum + time, 0) / times.length;
};

const measured = async (solution: Solution): Promise<Costs> => {
  const { check, render, renderNotation, prepare, path, formulas } = solution;
  const known = memory();
  await prepare(2 * ROUNDS + 1);
  const cold = bestOf(() => check(noKnownChecks));
  check(known);
  const all = bestOf(() => check(known));
  const edited = await editing(solution, known);
  const notation = bestOf(renderNotation);
  return {
    path,
    formulas,
    cold: cold - notation,
    edited: edited - notation,
    known: all - notation,
    rendered: bestOf(render) + notation,
  };
};

const line = ({ path, formulas, rendered, ...costs }: Costs): string =>
  [
    path.padEnd(36),
    `${String(formulas).padStart(5)} formulas`,
    ...Object.entries(costs).map(([name, time]) => `${name} ${(time / rendered).toFixed(2)} ×`),
  ].join("  ");

const solutions = await solutionsIn(fileURLToPath(new URL("..", import.meta.url)));
const costs: Costs[] = [];
for (const solution of solutions) costs.push(await measured(solution));
const total = costs.reduce((sum, each) => ({
  path: "the whole course",
  formulas: sum.formulas + each.formulas,
  cold: sum.cold + each.cold,
  edited: sum.edited + each.edited,
  known: sum.known + each.known,
  rendered: sum.rendered + each.rendered,
}));
console.log(`\nChecking the course, as a multiple of rendering its formulas:`);
for (const each of [...costs, total]) console.log(line(each));
