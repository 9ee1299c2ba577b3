import katex from "katex";
import type { Node } from "unist";
import type { VFile } from "vfile";
import { compilationOf } from "../compilation.ts";
import { formulaHole, text } from "../element.ts";
import { katexOptions } from "../remark-formulas.ts";

/**
 * A formula that our own words around a check show: a side of a step, a declaration. Undefined where KaTeX cannot set
 * it, since what is cut out of a display need not stand alone.
 */
export function typeset(tex: string, file: VFile): Node | undefined {
  const { formulas, input } = compilationOf(file);
  try {
    const html = katex.renderToString(tex, { ...katexOptions(input.macros), throwOnError: true });
    return formulaHole(formulas.push(html) - 1);
  } catch {
    return undefined;
  }
}

/** Words of an author in which `$…$` are formulas. */
export function withFormulas(words: string, file: VFile): Node[] {
  return words.split(/\$([^$]+)\$/).map((piece, index) => {
    const formula = index % 2 === 1 ? typeset(piece, file) : undefined;
    return formula ?? text(piece);
  });
}
