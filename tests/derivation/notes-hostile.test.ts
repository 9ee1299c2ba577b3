import { expect, test } from "vitest";
import { checkDisplay, createScope, proposeSymbols } from "../../derivation/index.ts";
import { createRandom } from "../../derivation/judgement/random.ts";
import { SUBJECTS, symbolsOf } from "./notes.ts";
import { isFull, macros } from "./setting.ts";

const NOTES = SUBJECTS.flatMap(({ notes }) => notes);
const MANGLED = isFull ? 10_000 : 500;
/** Milliseconds of processor time. */
const LONGEST = 6_000;

/** What the notes' own notations begin or end with. */
const JUNK = [
  "\\Big[",
  "\\bigr)",
  "\\middle\\|",
  "\\overset{(a)}{=}",
  "\\implies",
  "\\therefore",
  "\\text{ bits}",
  "\\text{, so }",
  "\\mathbf{1}\\{",
  "\\mathbf{0}",
  "I",
  "^\\top",
  "^{(t)}",
  "^*",
  "'",
  "_i",
  "|_{x=1}",
  "D_{KL}(p \\| q)",
  "p(x \\mid \\theta)",
  "\\operatorname{softmax}(z)_i",
  "\\delta_{ij}",
  "\\nabla^2 f",
  "\\sim \\mathcal{N}(0, 1)",
  "\\phantom{",
  "\\underline{x}",
  "TP",
  "Var(",
  "\\begin{equation}",
  "\\end{aligned}",
  "[1, 2]^T",
  "||",
  "σ",
];

const mangled = (tex: string, random: () => number): string => {
  const at = Math.floor(random() * tex.length);
  const cut = random() < 0.5 ? 0 : Math.floor(random() * 8);
  const junk = JUNK[Math.floor(random() * JUNK.length)] ?? "";
  return tex.slice(0, at) + junk + tex.slice(at + cut);
};

test("mangled notes never throw, every step has a place in the formula, and none takes long", () => {
  const random = createRandom(20_261_123);
  let longest = 0;
  for (let k = 0; k < MANGLED; k += 1) {
    const note = NOTES[Math.floor(random() * NOTES.length)];
    if (!note) throw new Error("there are notes");
    const once = mangled(note.tex, random);
    const tex = random() < 0.5 ? once : mangled(once, random);
    const { scope } = symbolsOf(note);
    const start = process.threadCpuUsage().user;
    const { steps } = checkDisplay({ tex, macros, scope: createScope(scope), seed: k });
    longest = Math.max(longest, (process.threadCpuUsage().user - start) / 1000);
    for (const { offset, outcome, reason } of steps) {
      expect(offset).toBeGreaterThanOrEqual(0);
      expect(offset).toBeLessThanOrEqual(tex.length);
      if (outcome === "unchecked") expect(reason).toBeTruthy();
    }
    if (k % 10 === 0) proposeSymbols({ tex, macros, scope: createScope(), seed: k });
  }
  if (isFull) console.info(`${MANGLED} mangled notes, the longest took ${longest.toFixed(0)} ms`);
  expect(longest).toBeLessThan(LONGEST);
}, 900_000);
