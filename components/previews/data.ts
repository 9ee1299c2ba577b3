import { readSiteScript, siteAddress } from "../../layouts/site-address.ts";
import type { Excerpt } from "./excerpts.ts";

declare global {
  interface Window {
    /** Takes what links into a page show: the one call of each `previews/….js`. */
    ansatzPreviews?: (page: string, excerpts: Readonly<Record<string, Excerpt>>) => void;
  }
}

/** A place of the course that a link leads to. */
export interface Target {
  /** Address of the page from the root, encoded, without slashes at the ends. */
  readonly page: string;
  /** The id in it, decoded; empty for the page itself. */
  readonly fragment: string;
}

/** First folders of pages that are no problems and no assignments. */
const others = /^(?:_astro|topics|cards|checks|search|previews|t|offline|404)(?:\/|$)/;

/** The place of the course that a link leads to; undefined elsewhere, and where it asks for a state of a figure. */
export function targetOf(link: HTMLAnchorElement): Target | undefined {
  const root = siteAddress("").replace(/[^/]*$/, "");
  const { index = "" } = document.documentElement.dataset;
  const [address = "", fragment = ""] = link.href.split("#");
  if (!address.startsWith(root)) return undefined;
  const path = address.slice(root.length);
  const folder = index !== "" && path.endsWith(`/${index}`) ? path.slice(0, -index.length) : path;
  const page = folder.replace(/\/$/, "");
  if (!folder.endsWith("/") || page.includes("?") || others.test(page)) return undefined;
  return { page, fragment: decoded(fragment) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const known = new Map<string, Readonly<Record<string, Excerpt>>>();

/** What a place shows, in short; undefined where there is nothing of the kind, or nothing can be read. */
export async function readExcerpt({ page, fragment }: Target): Promise<Excerpt | undefined> {
  window.ansatzPreviews ??= (of, excerpts) => known.set(of, excerpts);
  if (!known.has(page)) await readSiteScript(`previews/${page}.js`).catch(() => undefined);
  const excerpts = known.get(page) ?? {};
  return Object.hasOwn(excerpts, fragment) ? excerpts[fragment] : undefined;
}
