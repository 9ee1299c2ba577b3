import { relativeLink } from "../markdown/address.ts";
import { anchorsOf } from "./anchor-list.ts";
import { type Item, keyOf, type TaggedPage } from "./items.ts";
import { addressOfEntry, type Entry, type Kind } from "./ledger.ts";
import { contentHash, correctionsOf } from "./sections.ts";
import { pageAddress, retiredTarget } from "./tag-pages.ts";
import type { TagSite } from "./tag-site.ts";

/** Version of the form of `anchors.json`; it grows when a reader of the older form would go wrong. */
export const anchorsVersion = 1;

/** A permanent tag as `anchors.json` tells other programs. All addresses are relative to the course's. */
export interface AnchorRecord {
  readonly tag: string;
  readonly kind: Kind;
  readonly state: "live" | "withdrawn";
  /** The tag's own page, which is what to link to: `t/7K3F/`. */
  readonly page: string;
  /** Where it leads now: `homework/problem-2/#b`. */
  readonly address: string;
  /** The addresses at which the item stood before, the oldest first. */
  readonly former: readonly string[];
  readonly title: string;
  readonly description: string;
  /** Tag of the part that the item stands in. */
  readonly part?: string;
  /** Changes whenever what the item says does. */
  readonly hash?: string;
  /** Days on which its part was corrected, the newest first. */
  readonly corrections?: readonly string[];
}

/** What is written into `anchors.json`. */
export interface AnchorsFile {
  readonly version: typeof anchorsVersion;
  readonly course: string;
  /** Address of the course with a slash at its end; absent where the build does not know it. */
  readonly site?: string;
  /** Commit that it was built from. */
  readonly commit?: string;
  readonly anchors: readonly AnchorRecord[];
}

/** A record for every tag of the ledger, in its order; a tag whose item has vanished (an error of every build) has none. */
export function anchorRecords(
  entries: readonly Entry[],
  site: TagSite,
  codes: Readonly<Record<string, string>>,
): AnchorRecord[] {
  const anchors = anchorsOf(entries, site);
  const byItem = new Map(anchors.map((each) => [keyOf(each.item.subject.kind, each.item.address), each]));
  const tagOf = (page: string, part: string) =>
    anchors.find(({ item }) => item.subject.kind === "part" && item.page === page && item.fragment === part)
      ?.tag;
  return entries.flatMap((entry): AnchorRecord[] => {
    if (entry.retirement !== undefined) return [withdrawn(entry, entry.retirement, site)];
    const anchor = byItem.get(keyOf(entry.kind, addressOfEntry(entry)));
    if (anchor === undefined) return [];
    const { item, page, title, description } = anchor;
    const part =
      anchor.part === undefined || item.subject.kind === "part" ? undefined : tagOf(item.page, anchor.part);
    return [
      {
        ...shared(entry, "live"),
        address: relativeLink("", item.page, item.fragment),
        title,
        description,
        ...(part === undefined ? {} : { part }),
        hash: contentHash(item, page, codes),
        ...dated(item, page, anchor.part ?? ""),
      },
    ];
  });
}

function withdrawn(
  entry: Entry,
  { date, reason }: NonNullable<Entry["retirement"]>,
  site: TagSite,
): AnchorRecord {
  const { to } = retiredTarget(entry, site);
  return {
    ...shared(entry, "withdrawn"),
    address: relativeLink("", to.page, to.fragment),
    title: `This ${entry.kind} was withdrawn`,
    description: `${reason} (${date})`,
  };
}

function shared({ tag, kind, addresses, retirement }: Entry, state: AnchorRecord["state"]) {
  const former = retirement === undefined ? addresses.slice(0, -1) : addresses;
  return { tag, kind, state, page: `${pageAddress(tag)}/`, former: former.map(linkTo) };
}

/** An address of the ledger as a link from the course's index. */
function linkTo(address: string): string {
  const [page = "", fragment = ""] = address.split("#");
  return `${page}/${fragment === "" ? "" : `#${fragment}`}`;
}

function dated({ subject }: Item, page: TaggedPage, part: string): Pick<AnchorRecord, "corrections"> {
  const corrections = subject.kind !== "problem" && part === "" ? [] : correctionsOf(page, part);
  return corrections.length === 0 ? {} : { corrections };
}
