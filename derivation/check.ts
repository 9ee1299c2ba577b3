import { checkChains } from "./check-chains.ts";
import { Refusal, refusable } from "./refusal.ts";
import { readLines } from "./statements/lines.ts";
import type { Chain } from "./statements/statements.ts";
import { readChains } from "./statements/statements.ts";
import type { CheckedDisplay, Display } from "./step.ts";
import { unchecked } from "./step.ts";
import { readTex } from "./tex/katex-tree.ts";
import { expansionsFor } from "./tex/macros.ts";

const MOST_STEPS = 200;

/** The chains of a display. Raises a Refusal for what cannot be read. */
export const readDisplay = ({ tex, macros }: Display): readonly Chain[] => {
  const chains = readChains(readLines(readTex(tex, expansionsFor(macros))));
  if (chains.flatMap(({ relations }) => relations).length > MOST_STEPS)
    throw new Refusal("too many steps in one display", 0);
  return chains;
};

/**
 * Checks every step of a display: what KaTeX renders is what is read. Definitions enter the scope.
 * Never throws for anything that an author may write: what cannot be read is an unchecked step with a reason.
 */
export const checkDisplay = (display: Display): CheckedDisplay => {
  const checked = refusable(() => checkChains(readDisplay(display), display));
  if (!(checked instanceof Refusal)) return checked;
  return {
    kind: "claims",
    steps: [unchecked(checked, 0, { left: display.tex.trim(), right: "", relation: "" })],
    definitions: [],
    equations: [],
  };
};
