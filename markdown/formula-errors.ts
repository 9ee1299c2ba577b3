import type { KatexOptions, ParseError } from "katex";
import { suggest } from "../mistakes/suggest.ts";
import type { Finding } from "./compilation.ts";

/** KaTeX's complaint in our words: what it stopped at, and what to do. */
export function describeError(error: ParseError, options: KatexOptions, isDisplay: boolean): Finding {
  const words = error.message
    .replace(/^KaTeX parse error: /, "")
    .replace(/ at (?:position \d+|end of input):[\s\S]*$/, "");
  const command = /^Undefined control sequence: (\S+)$/.exec(words)?.[1];
  if (command === undefined) {
    return {
      rule: "tex",
      what: `Broken TeX: ${words}`,
      hint: hintFor(words),
    };
  }
  const habit = habits[command];
  if (habit !== undefined) return { rule: "tex", ...(isDisplay ? habit.display : habit.inline) };
  const nearest = suggest(command, [...Object.keys(options.macros ?? {}), ...commonCommands]);
  const known = nearest === undefined ? "" : ` Did you mean \`${nearest}\`?`;
  return {
    rule: "unknown-command",
    what: `Broken TeX: unknown command \`${command}\``,
    hint: `Define it in \`content/macros.yaml\`, or write words as \`\\text{…}\`.${known}`,
  };
}

interface Words {
  readonly what: string;
  readonly hint: string;
}

const reference = {
  what: "Broken TeX: `\\ref` is not known here",
  hint: "Write `\\eqref{…}` in a formula or `[](#eq:…)` in the text.",
};

/** Commands of LaTeX that mean something of ours where they stand otherwise. */
const habits: Readonly<Record<string, { readonly display: Words; readonly inline: Words }>> = {
  "\\ref": { display: reference, inline: reference },
  "\\label": {
    display: {
      what: "A label whose name is not in braces",
      hint: "Write `\\label{eq:name}`, without braces in the name.",
    },
    inline: {
      what: "Only a display can carry a label",
      hint: "Write the formula as a display, `$$ \\label{eq:name} … $$`, or remove the label.",
    },
  },
};

/** What to do about the commonest of KaTeX's complaints. */
function hintFor(words: string): string {
  if (/got 'EOF'|end of input/.test(words))
    return "The formula ends here, but something in it is still open: a brace, `\\left` or `\\begin`.";
  if (/got '&'/.test(words))
    return "Columns stand in an environment: `\\begin{aligned} … & … \\end{aligned}`.";
  if (/^Double/.test(words)) return "Say with braces which belongs to what: `{x^a}^b` or `x^{a^b}`.";
  return "KaTeX stopped here; mend the formula at this place or just before it.";
}

/** Commands that are often misspelt; KaTeX offers no list of its own. */
const commonCommands = [
  "\\frac",
  "\\sqrt",
  "\\sum",
  "\\prod",
  "\\int",
  "\\partial",
  "\\nabla",
  "\\infty",
  "\\left",
  "\\right",
  "\\text",
  "\\mathbb",
  "\\mathbf",
  "\\mathcal",
  "\\mathrm",
  "\\operatorname",
  "\\alpha",
  "\\beta",
  "\\gamma",
  "\\delta",
  "\\epsilon",
  "\\varepsilon",
  "\\theta",
  "\\lambda",
  "\\sigma",
  "\\mu",
  "\\phi",
  "\\varphi",
  "\\omega",
  "\\Delta",
  "\\log",
  "\\ln",
  "\\exp",
  "\\sin",
  "\\cos",
  "\\tanh",
  "\\max",
  "\\min",
  "\\approx",
  "\\implies",
  "\\le",
  "\\ge",
  "\\cdot",
  "\\times",
  "\\begin",
  "\\end",
  "\\hat",
  "\\bar",
  "\\tilde",
  "\\quad",
  "\\label",
  "\\eqref",
];
