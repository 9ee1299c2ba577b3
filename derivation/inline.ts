import { definitionIn } from "./check-chain.ts";
import { createScope } from "./meaning/scope.ts";
import { refusable } from "./refusal.ts";
import { readLines } from "./statements/lines.ts";
import { readChains } from "./statements/statements.ts";
import type { DefinitionNote, Display } from "./step.ts";
import { readTex } from "./tex/katex-tree.ts";
import { expansionsFor } from "./tex/macros.ts";

/**
 * Takes the definitions out of inline mathematics: `$D = c_0^2 + c_1^2$` defines D, if nobody has declared it and the
 * right side can be read. Inline mathematics claims nothing: whatever else stands in it is passed over.
 */
export const defineFromInline = (display: Display): readonly DefinitionNote[] => {
  const chains = refusable(() => readChains(readLines(readTex(display.tex, expansionsFor(display.macros)))));
  if (chains instanceof Error) return [];
  return chains.flatMap((chain) => {
    const trial = createScope(display.scope);
    const note = refusable(() => definitionIn(chain, { ...display, scope: trial }));
    if (!note || note instanceof Error) return [];
    const meaning = trial.find(note.name);
    if (meaning?.kind !== "definition" || meaning.definition.refusal?.()) return [];
    display.scope.declare(note.name, meaning);
    return [note];
  });
};
