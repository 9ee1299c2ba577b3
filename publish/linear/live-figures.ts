import { renderSVG } from "uqr";
import { type BuiltSite, readText } from "../built-site.ts";
import type { Edit } from "../edits.ts";
import { type PageElement, renderAttribute } from "../html.ts";
import { endOfContent, hasClass } from "./element.ts";

/** Where each figure of the site is live, by its address there: `homework/problem-2/#fig-a` → `…/t/7K3F/`. */
export type LiveFigures = (address: string) => string | undefined;

/** Reads the permanent short addresses; without the address of the site no figure has any. */
export async function readLiveFigures(site: BuiltSite, live: string | undefined): Promise<LiveFigures> {
  if (live === undefined) return () => undefined;
  const pages = site.files.has("anchors.json") ? await readTagPages(site) : new Map<string, string>();
  return (address) => new URL(pages.get(address) ?? address, live).href;
}

async function readTagPages(site: BuiltSite): Promise<Map<string, string>> {
  const { anchors = [] } = JSON.parse(await readText(site, "anchors.json")) as {
    anchors?: readonly { readonly address?: string; readonly page?: string; readonly state?: string }[];
  };
  return new Map(
    anchors.flatMap(({ address, page, state }) =>
      address === undefined || page === undefined || state !== "live" ? [] : [[address, page]],
    ),
  );
}

/** The edits that put, below each figure of a page, the address at which it is live, and a code for a camera. */
export function figureEdits(
  page: string,
  elements: readonly PageElement[],
  address: string,
  liveFigures: LiveFigures,
): Edit[] {
  return elements.flatMap((element) => {
    const id = element.attributes.get("id")?.value;
    if (element.name !== "figure" || !hasClass(element, "figure") || id === undefined) return [];
    const live = liveFigures(`${address}/#${id}`);
    if (live === undefined) return [];
    const place = endOfContent(page, element);
    return [{ start: place, end: place, text: liveBlock(live) }];
  });
}

function liveBlock(address: string): string {
  const words = address.replace(/^https?:\/\//, "").replace(/\/$/, "");
  const label = renderAttribute("aria-label", `QR code of ${address}`);
  const code = renderSVG(address, { border: 2, ecc: "M" }).replace(
    "<svg ",
    `<svg class="live-code" role="img" ${label} `,
  );
  const text = `Live: <span class="live-words">${escapeText(words)}</span>`;
  return `<p class="live-address"><a ${renderAttribute("href", address)}>${code}<span>${text}</span></a></p>`;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
