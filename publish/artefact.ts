import type { ParseArgsOptionsConfig } from "node:util";
import type { BuiltSite } from "./built-site.ts";
import type { CourseMap } from "./course-map.ts";
import type { Provenance } from "./provenance.ts";

/** Something that left the building. */
export interface Artefact {
  /** What a reader opens, by its path in the export folder: `course/index.html`, `homework-problem-2.html`. */
  readonly path: string;
  readonly title: string;
  /** Address of the page that it holds; empty for the whole course. */
  readonly of: string;
  /** Size of all its files together. */
  readonly bytes: number;
}

/** What an artefact is made from, and where it goes. */
export interface ArtefactRequest {
  readonly site: BuiltSite;
  readonly map: CourseMap;
  readonly provenance: Provenance;
  /** The export folder. */
  readonly to: string;
  /** What the course's files are called: the slug of its title. */
  readonly name: string;
  /** Addresses of the pages to which the reader limits what is made page by page; all where it is empty. */
  readonly only: readonly string[];
  /** The kind's own options. */
  readonly options: Readonly<Record<string, unknown>>;
  /** What this run has made already, by kind. */
  readonly made: ReadonlyMap<string, readonly Artefact[]>;
  /** Takes a line of progress: a step, and what it did. */
  readonly say: (step: string, done: string) => void;
}

/** A kind of artefact: a file of its own in a folder of its own, and a line in `kinds.ts`. */
export interface ArtefactKind {
  /** One line for `--help`. */
  readonly summary: string;
  /** Its own options, as `parseArgs` takes them. */
  readonly options?: ParseArgsOptionsConfig;
  /** The lines of `--help` about them. */
  readonly usage?: readonly string[];
  /** Why this machine cannot make it; undefined where it can. */
  obstacle?(): Promise<string | undefined>;
  /**
   * Makes it. Throws a `MistakesError` that names whatever in the site's files is in the way, and a `Refusal` for any
   * other reason; nothing half-made stays then.
   */
  make(request: ArtefactRequest): Promise<readonly Artefact[]>;
}
