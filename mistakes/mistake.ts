/** How a mistake counts: an error fails every build, a warning only a strict one. */
export type Severity = "error" | "warning";

/** A position in an author's file: line and column count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One thing that an author should mend: where it is, what was found, and what to do. */
export interface Mistake extends Place {
  /** Path from the course's root, with forward slashes. */
  readonly file: string;
  /** The rule's name, kebab-case; a document can switch a rule off by it. */
  readonly rule: string;
  /** What was found and what was expected, one sentence without a full stop. */
  readonly what: string;
  /** What to do about it. */
  readonly hint: string;
  readonly severity: Severity;
}

/** Orders mistakes by file, then by place, so that a report does not depend on who found what first. */
export function compareMistakes(a: Mistake, b: Mistake): number {
  return (
    compareStrings(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareStrings(a.rule, b.rule) ||
    compareStrings(a.what, b.what)
  );
}

/** One mistake in the form that terminals and editors turn into a link: `file:line:column  what / hint: …`. */
export function formatMistake(mistake: Mistake): string {
  const { file, line, column, severity, rule, what, hint } = mistake;
  return `${file}:${line}:${column}  ${severity}: ${what} [${rule}]\n    hint: ${hint}`;
}

/** All mistakes of a run with a count at the end; the empty string where there are none. */
export function formatReport(mistakes: readonly Mistake[]): string {
  if (mistakes.length === 0) return "";
  const listed = [...mistakes].sort(compareMistakes).map(formatMistake).join("\n");
  return `${listed}\n\n${countMistakes(mistakes)}`;
}

/** “3 errors and 1 warning in 2 files”. */
export function countMistakes(mistakes: readonly Mistake[]): string {
  const errors = mistakes.filter((mistake) => mistake.severity === "error").length;
  const warnings = mistakes.length - errors;
  const files = new Set(mistakes.map((mistake) => mistake.file)).size;
  const counts = [errors > 0 && plural(errors, "error"), warnings > 0 && plural(warnings, "warning")];
  return `${counts.filter(Boolean).join(" and ")} in ${plural(files, "file")}`;
}

/** Thrown when a build cannot go on: the author's mistakes, already formatted. */
export class MistakesError extends Error {
  override readonly name = "MistakesError";
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super(`\n${formatReport(mistakes)}`);
    this.mistakes = mistakes;
    this.stack = ""; // the authors' files are the place; a trace of ours would only distract
  }
}

function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
