import domino from "domino";
import katex from "katex";
import { plainFormula } from "./formula.ts";

/** A formula of TeX as one readable line; the TeX itself where KaTeX refuses it. `macros` says what is shown for each. */
export function plainTex(tex: string, macros: Readonly<Record<string, string>>): string {
  try {
    const html = katex.renderToString(tex, {
      output: "mathml",
      displayMode: true,
      strict: false,
      macros: { ...macros },
    });
    const math = domino.createDocument(html).querySelector("math");
    return math === null ? tex : plainFormula(math).replaceAll("\n", " ");
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    return tex;
  }
}
