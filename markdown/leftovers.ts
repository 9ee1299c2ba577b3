/** A mark that is no text: how it looks in the source, and what to say of it. */
export interface Leftover {
  readonly rule: string;
  readonly pattern: RegExp;
  /** Whether it begins with a backslash, so that it is looked for where escapes still stand. */
  readonly isEscape?: boolean;
  /** Whether one slip leaves several of it in a paragraph, of which the first is reported. */
  readonly isPaired?: boolean;
  /** Whether it is one at the beginning of a line only. */
  readonly beginsLine?: boolean;
  describe(found: string): { readonly what: string; readonly hint: string };
}

/** What authors write out of the habit of LaTeX or of other Markdowns, or forget to finish. */
export const leftovers: readonly Leftover[] = [
  {
    rule: "reference-in-text",
    pattern: /\\(?:eqref|ref|label|cref|autoref)\s*\{[^{}\n]*\}?/g,
    isEscape: true,
    describe: (found) => ({
      what: `The page would show \`${found}\` as it is: the text knows no commands of TeX`,
      hint: found.startsWith("\\label")
        ? "A label stands inside a display: `$$ \\label{eq:name} … $$`."
        : "Refer to an equation by `[](#eq:name)`, or inside a formula by `$\\eqref{eq:name}$`.",
    }),
  },
  {
    rule: "environment-in-text",
    pattern: /\\(?:begin|end)\s*\{[^{}\n]*\}?/g,
    isEscape: true,
    isPaired: true,
    describe: (found) => ({
      what: `\`${found}\` outside a display`,
      hint: "Put `$$` on a line of its own before `\\begin{…}` and behind `\\end{…}`.",
    }),
  },
  {
    rule: "tex-bracket", // but not the escape in `1\) no list`
    pattern: /\\[[(]|(?<!^\s*\d+)\\[\])]/gm,
    isEscape: true,
    isPaired: true,
    describe: (found) => ({
      what: `\`${found}\` opens or closes no formula here`,
      hint: "Write `$$…$$` for a display and `$…$` in the text. For a bracket itself, leave the backslash out.",
    }),
  },
  {
    rule: "stray-dollar",
    pattern: /(?<!\$)\$(?!\$)/g,
    isPaired: true,
    describe: () => ({
      what: "A `$` that opens or closes no formula",
      hint: "Close the formula with a second `$`, or write `\\$` for a dollar sign.",
    }),
  },
  {
    rule: "unknown-footnote",
    pattern: /\[\^[^\]\s]+\]/g,
    describe: (found) => ({
      what: `There is no footnote \`${found}\``,
      hint: `Write it in a paragraph of its own: \`${found}: …\`.`,
    }),
  },
  {
    rule: "footnote-in-text",
    pattern: /\^\[/g,
    describe: () => ({
      what: "A footnote within the text, `^[…]`, which this Markdown does not know",
      hint: "Write `[^name]` here and the footnote in a paragraph of its own: `[^name]: …`.",
    }),
  },
  {
    rule: "unknown-reference",
    pattern: /(?<=\])\[(?!\^)[^\][\n]*\]/g,
    describe: (found) => ({
      what: `Nothing defines \`${found}\`, so the link is shown as it is`,
      hint: "Write `[text](target)`, or add a line `[name]: target`. Brackets that are no link: a space between them.",
    }),
  },
  {
    rule: "link-without-text",
    pattern: /\(#[A-Za-z][\w:.-]*\)/g,
    describe: (found) => ({
      what: `\`${found}\` without a \`[…]\` before it is no link`,
      hint: `Write \`[]${found}\`; the page fills in the number or the name. For the sign itself, write \`\\#\`.`,
    }),
  },
  {
    rule: "heading-without-space",
    pattern: /^[ \t>]*#{2,6}(?=[\p{L}\p{N}(])/gmu,
    beginsLine: true,
    describe: (found) => ({
      what: `\`${found}\` without a space behind it begins no heading`,
      hint: `Write \`${found.replace(/^[ \t>]*/, "")} \` and the title behind it, or \`\\#\` for the sign itself.`,
    }),
  },
];
