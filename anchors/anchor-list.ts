import { liveEntries } from "./assign.ts";
import { type Item, itemsOf, keyOf, type TaggedPage } from "./items.ts";
import type { Entry } from "./ledger.ts";
import { nameOf } from "./name.ts";
import { type Preview, previewOf } from "./preview.ts";
import type { TagSite } from "./tag-site.ts";

/** An item of the course as cards, search, previews and the copy kit show it. */
export interface Anchor extends Preview {
  /** Its permanent tag; absent where `ansatz tags` has not given it one. */
  readonly tag?: string;
  readonly item: Item;
  readonly page: TaggedPage;
  /** Its short name within its page: `part (b)`. */
  readonly name: string;
  /** The id of the part that it stands in, or is; absent for a problem and before its first part. */
  readonly part?: string;
}

/** Every item of the course in the order of its pages, tagged or not. */
export function anchorsOf(entries: readonly Entry[], site: TagSite): Anchor[] {
  const live = liveEntries(entries);
  return site.pages.flatMap((page) =>
    itemsOf(page).map((item) => {
      const tag = live.get(keyOf(item.subject.kind, item.address))?.tag;
      const part = partOf(item, page);
      return {
        ...(tag === undefined ? {} : { tag }),
        ...previewOf(item, page, site),
        item,
        page,
        name: nameOf(item),
        ...(part === undefined ? {} : { part }),
      };
    }),
  );
}

function partOf({ subject }: Item, { path, compiled }: TaggedPage): string | undefined {
  switch (subject.kind) {
    case "problem":
      return undefined;
    case "part":
      return subject.part.id;
    case "equation":
      return subject.equation.part;
    case "claim":
      return subject.claim.part;
    case "experiment": {
      const placed = compiled.figures.find(({ name, file }) => name === subject.name && file === path);
      return compiled.parts.filter(({ line }) => line < (placed?.line ?? 0)).at(-1)?.id;
    }
  }
}
