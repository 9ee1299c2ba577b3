import katex, { type KatexOptions, ParseError, type TrustContext } from "katex";
import type { Root, RootContent } from "mdast";
import type { Math as Display, InlineMath } from "mdast-util-math";
import type { VFile } from "vfile";
import { compilationOf, report } from "./compilation.ts";
import type { Macros } from "./document.ts";
import { formulaHole } from "./element.ts";
import { describeError } from "./formula-errors.ts";
import { blankLabels, isReported, offsetIn, writtenTex } from "./formula-source.ts";
import { isTooDeep, nestedTooDeeply } from "./too-deep.ts";
import { visit } from "./visit.ts";

/**
 * Renders formulas with KaTeX and leaves a marker for each: what rehype-katex would make of it, without taking KaTeX's
 * HTML apart into a tree and putting it together again (tests hold one against the other). A formula that KaTeX refuses
 * is reported at the place inside it, and left to rehype-katex, which shows it in the page as wrong.
 */
export default function remarkFormulas() {
  return (tree: Root, file: VFile): void => {
    const { formulas, input } = compilationOf(file);
    const options = katexOptions(input.macros);
    visit(tree, ["math", "inlineMath"], (node, index, parent) => {
      if (parent === undefined || index === undefined) return;
      const formula = node as Display | InlineMath;
      const html = renderFormula(formula, options, file);
      if (html === undefined) return;
      parent.children[index] = formulaHole(formulas.push(html) - 1) as RootContent;
    });
  };
}

/**
 * KaTeX's options for one document. The macros are a copy of its own: `\gdef` writes into them, in the order of the
 * document. Links in formulas may only lead to places in the page.
 */
export function katexOptions(macros: Macros): KatexOptions {
  return {
    macros: Object.fromEntries(Object.entries(macros).map(([name, macro]) => [name, macro.shown])),
    strict: "ignore",
    trust: isTrusted,
  };
}

function isTrusted(context: TrustContext): boolean {
  return context.command === "\\href" && context.url.startsWith("#");
}

function renderFormula(node: Display | InlineMath, options: KatexOptions, file: VFile): string | undefined {
  const refused: string[] = [];
  const trust = (context: TrustContext) => {
    if (!isTrusted(context)) refused.push(context.command);
    return isTrusted(context);
  };
  try {
    const displayMode = node.type === "math";
    const html = katex.renderToString(node.value, { ...options, trust, displayMode, throwOnError: true });
    for (const command of refused) reportRefused(node, command, file);
    return html;
  } catch (error) {
    if (isTooDeep(error)) {
      report(file, node, nestedTooDeeply("formula"));
      return undefined;
    }
    if (!(error instanceof ParseError)) throw error;
    if (isReported(node)) return undefined;
    const placed = placeError(node, error, options);
    report(
      file,
      node,
      describeError(placed, options, node.type === "math"),
      offsetIn(node, placed.position ?? 0, file, writtenTex(node)),
    );
    return undefined;
  }
}

/** KaTeX's error on the formula as it was written: labels and references give way to blanks of the same length. */
function placeError(node: Display | InlineMath, error: ParseError, options: KatexOptions): ParseError {
  const blanked = blankLabels(writtenTex(node));
  try {
    katex.renderToString(blanked, { ...options, displayMode: node.type === "math", throwOnError: true });
    return error;
  } catch (placed) {
    return placed instanceof ParseError ? placed : error;
  }
}

/** A command that may not reach out of its formula; KaTeX shows it in red and says nothing. */
function reportRefused(node: Display | InlineMath, command: string, file: VFile): void {
  const written = writtenTex(node);
  report(
    file,
    node,
    {
      rule: "unsafe-command",
      what: `The command \`${command}\` is not allowed in a formula`,
      hint:
        command === "\\href"
          ? "A link in a formula leads to a place in the page: `\\href{#b}{…}`. Write other links in the text."
          : "Formulas hold mathematics only; put links, images and styles into the text.",
    },
    offsetIn(node, Math.max(0, written.indexOf(command)), file, written),
  );
}
