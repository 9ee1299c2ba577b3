import type { TaggedPage } from "./items.ts";

/** What the pages of tags are made from. */
export interface TagSite {
  readonly pages: readonly TaggedPage[];
  /** Titles of the pages that are no problems, by address: the assignments, and the course at the empty address. */
  readonly titles: ReadonlyMap<string, string>;
  /** Titles of the experiments, by name. */
  readonly figures: ReadonlyMap<string, string>;
  /** What is shown for each macro of the course. */
  readonly macros?: Readonly<Record<string, string>>;
}
