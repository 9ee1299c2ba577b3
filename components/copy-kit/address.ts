import type { KitAnchor, KitData } from "../../anchors/kit.ts";
import { siteAddress } from "../../layouts/site-address.ts";

/** The address of a path of the course where it lives: where `site` is configured, every page names its own. */
function liveAddress(path: string, { address }: KitData): string | undefined {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  if (canonical === undefined) return undefined;
  const up = "../".repeat(address === "" ? 0 : address.split("/").length);
  return new URL(`${up}${path}`, canonical).href;
}

/**
 * The link to an item: its tag's page where the course's address is known and it has a tag, else its place in the
 * page. The state of a figure goes along, from the page's own query.
 */
export function linkTo(id: string, anchor: KitAnchor, kit: KitData): string {
  const place = `${kit.address}/${id === "" ? "" : `#${id}`}`;
  const live = liveAddress(anchor.tag === undefined ? place : `t/${anchor.tag}/`, kit);
  const url = new URL(live ?? siteAddress(place));
  for (const [key, value] of stateOf(id)) url.searchParams.append(key, value);
  return url.href;
}

/** The part of the page's query that is a figure's state (lab/state.ts). */
function stateOf(id: string): [string, string][] {
  if (!id.startsWith("fig-")) return [];
  const prefix = `${id.slice("fig-".length)}.`;
  return [...new URLSearchParams(location.search)].filter(([key]) => key.startsWith(prefix));
}
