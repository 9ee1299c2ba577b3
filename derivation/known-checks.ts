import { checkDisplay, readDisplay } from "./check.ts";
import { definitionIn } from "./check-chain.ts";
import { defineFromInline, mayDefineInline } from "./inline.ts";
import type { LazyScope } from "./meaning/lazy-scope.ts";
import { lazyScope } from "./meaning/lazy-scope.ts";
import type { Scope } from "./meaning/scope.ts";
import { refusable } from "./refusal.ts";
import type { CheckedDisplay, DefinitionNote, Display } from "./step.ts";
import type { Symbols } from "./symbols.ts";
import { parseSymbols } from "./symbols.ts";
import type { MacroTable } from "./tex/macros.ts";

/** Findings by a text that says everything that they depend on. */
export interface Kept<Finding> {
  readonly read: (key: string) => Finding | undefined;
  readonly write: (key: string, finding: Finding) => void;
}

/** What is wrong in a `symbols` block. */
export type SymbolsFindings = Omit<Symbols, "scope">;

/** What the checker found before. */
export interface KnownChecks {
  readonly displays: Kept<CheckedDisplay>;
  /** What formulas of the text define. */
  readonly inline: Kept<readonly DefinitionNote[]>;
  readonly symbols: Kept<SymbolsFindings>;
}

const nothing = { read: () => undefined, write: () => undefined };

/** Knows nothing: each display is checked anew. */
export const noKnownChecks: KnownChecks = { displays: nothing, inline: nothing, symbols: nothing };

/** A formula whose scope is made where the formula must be read. */
export interface LazyDisplay extends Omit<Display, "scope"> {
  readonly scope: LazyScope;
}

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
export const checkUnlessKnown = (display: LazyDisplay, key: string, known: KnownChecks): CheckedDisplay => {
  const found = known.displays.read(key);
  if (found === undefined) {
    const checked = checkDisplay({ ...display, scope: display.scope.now() });
    known.displays.write(key, checked);
    return checked;
  }
  if (mayDefine(found)) display.scope.later((scope) => defineFromDisplay({ ...display, scope }));
  return found;
};

/** What a formula of the text defines, read unless it is known; it enters the scope in any case. */
export const defineUnlessKnown = (
  display: LazyDisplay,
  keyOf: () => string,
  known: KnownChecks,
): readonly DefinitionNote[] => {
  if (!mayDefineInline(display)) return [];
  const key = keyOf();
  const found = known.inline.read(key);
  if (found === undefined) {
    const notes = defineFromInline({ ...display, scope: display.scope.now() });
    known.inline.write(key, notes);
    return notes;
  }
  if (found.length > 0) display.scope.later((scope) => void defineFromInline({ ...display, scope }));
  return found;
};

/** The scope that a `symbols` block declares within another; the block is read when the scope is needed. */
export const declareUnlessKnown = (
  text: string,
  { macros, parent }: { readonly macros: MacroTable; readonly parent: LazyScope },
  key: string,
  known: KnownChecks,
): SymbolsFindings & { readonly scope: LazyScope } => {
  const read = (outer: Scope | undefined) => parseSymbols(text, { macros, ...(outer && { parent: outer }) });
  const found = known.symbols.read(key);
  if (found !== undefined) return { ...found, scope: lazyScope((outer) => read(outer).scope, parent) };
  const { scope, ...findings } = read(parent.now());
  known.symbols.write(key, findings);
  return { ...findings, scope: lazyScope(() => scope, parent) };
};
