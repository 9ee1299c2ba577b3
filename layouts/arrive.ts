import { isDated, noticesFor } from "./arrival-notices.ts";

/** Below this width notes are sheets (styles/margin.css). */
const narrow = matchMedia("(width < 68.75em)");

/** How long a place is marked, in milliseconds (styles/arrive.css). */
const marked = 2400;

/**
 * Opens whatever encloses the place that the address names, now and whenever the address changes, and marks it for a
 * moment. Who comes by a link from elsewhere is told what has been corrected there, and leads on from a place that has
 * moved. Without a margin, arriving at a claim and tapping its words open its note.
 */
export function openTargets(): void {
  const target = openTarget();
  const notices = target === null ? [] : noticesFor(target);
  if (target !== null && notices.length > 0) placeNotices(notices, target);
  addEventListener("hashchange", openTarget);
  addEventListener("beforeprint", openAll);
  document.addEventListener("click", openTapped);
}

/** The element that the address names. */
function findTarget(): Element | null {
  const name = location.hash.slice(1);
  if (name === "") return null;
  return document.getElementById(name) ?? document.getElementById(decoded(name));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Opens and marks the target; returns it or, for a link that has no place but a date, the page's heading. */
function openTarget(): Element | null {
  const target = findTarget();
  if (target === null) return isDated() ? document.querySelector("h1") : null;
  if (target.matches('[data-former="moved"]')) {
    const link = target.querySelector<HTMLAnchorElement>("a[href]");
    if (link !== null) location.replace(link.href);
    return null;
  }
  let opened = false;
  for (let element: Element | null = target; element !== null; element = element.parentElement) {
    if (!(element instanceof HTMLDetailsElement) || element.open) continue;
    element.open = true;
    opened = true;
  }
  if (opened) target.scrollIntoView();
  if (narrow.matches && target.matches("[data-claim]")) openSheet(target);
  mark(target);
  return target;
}

/** Claims light up by themselves, with their notes (styles/margin.css). */
function mark(target: Element): void {
  if (target.matches("#main, [data-claim]")) return;
  target.classList.add("arrived");
  setTimeout(() => target.classList.remove("arrived"), marked);
}

/** Below a heading, and right in front of anything else, so that both are in sight. */
function placeNotices(notices: readonly Element[], target: Element): void {
  const isHeading = target.matches("h1, .part");
  if (isHeading) target.after(...notices);
  else (target.closest(".equation, .figure, p, .p, li") ?? target).before(...notices);
  if (location.hash !== "") (isHeading ? target : notices[0])?.scrollIntoView();
}

/** Opens a claim's note, or the student's note that quotes the claim. */
function openSheet(claim: Element): void {
  const note = document.getElementById(`note-${claim.getAttribute("data-claim")}`);
  const sheet = note?.closest<HTMLElement>("[popover]");
  if (sheet && !sheet.matches(":popover-open")) sheet.showPopover();
}

/** A tap on a claim's words; taps on links, selected words and claims that are not underlined mean something else. */
function openTapped({ target }: MouseEvent): void {
  if (!narrow.matches || !(target instanceof Element) || getSelection()?.isCollapsed === false) return;
  if (target.closest("a, button, summary, label")) return;
  const claim = target.closest("[data-claim]");
  const sign = document.querySelector(`[popovertarget="note-${claim?.getAttribute("data-claim")}"].sign`);
  if (claim && sign?.checkVisibility()) openSheet(claim);
}

/**
 * Paper has nothing to press: what is folded is printed open, except the rest of notes, which has no room there, and
 * the steps of checks, whose mark is enough.
 */
function openAll(): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>("details:not(.note-more, .check)"))
    details.open = true;
}
