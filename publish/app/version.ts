/** A file as a version has it: its digest as `fetch` checks it, and its size in bytes. */
export type KeptFile = readonly [integrity: string, bytes: number];

/** Files by address from the site's root: `homework/problem-2/`, `_astro/index.Dx.css`, the empty one for the index. */
export type KeptFiles = Readonly<Record<string, KeptFile>>;

/** One deployment of a site, as its service worker knows it. */
export interface Version {
  /** Digest of all that it consists of, the worker included. */
  readonly id: string;
  /** What its pages say that they were built from. */
  readonly build: string;
  /** The folder of files whose names hold a digest of what is in them, with a slash at its end: `_astro/`. */
  readonly assets: string;
  /** Kept as soon as a reader has opened the site. */
  readonly files: KeptFiles;
  /** The pages of a large course with what belongs to them: each is kept when it is opened, all when the reader asks. */
  readonly pages: KeptFiles;
  /** What runs the experiments: kept when one is first used, or when the reader asks. */
  readonly later: KeptFiles;
}

/** What the worker tells of what it keeps. */
export interface ShelfStatus {
  readonly version: string;
  /** Sizes in bytes, unpacked. */
  readonly course: number;
  readonly experiments: number;
  /** Whether each page is kept; of a large course, only some may be. */
  readonly hasCourse: boolean;
  readonly hasExperiments: boolean;
}

/** What a page asks of the worker; `keep` is for what the browser has let go of. */
export type ShelfRequest = "accept" | "status" | "keep" | "keep-course" | "keep-experiments";

/** What a page that was loaded before the worker was there tells it. */
export interface Introduction {
  /** What the page says that it was built from. */
  readonly build: string;
  /** The addresses of all that it has loaded. */
  readonly used: readonly string[];
}

/** What the worker tells a page that was loaded before it, and is of another version. */
export interface VersionNotice {
  readonly isOther: true;
}

/** What an installing worker tells the pages where it cannot keep everything. */
export interface ShelfFailure {
  readonly notKept: string;
}
