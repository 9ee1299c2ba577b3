import type { Values } from "../lab/parameters.ts";

/** The manifest's file, at the root of a built site. */
export const manifestFile = "checks.json";

/** The version of the schema below; a reader refuses another one. */
export const manifestVersion = 1;

/** A number in JSON, which has no infinity. NaN is never written. */
export type JsonNumber = number | "Infinity" | "-Infinity";

/** Everything that a built site claims and that can be checked in its pages: `checks.json`. */
export interface Manifest {
  readonly version: typeof manifestVersion;
  /** Digest of what the site was built from; each of its pages carries it in `<meta name="ansatz-build">`. */
  readonly digest: string;
  readonly title: string;
  /** Versions of what a reader of the manifest has to imitate. */
  readonly katex: string;
  /** The path under which the site is served, with slashes at both ends. */
  readonly base: string;
  /** What KaTeX shows for each macro. */
  readonly macros: Readonly<Record<string, string>>;
  readonly experiments: Readonly<Record<string, ManifestExperiment>>;
  readonly numbers: readonly ManifestNumber[];
  readonly formulas: readonly ManifestFormula[];
  readonly figures: readonly ManifestFigure[];
  /** Rules that a document does not follow, with its author's reason. */
  readonly exceptions: readonly ManifestException[];
}

/** A rule that a document does not follow. */
export interface ManifestException {
  readonly file: string;
  readonly page: string;
  readonly rule: string;
  readonly reason: string;
}

/** Where something stands: in the author's file, and in the site. */
export interface ManifestPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Address of the page, relative to the base, with a slash at its end: `homework/problem-2/`. */
  readonly page: string;
}

/** An experiment, as far as a check has to know it. */
export interface ManifestExperiment {
  readonly title: string;
  /** Digest of its code. */
  readonly code: string;
  /** Whether it is computed by tf.js too, and, where its author says so, why not. */
  readonly isAccelerated: boolean;
  readonly plainOnly?: string;
  /** Whether each parameter is a slider, a choice, a toggle or a seed. */
  readonly parameters: Readonly<Record<string, "slider" | "choice" | "toggle" | "seed">>;
  readonly quantities: Readonly<Record<string, ManifestQuantity>>;
}

/** A quantity with its bounds, both relative to max(1, |value|): of `compute`, and of tf.js against it. */
export interface ManifestQuantity {
  readonly unit: string;
  readonly error: number;
  readonly tolerance: number;
  /** Why tf.js does not compute it. */
  readonly plainOnly?: string;
}

/** Why tf.js computes a quantity on no backend; undefined where it does. */
export function plainReason(
  { isAccelerated, plainOnly, quantities }: ManifestExperiment,
  quantity: string,
): string | undefined {
  return isAccelerated
    ? quantities[quantity]?.plainOnly
    : (plainOnly ?? "its experiment has no form in tf.js");
}

/** A route by which a number has been confirmed when the site was built. */
export type BuildRoute = "compute" | "derivation";

/** A number of the prose. */
export interface ManifestNumber extends ManifestPlace {
  /** Its id in the page. */
  readonly anchor: string;
  /** As it was typed, and as the page must show it. */
  readonly text: string;
  readonly experiment: string;
  readonly quantity: string;
  /** Every parameter of the state in which it was computed. */
  readonly values: Values;
  /** What `compute` yielded, in full: `data-value` in the page. */
  readonly value: JsonNumber;
  /** How far the number may be from the value as it is typed. */
  readonly tolerance: number;
  /** The formula that has the same value, evaluated in double precision. */
  readonly formula?: { readonly label: string; readonly value: JsonNumber };
  readonly confirmed: readonly BuildRoute[];
}

/** A display. */
export interface ManifestFormula extends ManifestPlace {
  /** The id of the part that it stands in; absent before the first. */
  readonly part?: string;
  /** The formula as KaTeX was given it, without labels and tags. */
  readonly tex: string;
  /** What the derivation checker found; "false" in a quoted answer only; "unread" where it did not look. */
  readonly outcome: "verified" | "false" | "definition" | "unchecked" | "unread";
  readonly steps: readonly ManifestStep[];
  /** Why its author has it not checked. */
  readonly excuse?: string;
}

/** A step of a display: one relation. */
export interface ManifestStep {
  readonly left: string;
  readonly relation: string;
  readonly right: string;
  readonly outcome: string;
  /** How many points were tried, and how far the sides were apart at most. */
  readonly points: number;
  readonly largestDifference: JsonNumber;
  /** Why it is not checked. */
  readonly reason?: string;
}

/** A figure in the state in which its page shows it first. */
export interface ManifestFigure extends ManifestPlace {
  readonly anchor: string;
  readonly experiment: string;
  readonly values: Values;
  /** Its static table. */
  readonly quantities: Readonly<Record<string, JsonNumber>>;
}

/** A number as JSON can hold it; throws a RangeError for NaN, which no check may pass on. */
export function toJson(value: number): JsonNumber {
  if (Number.isNaN(value)) throw new RangeError("NaN is no value that could be checked");
  if (Number.isFinite(value)) return value;
  return value > 0 ? "Infinity" : "-Infinity";
}

/** The number that JSON holds. */
export function fromJson(value: JsonNumber): number {
  return Number(value);
}
