import { siteAddress } from "../../layouts/site-address.ts";
import type { Excerpt } from "./excerpts.ts";

/** Pixels between a link and its preview, and between a preview and the edge of the window. */
const gap = 6;
const edge = 8;

let count = 0;

/** A preview, not yet shown: a heading that leads to the place, as the link does, and the excerpt. */
export function renderPreview({ title, html }: Excerpt, link: HTMLAnchorElement): HTMLElement {
  const preview = document.createElement("div");
  preview.className = "preview";
  preview.id = `preview-${++count}`;
  preview.popover = "manual";
  preview.role = "group";
  preview.ariaLabel = `Preview of ${title}`;
  const heading = Object.assign(document.createElement("a"), { href: link.href, textContent: title });
  heading.className = "preview-title";
  const body = document.createElement("div");
  body.className = "preview-body";
  body.innerHTML = html;
  for (const inner of body.querySelectorAll<HTMLAnchorElement>("a[data-to]"))
    inner.href = siteAddress(inner.dataset["to"] ?? "");
  preview.append(heading, body);
  return preview;
}

/** Puts a preview into the page behind its link, so that the order of the keyboard goes on from there, and shows it. */
export function showPreview(preview: HTMLElement, link: HTMLAnchorElement): void {
  const folded = link.closest("details:not([open])");
  (folded ?? link.closest("summary, button") ?? link).after(preview);
  preview.showPopover();
  for (const wide of preview.querySelectorAll<HTMLElement>(".katex-display, pre, .table"))
    if (wide.scrollWidth > wide.clientWidth + 4) wide.tabIndex = 0;
  placePreview(preview, link);
  if (preview.scrollHeight > preview.clientHeight + 1) preview.tabIndex = 0;
}

/** Below the link or above it, wherever it fits or there is more room, never on it, within the window. */
export function placePreview(preview: HTMLElement, link: HTMLAnchorElement): void {
  const { left, top, bottom } = link.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  preview.style.maxHeight = "";
  const { width, height } = preview.getBoundingClientRect();
  const below = innerHeight - bottom - gap - edge;
  const above = top - gap - edge;
  const isBelow = height <= below || below >= above;
  const room = Math.max(isBelow ? below : above, 0);
  preview.style.maxHeight = `${Math.min(height, room)}px`;
  const x = Math.max(edge, Math.min(left, clientWidth - width - edge));
  const y = isBelow ? bottom + gap : top - gap - Math.min(height, room);
  preview.style.translate = `${x}px ${y}px`;
}
