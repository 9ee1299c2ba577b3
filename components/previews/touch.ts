import { targetOf } from "./data.ts";
import { linkIn } from "./link-in.ts";
import type { PreviewStack } from "./stack.ts";

/** How long a finger rests on a link, in milliseconds, and how far it may stray, in pixels. */
const rest = 500;
const slack = 10;

/**
 * Opens a link's preview when a finger rests on it, in the place of the browser's menu; the preview's heading is a
 * link that has the menu. Returns what takes the first touch.
 */
export function watchTouches(stack: PreviewStack): (event: PointerEvent) => void {
  let touched: HTMLAnchorElement | undefined;
  let hasOpened = false;
  let at = { x: 0, y: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    clearTimeout(timer);
    if (touched === undefined || hasOpened) return;
    hasOpened = true;
    void stack.open(touched, "touch");
  };
  const begin = (event: PointerEvent): void => {
    if (event.pointerType !== "touch") return;
    end();
    hasOpened = false;
    const link = linkIn(event.target);
    touched = link && targetOf(link) && link;
    at = { x: event.clientX, y: event.clientY };
    if (touched !== undefined) timer = setTimeout(open, rest);
  };
  const end = (): void => clearTimeout(timer);
  document.addEventListener("pointerdown", begin);
  document.addEventListener("pointermove", ({ clientX, clientY }) => {
    if (Math.hypot(clientX - at.x, clientY - at.y) > slack) end();
  });
  for (const type of ["pointerup", "pointercancel"] as const) document.addEventListener(type, end);
  document.addEventListener("contextmenu", (event) => {
    if (touched === undefined || linkIn(event.target) !== touched) return;
    event.preventDefault();
    open();
  });
  // lifting the finger from a link that has shown its preview is no press on it
  addEventListener("click", (event) => swallow(event, hasOpened && linkIn(event.target) === touched), {
    capture: true,
  });
  return begin;
}

function swallow(event: Event, isSpent: boolean): void {
  if (!isSpent) return;
  event.preventDefault();
  event.stopPropagation();
}
