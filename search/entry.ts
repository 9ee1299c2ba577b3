import type { AsPlainObject } from "minisearch";

/** What kind of place a result is; also the word that the reader sees. */
export const kinds = [
  "problem",
  "part",
  "assignment",
  "topic",
  "figure",
  "equation",
  "claim",
  "passage",
] as const;
export type EntryKind = (typeof kinds)[number];

/** A place of the course that a search can find. */
export interface Entry {
  readonly kind: EntryKind;
  /** Address from the site's root: `homework/problem-2/#b`. */
  readonly href: string;
  /** Where it stands, in short: `Problem 2 (b)`; empty for what stands nowhere. */
  readonly place: string;
  readonly title: string;
  /** Plain text that is searched and shown around a match. */
  readonly text: string;
  /** Its permanent tag. */
  readonly tag?: string;
  /** What it is called, as far as its title does not say so: a number, a label, a file's name. */
  readonly name?: string;
  /** Words by which it is found, besides those of title and text, and which are never shown. */
  readonly words?: string;
  /** The TeX of its formulas. */
  readonly tex?: string;
  /** Where its formula stands among those of its page, for whoever shows it typeset. */
  readonly formula?: number;
  /** Numbers by which short forms name it: assignment, problem, letters of the part. */
  readonly short?: readonly [assignment: string, problem: string, part: string];
}

/** What the searching page reads: an index of MiniSearch and what its results show. */
export interface SearchData {
  /** The entries, without the words that only the index needs; an entry's place is its id in the index. */
  readonly entries: readonly Omit<Entry, "name" | "words" | "tex">[];
  /** MiniSearch's own form of the index. */
  readonly index: AsPlainObject;
  /** Tags that lead to no entry but have a page: retired ones. */
  readonly retired: readonly string[];
}
