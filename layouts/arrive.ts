/** Below this width notes are sheets (styles/margin.css). */
const narrow = matchMedia("(width < 68.75em)");

/**
 * Opens whatever encloses the place that the address names, now and whenever the address changes. Without a margin,
 * arriving at a claim and tapping its words open its note.
 */
export function openTargets(): void {
  openTarget();
  addEventListener("hashchange", openTarget);
  addEventListener("beforeprint", openAll);
  document.addEventListener("click", openTapped);
}

function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target === null) return;
  let opened = false;
  for (let element: Element | null = target; element !== null; element = element.parentElement) {
    if (!(element instanceof HTMLDetailsElement) || element.open) continue;
    element.open = true;
    opened = true;
  }
  if (opened) target.scrollIntoView();
  if (narrow.matches && target.matches("[data-claim]")) openSheet(target);
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
