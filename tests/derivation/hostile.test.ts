import { describe, expect, test } from "vitest";
import { checkDisplay, createScope } from "../../derivation/index.ts";
import { createRandom } from "../../derivation/judgement/random.ts";
import { CORPUS, SYMBOLS } from "./corpus.ts";
import { CALCULUS_CORPUS } from "./corpus-calculus.ts";
import { LEARNING } from "./corpus-learning.ts";
import { LINEAR_CORPUS, SYMBOLS_OF_LINEAR } from "./corpus-linear.ts";
import { PROBABILITY, SYMBOLS_OF_PROBABILITY } from "./corpus-probability.ts";
import { DERIVATIONS } from "./derivations.ts";
import { isFull, macros, scopeOf, stepsOf } from "./setting.ts";

const tex = String.raw;
/** Milliseconds of processor time: other work on the machine does not count. */
const LONGEST = 3_000;

const doubled = Array.from({ length: 40 }, (_, k) => `A_{${k + 1}} = A_{${k}} + A_{${k}}`).join(", \\quad ");
const logged = Array.from({ length: 40 }, (_, k) => `A_{${k + 1}} = A_{${k}} A_{${k}}`).join(", \\quad ");

const HOSTILE: readonly (readonly [title: string, tex: string])[] = [
  ["ten thousand braces", `${"{".repeat(10_000)}x${"}".repeat(10_000)} = x`],
  ["a thousand fractions", `${"\\frac{1}{".repeat(1_000)}x${"}".repeat(1_000)} = x`],
  ["three thousand brackets", `${"(".repeat(3_000)}x${")".repeat(3_000)} = x`],
  ["twenty thousand summands", `${"x+".repeat(20_000)}x = 20001x`],
  ["nine thousand summands", `${"x+".repeat(9_000)}x = 9002x`],
  ["a thousand steps", `x${" = x".repeat(1_000)}`],
  ["a sum to 10⁹", tex`\sum_{k=1}^{1000000000} k = 1`],
  ["a sum to 10^{10^{10}}", tex`\sum_{k=1}^{10^{10^{10}}} k = 1`],
  ["sums within sums", tex`\sum_{i=1}^{9999}\sum_{j=1}^{9999}\sum_{k=1}^{9999} ijk = 1`],
  ["a huge exponent", tex`9^{9^{9^{9}}} = 1`],
  ["a huge factorial", tex`((99!)!)! = 1`],
  ["an integral that oscillates", tex`\int_0^1 \sin\left(\frac{1}{x}\right)dx = 1`],
  ["an integral that oscillates to infinity", tex`\int_0^\infty \sin(x^2)\,dx = 1`],
  ["a pole inside", tex`\int_0^1 \frac{1}{x-\frac13}\,dx = \log 2`],
  ["a double pole inside", tex`\int_{-1}^1 \frac{1}{x^2}\,dx = -2`],
  ["integrals within integrals", tex`\int_0^1\int_0^1\int_0^1\int_0^1 e^{xyzw}\,dx\,dy\,dz\,dw = 1`],
  ["a slowly convergent sum", tex`\sum_{k=2}^{\infty} \frac{1}{k\log^2 k} = 2.1`],
  ["a divergent sum", tex`\sum_{k=1}^{\infty} 2^k = -2`],
  ["a macro that calls itself", tex`\def\a{\a\a}\a = 1`],
  ["a macro that doubles", tex`\def\a#1{#1#1}\a{\a{\a{\a{\a{\a{\a{\a{\a{\a{\a{\a{x}}}}}}}}}}}} = 1`],
  ["a definition by itself", tex`A = A + 1 = 2`],
  ["two definitions by each other", tex`A = B + 1, \quad B = A - 1 = 2`],
  ["definitions that double in cost", tex`A_{0} = 1, \quad ${doubled} = 1`],
  ["logarithms of definitions that double in cost", tex`A_{0} = 1, \quad ${logged}, \quad \log A_{40} = 0`],
  ["derivatives of derivatives", tex`\frac{d^4}{dx^4}\frac{d^4}{dx^4}\frac{d^4}{dx^4} e^{\sin x} = 1`],
];

describe("hostile TeX gets an answer or a refusal with a place, within a bounded time", () => {
  test.each(HOSTILE)("%s", (_, hostile) => {
    const start = process.threadCpuUsage();
    const steps = stepsOf(hostile, "x in (0.2, 0.9)");
    expect(process.threadCpuUsage(start).user / 1000).toBeLessThan(LONGEST);
    expect(steps.filter(({ outcome }) => outcome === "verified").length).toBeLessThan(steps.length);
    for (const { offset } of steps) expect(offset).toBeLessThanOrEqual(hostile.length);
  });
});

const SOURCES = [
  ...[...CORPUS, ...CALCULUS_CORPUS, ...LINEAR_CORPUS, ...PROBABILITY, ...LEARNING].map(
    ([formula]) => `${formula} = x`,
  ),
  ...DERIVATIONS.flatMap(({ displays }) => displays),
];
const JUNK = [
  "{",
  "}",
  "^",
  "_",
  "\\frac",
  "(",
  ")",
  "|",
  "\\left(",
  "\\right)",
  "&",
  "\\\\",
  "=",
  "\\int_0^{",
  "\\sum_{k=1}^",
  "\\infty",
  "9",
  "/",
  "\\begin{cases}",
  "\\end{cases}",
  "'",
  "!",
  "\\text{for }",
  ",",
  "\\quad",
  "d",
  "\\sqrt",
  "\\log",
  "~",
  "#",
  "$",
  "%",
];

/** A formula with up to three pieces cut out, put in or taken from another formula. */
const mangled = (random: () => number): string => {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? "";
  let formula = pick(SOURCES);
  for (let k = 0; k < 1 + Math.floor(random() * 3); k += 1) {
    const at = Math.floor(random() * formula.length);
    const cut = random() < 0.4 ? 0 : Math.floor(random() * 6);
    formula =
      formula.slice(0, at) +
      (random() < 0.6 ? pick(JUNK) : pick(SOURCES).slice(0, 20)) +
      formula.slice(at + cut);
  }
  return formula;
};

const MANGLED = isFull ? 10_000 : 600;

test("mangled formulas never throw, every step has a place in the formula, and none takes long", () => {
  const random = createRandom(20_261_122);
  const scope = scopeOf(SYMBOLS + SYMBOLS_OF_LINEAR + SYMBOLS_OF_PROBABILITY);
  let longest = 0;
  for (let k = 0; k < MANGLED; k += 1) {
    const formula = mangled(random);
    const start = process.threadCpuUsage().user;
    const { steps } = checkDisplay({ tex: formula, macros, scope: createScope(scope), seed: k });
    longest = Math.max(longest, (process.threadCpuUsage().user - start) / 1000);
    for (const { offset, outcome, reason } of steps) {
      expect(offset).toBeGreaterThanOrEqual(0);
      expect(offset).toBeLessThanOrEqual(formula.length);
      if (outcome === "unchecked") expect(reason).toBeTruthy();
    }
  }
  if (isFull) console.info(`${MANGLED} mangled formulas, the longest took ${longest.toFixed(0)} ms`);
  expect(longest).toBeLessThan(2 * LONGEST);
}, 600_000);
