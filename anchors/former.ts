import { relativeLink } from "../markdown/address.ts";
import { type Location, parseAddress } from "./address.ts";
import { type Anchor, anchorsOf } from "./anchor-list.ts";
import { keyOf } from "./items.ts";
import { addressOfEntry, type Entry } from "./ledger.ts";
import { pageAddress, retiredTarget } from "./tag-pages.ts";
import type { TagSite } from "./tag-site.ts";

/** An address at which an item once stood, as the page at that address explains it. */
export interface FormerAnchor {
  /** The id that it had; empty for the page itself. */
  readonly fragment: string;
  /** Whether the page has something else at this id now. */
  readonly isTaken: boolean;
  /** Where it is now, or what a reader should see instead; relative to the page. */
  readonly href: string;
  /** What that is called. */
  readonly link: string;
  /** Why it was withdrawn, and when; absent where it only moved. */
  readonly withdrawn?: string;
  /** The page of its tag, which says why it was withdrawn; relative to the page. */
  readonly explained?: string;
}

/** A page that is no more, at whose address one stands that leads on. */
export interface FormerPage {
  readonly address: string;
  /** Where the page went; relative to it. */
  readonly href: string;
  readonly link: string;
  readonly withdrawn?: string;
  readonly anchors: readonly FormerAnchor[];
}

/** The addresses of every page, present or gone, that the ledger knows and that lead elsewhere now, by page. */
export function formerAnchors(entries: readonly Entry[], site: TagSite): Map<string, FormerAnchor[]> {
  const present = new Map(site.pages.map(({ address, compiled }) => [address, compiled.anchors]));
  const items = new Map(
    anchorsOf(entries, site).map((anchor) => [keyOf(anchor.item.subject.kind, anchor.item.address), anchor]),
  );
  const former = new Map<string, FormerAnchor[]>();
  for (const entry of entries) {
    const target = targetOf(entry, items, site);
    for (const from of target === undefined ? [] : earlierOf(entry)) {
      const { page, fragment } = from;
      const anchors = former.get(page) ?? [];
      former.set(page, anchors);
      if (anchors.some((each) => each.fragment === fragment) || target === undefined) continue;
      const isTaken = fragment === "" ? present.has(page) : (present.get(page)?.includes(fragment) ?? false);
      const { to, ...said } = target;
      const explained =
        said.withdrawn === undefined ? {} : { explained: relativeLink(page, pageAddress(entry.tag)) };
      anchors.push({
        fragment,
        isTaken,
        href: relativeLink(page, to.page, to.fragment),
        ...said,
        ...explained,
      });
    }
  }
  return former;
}

/** The pages that are gone: problems that moved or were withdrawn, and the folders that they left empty. */
export function formerPages(entries: readonly Entry[], site: TagSite): FormerPage[] {
  const former = formerAnchors(entries, site);
  // where file systems do not tell letter cases apart, a page at the old address would stand in the new one's place
  const present = new Set([...site.titles.keys(), ...site.pages.map(({ address }) => address)].map(fold));
  const isPage = (address: string) => present.has(fold(address));
  const gone = [...former].filter(([address]) => !isPage(address));
  const pages = gone.flatMap(([address, anchors]) => {
    const [itself] = anchors.filter(({ fragment }) => fragment === "");
    const main = itself ?? anchors[0];
    if (main === undefined) return [];
    const { href, link, withdrawn } = main;
    const rest = anchors.filter((anchor) => anchor !== itself);
    return [{ address, href, link, ...(withdrawn === undefined ? {} : { withdrawn }), anchors: rest }];
  });
  return [...pages, ...formerFolders(entries, isPage, site)];
}

/** Folders whose problems all moved: their address leads to the folder that holds them now. */
function formerFolders(
  entries: readonly Entry[],
  isPage: (address: string) => boolean,
  { titles }: TagSite,
): FormerPage[] {
  const moved = entries.filter(({ kind, retirement }) => kind === "problem" && retirement === undefined);
  const folders = new Map<string, string>();
  for (const entry of moved) {
    const to = folderOf(parseAddress(addressOfEntry(entry)).page);
    for (const { page } of earlierOf(entry)) {
      const from = folderOf(page);
      if (from !== "" && !isPage(from) && titles.has(to)) folders.set(from, to);
    }
  }
  return [...folders].map(([address, to]) => ({
    address,
    href: relativeLink(address, to),
    link: titles.get(to) ?? "The course",
    anchors: [],
  }));
}

/** Where an entry leads now, and what is said of it; undefined where its item has vanished. */
function targetOf(entry: Entry, items: ReadonlyMap<string, Anchor>, site: TagSite) {
  const { retirement } = entry;
  if (retirement !== undefined) {
    const { to, link } = retiredTarget(entry, site);
    return { to, link, withdrawn: `${retirement.reason} (${retirement.date})` };
  }
  const anchor = items.get(keyOf(entry.kind, addressOfEntry(entry)));
  return anchor && { to: anchor.item as Location, link: anchor.title };
}

/** The addresses that an entry's item has left: all of them where it was withdrawn. */
function earlierOf({ addresses, retirement }: Entry): Location[] {
  const last = retirement === undefined ? addresses.at(-1) : undefined;
  const earlier = addresses.filter((address) => address !== last);
  return [...new Set(earlier)].reverse().map(parseAddress);
}

function fold(address: string): string {
  return address.normalize("NFC").toLowerCase();
}

function folderOf(address: string): string {
  return address.slice(0, Math.max(0, address.lastIndexOf("/")));
}
