import { relativeLink } from "../markdown/address.ts";
import { type Location, parseAddress } from "./address.ts";
import { itemsOf, keyOf } from "./items.ts";
import { addressOfEntry, type Entry, type Retirement } from "./ledger.ts";
import { type Preview, previewOf, titleOfPage } from "./preview.ts";
import type { TagSite } from "./tag-site.ts";

/** A tag's own page: what a link to it shows elsewhere, and where it leads. */
export interface TagPage extends Preview {
  readonly tag: string;
  /** Relative to the tag's page, so that it works below any base and from a folder on disk. */
  readonly href: string;
  /** What the link is called. */
  readonly link: string;
  /** A retired tag explains itself and leads on when it is asked to; any other forwards at once. */
  readonly isRetired: boolean;
}

/** The page of every tag. A tag whose item has vanished (an error of every build) has none. */
export function tagPages(entries: readonly Entry[], site: TagSite): TagPage[] {
  const pages = new Map(site.pages.map((page) => [page.address, page]));
  const items = new Map(
    site.pages.flatMap(itemsOf).map((item) => [keyOf(item.subject.kind, item.address), item] as const),
  );
  return entries.flatMap((entry) => {
    if (entry.retirement !== undefined) return [retiredPage(entry, entry.retirement, site)];
    const item = items.get(keyOf(entry.kind, addressOfEntry(entry)));
    const page = item && pages.get(item.page);
    if (item === undefined || page === undefined) return [];
    const preview = previewOf(item, page, site);
    const href = relativeLink(pageAddress(entry.tag), item.page, item.fragment);
    return [{ tag: entry.tag, ...preview, href, link: preview.title, isRetired: false }];
  });
}

/** Address of a tag's page: `t/7K3F`. */
export function pageAddress(tag: string): string {
  return `t/${tag}`;
}

function retiredPage(entry: Entry, { date, reason }: Retirement, site: TagSite): TagPage {
  const { to, link } = retiredTarget(entry, site);
  return {
    tag: entry.tag,
    title: `This ${entry.kind} was withdrawn`,
    description: `${reason} (${date})`,
    href: relativeLink(pageAddress(entry.tag), to.page, to.fragment),
    link,
    isRetired: true,
  };
}

/** What the reader of a withdrawn item should see instead: what the ledger names, else the nearest page that is left. */
export function retiredTarget(entry: Entry, site: TagSite): { to: Location; link: string } {
  const { pages, titles } = site;
  const title = (address: string) => {
    const page = pages.find((each) => each.address === address);
    return page === undefined ? titles.get(address) : titleOfPage(page);
  };
  const see = entry.retirement?.see;
  const wanted = parseAddress(see ?? addressOfEntry(entry));
  const page = nearest(wanted.page, (address) => title(address) !== undefined);
  const fragment = see !== undefined && page === wanted.page ? wanted.fragment : "";
  return { to: { page, fragment }, link: titleAt({ page, fragment }, site) ?? title(page) ?? "The course" };
}

/** The title of the item at a place; undefined where there is none. */
function titleAt({ page: address, fragment }: Location, site: TagSite): string | undefined {
  const page = site.pages.find((each) => each.address === address);
  const item = page && itemsOf(page).find((each) => each.fragment === fragment);
  return page && item && previewOf(item, page, site).title;
}

/** The address itself or the nearest folder above it that has a page; the course's page has the empty address. */
function nearest(address: string, hasPage: (address: string) => boolean): string {
  if (address === "" || hasPage(address)) return address;
  return nearest(address.slice(0, Math.max(0, address.lastIndexOf("/"))), hasPage);
}
