import { join } from "node:path";
import type { Mistake } from "../../mistakes/mistake.ts";
import type { BuiltSite } from "../built-site.ts";
import { placeAt } from "../edits.ts";

/** What keeps a file of the site from working when it is opened from disk, with what to do about each. */
const hints = {
  "missing-file": "build the site again; every address must lead to one of its files",
  "absolute-address": "give the file's address as a relative link, or as `new URL(…, import.meta.url)`",
  "other-host": "put the file into `public/` and refer to it there; build the site without `assetsPrefix`",
  "module-script":
    "keep the script in a file of its own (`assetsInlineLimit: 0`), so that it can be made classic",
  "network-call": "import the data as a module: browsers read no file for `fetch` or `XMLHttpRequest`",
  "unsupported-worker": 'write `new Worker(new URL("…", import.meta.url))`, built as one classic file',
  "unsupported-script": "write it so that its imports are known when the site is built",
  "unsupported-element": "browsers load no file for it from disk: put its content into the page",
} as const;

/** The name of a reason why something would not work from disk. */
export type Rule = keyof typeof hints;

/** A rewritten text, and what in the original would not work from disk. */
export interface Rewritten {
  readonly text: string;
  readonly obstacles: readonly Mistake[];
}

/** One of the site's files while it is rewritten: collects what would not work, each with its place. */
export class Obstacles {
  readonly found: Mistake[] = [];
  readonly #file: string;
  readonly #text: string;

  constructor(site: BuiltSite, path: string, text: string) {
    this.#file = join(site.folder, path);
    this.#text = text;
  }

  report(rule: Rule, offset: number, what: string): void {
    const place = placeAt(this.#text, offset);
    this.found.push({ ...place, file: this.#file, rule, what, hint: hints[rule], severity: "error" });
  }
}
