import type { KnownChecks } from "../derivation/index.ts";
import type { Mistake } from "../mistakes/mistake.ts";
import type { Verdict } from "./attempt-data.ts";
import type { DisplayOutcome } from "./derivations/outcome.ts";
import type { Source } from "./source.ts";

/** What a document is compiled from. Compilation reads no disk: equal inputs give equal pages. */
export interface DocumentInput {
  /** The problem's Markdown file. */
  readonly source: Source;
  /** Text files that stand beside it (quoted answers and their data), by name. */
  readonly companions: ReadonlyMap<string, Source>;
  /** Names of the images beside it that may be shown. */
  readonly images: ReadonlySet<string>;
  readonly macros: Macros;
  /** Every experiment of the course with the names of its parameters and quantities. */
  readonly experiments: ReadonlyMap<string, ExperimentNames>;
  /** Names of experiments that are there, but cannot be loaded; what is wrong with them is reported elsewhere. */
  readonly brokenExperiments?: ReadonlySet<string>;
  /** Whether verified displays are also changed, to see which changes go unnoticed. */
  readonly isAudited?: boolean;
  /** What the derivation checker found of formulas before; without it, each is checked. */
  readonly checks?: KnownChecks;
}

/** The names that an experiment declares, which is all that Markdown needs to know of it. */
export interface ExperimentNames {
  readonly parameters: readonly string[];
  readonly quantities: readonly string[];
}

/** A macro's expansions: what KaTeX shows and, where it differs, what the derivation checker reads. */
export interface Macro {
  readonly shown: string;
  readonly checked?: string;
}

/** Macros by their command with the backslash (`\KL`). */
export type Macros = Readonly<Record<string, Macro>>;

/** A part of a problem: a heading with a letter or an id of its own. It has a permanent address. */
export interface Part {
  readonly id: string;
  /** The letter as written, without brackets; absent where only an id was written. */
  readonly letter?: string;
  /** The title as plain text. */
  readonly title: string;
  /** Depth of the heading, 2 to 6. */
  readonly depth: number;
  readonly line: number;
}

/** A heading of the table of contents; `part` tells whether it is a part. */
export interface Heading {
  readonly id: string;
  readonly title: string;
  readonly depth: number;
  readonly letter?: string;
  readonly isPart: boolean;
}

/** A claim of a quoted answer or of a note on it, as judged. */
export interface Claim {
  readonly id: string;
  readonly by: string;
  readonly verdict: Verdict;
  /** The claim's text as quoted from the source. */
  readonly quote: string;
  /** The first sentence of the reason as plain text, for lists. */
  readonly summary: string;
  /** The id of the part that it stands in; absent before the first part. */
  readonly part?: string;
}

/** A display with a label. */
export interface Equation {
  readonly label: string;
  /** The number in brackets, present if the equation is referred to or tagged. */
  readonly number?: string;
  /** The formula as KaTeX gets it, without its label. */
  readonly tex: string;
  readonly part?: string;
}

/** A display, quoted ones included, with its place. */
export interface Display {
  readonly tex: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly part?: string;
  /** What the derivation checker found; absent where it did not look, since no `symbols` block is in force. */
  readonly check?: DisplayOutcome;
}

/** A labelled formula with what its evaluation needs: it is data, and can be kept in a cache. */
export interface FormulaContext {
  readonly label: string;
  readonly tex: string;
  readonly macros: Macros;
  /** `symbols` blocks, displays and formulas of the text that are in force where it stands, in the page's order. */
  readonly before: readonly { readonly kind: "symbols" | "display" | "inline"; readonly text: string }[];
}

/**
 * Keys of a quantity link's query that are not parameters: `tol` is a tolerance, `equals` names the formula that has
 * the same value, `where` says which of its symbols is which parameter, `live` asks for the live value beside it.
 */
export const quantityOptions: readonly string[] = ["tol", "equals", "where", "live"];

/** A number that prose quotes from an experiment. */
export interface QuantityLink {
  readonly kind: "quantity";
  /** Its id in the page. */
  readonly id: string;
  /** The number as typed, with what else the link's text holds. */
  readonly text: string;
  /** What stands behind the link: the beginning of it, where a unit may be. */
  readonly after: string;
  readonly experiment: string;
  readonly quantity: string;
  /** Parameters and `quantityOptions`, as written. */
  readonly query: Readonly<Record<string, string>>;
  /** The formula that `equals` names. */
  readonly context?: FormulaContext;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A figure that a document places, with the values of its parameters as written. */
export interface FigurePlacement {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A place in a page's HTML that only the route can fill. */
export type Hole =
  | { readonly kind: "experiment"; readonly name: string; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: "reference"; readonly address: string; readonly fragment: string }
  | QuantityLink;

/** A link from a document into the course, whose target is checked when all documents are known. */
export interface CourseLink {
  /** Address of the page without slashes at the ends (`homework/problem-2`). */
  readonly address: string;
  /** The id in that page, or the empty string. */
  readonly fragment: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The target as written. */
  readonly written: string;
}

/** A compiled document: everything that a page needs, and plain data, so that it can be kept in a cache. */
export interface CompiledDocument {
  readonly title: string;
  readonly titleHtml: string;
  /** The first paragraph as plain text, for descriptions. */
  readonly lead: string;
  readonly parts: readonly Part[];
  readonly headings: readonly Heading[];
  readonly claims: readonly Claim[];
  readonly equations: readonly Equation[];
  readonly displays: readonly Display[];
  readonly quantities: readonly QuantityLink[];
  readonly figures: readonly FigurePlacement[];
  /** Links that set a figure's state. */
  readonly settings: readonly FigurePlacement[];
  readonly links: readonly CourseLink[];
  /** Names of the images that are shown. */
  readonly images: readonly string[];
  /** Every id in the page that a link may lead to. */
  readonly anchors: readonly string[];
  /** The page's HTML, in order, interrupted by holes. */
  readonly segments: readonly (string | Hole)[];
  readonly mistakes: readonly Mistake[];
}
