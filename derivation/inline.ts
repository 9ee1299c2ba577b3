import { definitionIn } from "./check-chain.ts";
import { createScope } from "./meaning/scope.ts";
import { refusable } from "./refusal.ts";
import { readLines } from "./statements/lines.ts";
import { readChains } from "./statements/statements.ts";
import type { DefinitionNote, Display } from "./step.ts";
import { readTex } from "./tex/katex-tree.ts";
import { expansionsFor } from "./tex/macros.ts";
import type { Pieces } from "./tex/pieces.ts";
import { dense, isSign } from "./tex/pieces.ts";

/** `d = 512` and `P(x) = 0` in a sentence are cases that it speaks of far more often than definitions. */
const isNumeral = (body: Pieces | undefined): boolean =>
  body !== undefined &&
  dense(body).every(
    (piece) =>
      piece.kind === "number" ||
      isSign(piece, "-") ||
      (piece.kind === "scripted" && piece.base?.kind === "number" && isNumeral(piece.sup)),
  );

/** How a relation that may define is written. */
const DEFINING = /[=≡≔]|(?<!\\[lgn])eq|def/;
/** One equation with a numeral on its right, which `isNumeral` would find. */
const EQUALS_NUMERAL = /^(?:(?!eq|def)[^=≡≔])+=[-\d.\s{}^]*\d[-\d.\s{}^]*$/;

/** Whether TeX may hold a definition, by a look at it and at the macros in it. */
const mayDefine = (tex: string, expansions: Readonly<Record<string, string>>, depth = 0): boolean =>
  (DEFINING.test(tex) && !EQUALS_NUMERAL.test(tex)) ||
  depth > 9 ||
  (tex.match(/\\[A-Za-z]+/g) ?? []).some((command) => {
    const expansion = expansions[command];
    return expansion !== undefined && mayDefine(expansion, expansions, depth + 1);
  });

/** Whether a formula of the text may define something, by a look at it: most do not. */
export const mayDefineInline = ({ tex, macros }: Pick<Display, "tex" | "macros">): boolean =>
  mayDefine(tex, expansionsFor(macros));

/**
 * Takes the definitions out of inline mathematics: `$D = c_0^2 + c_1^2$` defines D, if nobody has declared it and the
 * right side can be read. Inline mathematics claims nothing: whatever else stands in it is passed over.
 */
export const defineFromInline = (display: Display): readonly DefinitionNote[] => {
  if (!mayDefineInline(display)) return [];
  const chains = refusable(() => readChains(readLines(readTex(display.tex, expansionsFor(display.macros)))));
  if (chains instanceof Error) return [];
  return chains.flatMap((chain) => {
    const trial = createScope(display.scope);
    const note = refusable(() => definitionIn(chain, { ...display, scope: trial }));
    if (!note || note instanceof Error || isNumeral(chain.sides[1])) return [];
    const meaning = trial.find(note.name);
    if (meaning?.kind !== "definition" || meaning.definition.refusal?.()) return [];
    display.scope.declare(note.name, meaning);
    return [note];
  });
};

/**
 * The same for all formulas of a paragraph, in any order: "where $b = c/D$ with $D = c^2$". They are read again until
 * none defines anything more.
 */
export const defineFromParagraph = (displays: readonly Display[]): readonly DefinitionNote[] => {
  const notes: DefinitionNote[] = [];
  for (let last = -1; last < notes.length; ) {
    last = notes.length;
    for (const display of displays) notes.push(...defineFromInline(display));
  }
  return notes;
};
