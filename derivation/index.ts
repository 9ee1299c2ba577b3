/**
 * Is each side equal to the next? Reads displayed mathematics from KaTeX's own parse tree, evaluates both
 * sides of every step at seeded points of declared domains, and says verified, false, or why not checked.
 *
 *     TeX → pieces (katex-tree) → lines → statements → expressions (grammar, in a scope)
 *         → closures (compile) → trials at points (sample, judge) → steps (check)
 */
export type { Audit, Survivor } from "./audit/audit.ts";
export { auditDisplay } from "./audit/audit.ts";
export type { Variant, Why } from "./audit/explain.ts";
export type { Mutant } from "./audit/mutants.ts";
export { mutantsOf } from "./audit/mutants.ts";
export { checkDisplay } from "./check.ts";
export type { Evaluation } from "./evaluate.ts";
export { evaluate, evaluateEntries } from "./evaluate.ts";
export { holdsAt } from "./holds.ts";
export { defineFromInline, defineFromParagraph } from "./inline.ts";
export type { Kept, KnownChecks, SymbolsFindings } from "./known-checks.ts";
export {
  checkUnlessKnown,
  declareUnlessKnown,
  defineFromDisplay,
  defineUnlessKnown,
  noKnownChecks,
} from "./known-checks.ts";
export type { LazyScope } from "./meaning/lazy-scope.ts";
export { lazyScope } from "./meaning/lazy-scope.ts";
export type { Scope } from "./meaning/scope.ts";
export { createScope } from "./meaning/scope.ts";
export { proposeSymbols } from "./propose.ts";
export { Refusal } from "./refusal.ts";
export type {
  CheckedDisplay,
  DefinitionNote,
  Display,
  DisplayCheck,
  DisplayKind,
  EquationNote,
  Step,
} from "./step.ts";
export type { Symbols, SymbolsMistake, SymbolsOptions } from "./symbols.ts";
export { parseSymbols } from "./symbols.ts";
export type { Macro, MacroTable } from "./tex/macros.ts";
