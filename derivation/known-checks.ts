import { checkDisplay, readDisplay } from "./check.ts";
import { definitionIn } from "./check-chain.ts";
import { refusable } from "./refusal.ts";
import type { CheckedDisplay, Display } from "./step.ts";

/** What the checker found before, by a text that says everything that the finding depends on. */
export interface KnownChecks {
  readonly read: (key: string) => CheckedDisplay | undefined;
  readonly write: (key: string, checked: CheckedDisplay) => void;
}

/** Knows nothing: each display is checked anew. */
export const noKnownChecks: KnownChecks = { read: () => undefined, write: () => undefined };

/** A definition whose body is refused is in the scope too, and is then an unchecked step. */
const mayDefine = ({ definitions, steps }: CheckedDisplay): boolean =>
  definitions.length > 0 || steps.some(({ outcome }) => outcome === "unchecked");

/** Puts the definitions of a display in force, as checking it does; their bodies are read now, as there. */
export const defineFromDisplay = (display: Display): void => {
  refusable(() => {
    for (const note of readDisplay(display).map((chain) => definitionIn(chain, display))) {
      const meaning = note && display.scope.find(note.name);
      if (meaning?.kind === "definition") meaning.definition.refusal?.();
    }
  });
};

/** Checks a display unless its check is known; its definitions enter the scope in any case. */
export const checkUnlessKnown = (display: Display, key: string, known: KnownChecks): CheckedDisplay => {
  const found = known.read(key);
  if (found === undefined) {
    const checked = checkDisplay(display);
    known.write(key, checked);
    return checked;
  }
  if (mayDefine(found)) defineFromDisplay(display);
  return found;
};
