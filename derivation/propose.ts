import { checkDisplay } from "./check.ts";
import { declare } from "./declarations.ts";
import { createScope } from "./meaning/scope.ts";
import type { Display } from "./step.ts";
import { expansionsFor } from "./tex/macros.ts";

const MOST_PROPOSALS = 20;

/**
 * The lines of a `symbols` block that a display needs, ready to paste; empty if it needs none. Their domains are
 * guesses by the habits of the field: whoever pastes them must see whether they fit.
 */
export const proposeSymbols = (display: Display): readonly string[] => {
  const scope = createScope(display.scope);
  const expansions = expansionsFor(display.macros);
  const lines: string[] = [];
  while (lines.length < MOST_PROPOSALS) {
    const { steps } = checkDisplay({ ...display, scope: createScope(scope) });
    const line = steps
      .map(({ proposal }) => proposal)
      .find((one) => one !== undefined && !lines.includes(one));
    if (line === undefined) break;
    declare({ text: line, scope, expansions });
    lines.push(line);
  }
  return lines;
};
