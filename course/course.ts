import type { PlacedEntry } from "../anchors/ledger.ts";
import type { VerificationRecord } from "../checks/record.ts";
import type { Claim, CompiledDocument, Heading, Part } from "../markdown/document.ts";
import type { CompiledProblem } from "../markdown/index.ts";
import type { ProblemData } from "../markdown/problem-schema.ts";
import { setApostrophes } from "../markdown/remark-apostrophes.ts";
import type { Mistake } from "../mistakes/mistake.ts";
import type { Commit } from "./commit.ts";
import type { AssignmentData, CourseData } from "./schemas.ts";

/** A compiled problem and where it stands. */
export interface Problem {
  /** Address without slashes at the ends: `homework/problem-2`. */
  readonly address: string;
  /** Path of its file from the course's root. */
  readonly path: string;
  /** Digest of everything that it was compiled from. */
  readonly digest: string;
  readonly compiled: CompiledProblem;
  /** Paths from the course's root of the images that it shows, by the name that its page uses. */
  readonly images: Readonly<Record<string, string>>;
}

/** An assignment and its problems, in the order of their numbers. */
export interface Assignment {
  readonly address: string;
  readonly data: AssignmentData;
  readonly problems: readonly string[];
}

/** A whole course, compiled, with every mistake in it. */
export interface Course {
  readonly data: CourseData;
  readonly assignments: readonly Assignment[];
  readonly problems: readonly Problem[];
  /** The permanent tags of its items. */
  readonly tags: readonly PlacedEntry[];
  readonly build: BuildData;
  readonly mistakes: readonly Mistake[];
}

/** What identifies a build and what it was made with: its pages and its manifest carry it. */
export interface BuildData {
  /** Digest of all that pages and manifest are made from. */
  readonly digest: string;
  /** Digest of each experiment's code, by name. */
  readonly codes: Readonly<Record<string, string>>;
  /** What KaTeX shows for each macro. */
  readonly macros: Readonly<Record<string, string>>;
  /** Addresses of the pages that show each experiment's figure. */
  readonly figures: Readonly<Record<string, readonly string[]>>;
  /** The version of the course's sources, as far as it is known. It is in no digest: equal sources give equal digests. */
  readonly commit?: Commit;
  /** What a browser has confirmed, as far as it was recorded. */
  readonly record?: VerificationRecord;
}

/**
 * What lists, neighbours and links need to know of a problem. It is kept in Astro's content store, which is bundled
 * into every build; the page's HTML is not (see `bodies.ts`).
 */
export interface ProblemCard {
  readonly address: string;
  readonly path: string;
  readonly digest: string;
  readonly frontmatter: ProblemData;
  readonly title: string;
  readonly titleHtml: string;
  readonly description: string;
  readonly parts: readonly Part[];
  readonly headings: readonly Heading[];
  readonly claims: readonly Pick<Claim, "id" | "verdict" | "part">[];
  /** Numbers of the labelled equations, by label. */
  readonly equations: Readonly<Record<string, string>>;
  readonly images: Readonly<Record<string, string>>;
}

/** The page's body: what only the page itself needs. */
export type ProblemBody = Pick<
  CompiledDocument,
  "segments" | "claims" | "displays" | "equations" | "quantities" | "figures"
>;

/** The card of a problem. */
export function cardOf({ address, path, digest, compiled, images }: Problem): ProblemCard {
  return {
    address,
    path,
    digest,
    images,
    frontmatter: compiled.frontmatter,
    title: compiled.title,
    titleHtml: compiled.titleHtml,
    description: setApostrophes(compiled.frontmatter.description ?? shorten(compiled.lead)),
    parts: compiled.parts,
    headings: compiled.headings,
    claims: compiled.claims.map(({ id, verdict, part }) => ({ id, verdict, ...(part ? { part } : {}) })),
    equations: Object.fromEntries(compiled.equations.map(({ label, number }) => [label, number ?? ""])),
  };
}

/** A description of at most 200 characters, cut at a word. */
function shorten(text: string): string {
  if (text.length <= 200) return text;
  return `${text.slice(0, 200).replace(/\s+\S*$/, "")} …`;
}
