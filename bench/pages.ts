import type { Random } from "../lab/random.ts";
import { type Formula, type FormulaSource, pick } from "./formulas.ts";

/** A generated problem: the text of its files, by their names in the problem's folder. */
export type GeneratedProblem = Readonly<Record<string, string>>;

const topics = ["entropy", "backpropagation", "gradient descent", "least squares", "moments", "attention"];

const words =
  `the integral over whole line is finite because tails fall faster than any power while second term
keeps its sign under both measures so bound of first part applies to every sample and its mean which shows that
estimator has no bias but larger variance when weights are equal we compare two sides and read off constant from
limit where step size tends to zero thus gradient vanishes on flat region near optimum`.split(/\s+/);

/** A solution of two parts with 57 formulas; one in ten also quotes an answer, with notes and judged claims. */
export function generateProblem(index: number, random: Random, formulas: FormulaSource): GeneratedProblem {
  const hasAttempt = index % 10 === 9;
  const sections = ["a", "b"].map((letter) => part(letter, index, random, formulas));
  const text = [
    frontmatter(index, random),
    `# Problem ${index + 1} on ${pick(random, topics)}\n`,
    prose(random, 2, formulas),
    `:::statement\n${prose(random, 2, formulas)}\n${shown(formulas.display())}\n${list(random, 3, formulas)}:::\n`,
    ...(hasAttempt ? ['::attempt{of="answer.md"}\n'] : []),
    ...sections,
  ].join("\n");
  return hasAttempt ? { "index.md": text, ...attempt(index, random) } : { "index.md": text };
}

function frontmatter(index: number, random: Random): string {
  const about = [pick(random, topics), pick(random, topics)].join(", ");
  return `---\nnumber: "${index + 1}"\ntopics: [${about}]\ndifficulty: 3\nauthors: [A generator]\n---\n`;
}

function part(letter: string, index: number, random: Random, formulas: FormulaSource): string {
  const label = `eq:${letter}`;
  return [
    `## (${letter}) ${sentence(random, [])}\n`,
    `:::hint\n${prose(random, 1, formulas)}:::\n`,
    `:::hint\n${prose(random, 1, formulas)}:::\n`,
    `:::answer\n${prose(random, 2, formulas)}:::\n`,
    ":::solution",
    prose(random, 2, formulas),
    shown(formulas.display(), label),
    `By [](#${label}), ${prose(random, 1, formulas)}`,
    shown(formulas.display()),
    shown(formulas.display()),
    list(random, 2, formulas),
    shown(formulas.display()),
    `### ${sentence(random, [])}\n`,
    prose(random, 2, formulas),
    shown(formulas.display()),
    letter === "a" ? table(random, formulas) : code(index),
    prose(random, 2, formulas),
    shown(formulas.display()),
    ":::\n",
  ].join("\n");
}

/** Sentences with one or two formulas in each. */
function prose(random: Random, sentences: number, formulas: FormulaSource): string {
  const text = Array.from({ length: sentences }, (_, at) =>
    sentence(random, at % 2 === 0 ? [formulas.inline()] : [formulas.inline(), formulas.inline()]),
  );
  return `${text.map((each) => `${each}.`).join(" ")}\n`;
}

function sentence(random: Random, formulas: readonly Formula[]): string {
  const chosen = Array.from({ length: 10 + Math.floor(random.uniform() * 6) }, () => pick(random, words));
  if (formulas.length === 0) return capital(chosen.slice(0, 4).join(" "));
  for (const [at, { tex }] of formulas.entries()) chosen.splice(3 + 5 * at, 0, `$${tex}$`);
  return capital(chosen.join(" ").replace(/ (\w+) /, " *$1* "));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function shown({ tex }: Formula, label?: string): string {
  return `$$ ${label === undefined ? "" : `\\label{${label}} `}${tex} $$\n`;
}

function list(random: Random, length: number, formulas: FormulaSource): string {
  const entries = Array.from({ length }, () => `- **Case.** ${sentence(random, [formulas.inline()])}.`);
  return `${entries.join("\n")}\n`;
}

function table(random: Random, formulas: FormulaSource): string {
  const rows = Array.from(
    { length: 4 },
    () => `| ${pick(random, words)} | ${random.uniform().toFixed(6)} | 1.5 |`,
  );
  return [`| value | $${formulas.inline().tex}$ | bound |`, "| --- | --- | --- |", ...rows, ""].join("\n");
}

function code(index: number): string {
  const lines = [
    "import numpy as np",
    "",
    `def density(x, mean=${index}):`,
    "    return np.exp(-((x - mean) ** 2) / 2)",
  ];
  return ["```python numbered", ...lines, "```", ""].join("\n");
}

/** A quoted answer without formulas, a note on it, and two claims. */
function attempt(index: number, random: Random): GeneratedProblem {
  const lines = Array.from(
    { length: 8 },
    (_, at) => `Line ${at} says that ${sentence(random, []).toLowerCase()}.`,
  );
  const claims = [claim(index, 1, "correct", lines[1]), claim(index, 2, "wrong", lines[4])];
  const note = `  - by: student\n    at: ${JSON.stringify(lines[2])}\n    text: This is where it goes astray.\n`;
  return {
    "answer.md": `---\nby: A model\nrole: LLM\n---\n\n${lines.join("\n\n")}\n`,
    "answer.yaml": `notes:\n${note}claims:\n${claims.join("")}`,
  };
}

function claim(index: number, number: number, verdict: string, quote = ""): string {
  const reason = "The bound holds for one sample only.";
  return `  - id: G${index}-${number}\n    verdict: ${verdict}\n    quote: ${JSON.stringify(quote)}\n    reason: ${reason}\n    correction: It holds for means.\n`;
}
