/** A file as a version has it: its digest as `fetch` checks it, and its size in bytes. */
export type KeptFile = readonly [integrity: string, bytes: number];

/** Files by address from the site's root: `homework/problem-2/`, `_astro/index.Dx.css`, the empty one for the index. */
export type KeptFiles = Readonly<Record<string, KeptFile>>;

/** One deployment of a site, as its service worker knows it. */
export interface Version {
  /** Digest of all that it consists of, the worker included. */
  readonly id: string;
  /** Kept as soon as a reader has opened the site. */
  readonly files: KeptFiles;
  /** What runs the experiments: kept when one is first used, or when the reader asks. */
  readonly later: KeptFiles;
}

/** What the worker tells of what it keeps. */
export interface ShelfStatus {
  readonly version: string;
  /** Sizes in bytes, unpacked. */
  readonly course: number;
  readonly experiments: number;
  readonly hasExperiments: boolean;
}

/** What a page asks of the worker. */
export type ShelfRequest = "accept" | "status" | "keep-experiments";

/** What an installing worker tells the pages where it cannot keep everything. */
export interface ShelfFailure {
  readonly notKept: string;
}
