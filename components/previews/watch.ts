import { linkIn } from "./link-in.ts";
import { PreviewStack } from "./stack.ts";
import { watchTouches } from "./touch.ts";

/** Milliseconds: how long a reader rests on a link before its preview opens, and may be away before it closes. */
const delays = { pointer: 350, keyboard: 600, grace: 300 };

type Timer = ReturnType<typeof setTimeout>;

/** Opens and closes previews from now on; `first` is the last event before. */
export function watchLinks(first: Event): void {
  const stack = new PreviewStack();
  const rest = restOn(stack);
  document.addEventListener(
    "pointerover",
    (event) => event.pointerType !== "touch" && rest(event, "pointer"),
  );
  document.addEventListener("focusin", (event) => rest(event, "keyboard"));
  document.documentElement.addEventListener("pointerleave", (event) => rest(event, "pointer"));
  document.addEventListener(
    "pointerdown",
    ({ target }) => target instanceof Node && closeOutside(stack, target),
  );
  document.addEventListener("click", ({ target }) => linkOrTitle(target) && stack.closeAll());
  addEventListener("scroll", ({ target }) => isPage(stack, target) && stack.place(), {
    capture: true,
    passive: true,
  });
  addEventListener("resize", () => stack.place());
  addEventListener("pagehide", () => stack.closeAll());
  const touch = watchTouches(stack);
  if (first.type === "focusin") rest(first, "keyboard");
  else if (first instanceof PointerEvent && first.pointerType !== "touch") rest(first, "pointer");
  else if (first instanceof PointerEvent) touch(first);
}

/** Takes where the pointer or the focus has gone to. */
function restOn(stack: PreviewStack): (event: Event, way: "pointer" | "keyboard") => void {
  const opening: { pointer?: Timer; keyboard?: Timer } = {};
  let closing: Timer | undefined;
  let dismissed: HTMLAnchorElement | undefined;
  // before anything else that Escape closes: a note's sheet around the link, a menu
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || stack.size === 0) return;
      event.preventDefault();
      event.stopPropagation();
      dismissed = stack.closeLast();
    },
    { capture: true },
  );
  return ({ target, type }, way) => {
    const link = type === "pointerleave" ? undefined : linkIn(target);
    clearTimeout(opening[way]);
    clearTimeout(closing);
    closing = setTimeout(() => stack.settle(), delays.grace);
    if (link !== dismissed) dismissed = undefined;
    if (link === undefined || link === dismissed || stack.shows(link)) return;
    if (way === "keyboard" && !link.matches(":focus-visible")) return;
    opening[way] = setTimeout(() => {
      if (link.matches(way === "pointer" ? ":hover" : ":focus")) void stack.open(link, way);
    }, delays[way]);
  };
}

function closeOutside(stack: PreviewStack, target: Node): void {
  if (stack.holds(target)) return;
  stack.closeAll();
}

function linkOrTitle(target: EventTarget | null): boolean {
  return linkIn(target) !== undefined || (target instanceof Element && target.matches(".preview-title"));
}

/** Whether it is the page or something around a link that scrolls, and not a preview itself. */
function isPage(stack: PreviewStack, target: EventTarget | null): boolean {
  return stack.size > 0 && !(target instanceof Element && target.closest(".preview"));
}
