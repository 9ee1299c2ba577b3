import type { KitData } from "../../anchors/kit.ts";
import { prepareToSay, say } from "./say.ts";

/** Where a kit's button goes, for each kind of item; quoted and own displays alike, but none inside a note. */
const owners =
  ":is(.prose, .problem-header) :is(h1, .part, .equation, .figure, .note .verdict):not(.note .equation)";

/**
 * Puts a button beside every problem, part, display, figure and judged claim that opens ways to copy, cite and discuss
 * it. What it opens is loaded at the first press. Without a script the plain permalinks stay.
 */
export function offerCopyKits(): void {
  const data = document.querySelector<HTMLElement>("#copy-kit")?.dataset["kit"];
  if (data === undefined) return;
  const kit = JSON.parse(data) as KitData;
  prepareToSay();
  for (const owner of document.querySelectorAll(owners)) addButton(owner, kit);
}

function addButton(owner: Element, kit: KitData): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "kit";
  button.ariaHasPopup = "menu";
  button.ariaExpanded = "false";
  button.ariaLabel = `Copy or cite ${nameOf(owner, kit)}`;
  button.title = "Copy, cite, discuss";
  // a press while the menu is open closes it by itself, before the click comes
  let wasOpen = false;
  button.addEventListener("pointerdown", () => {
    wasOpen = button.ariaExpanded === "true";
  });
  button.addEventListener("click", () => {
    if (!wasOpen) void open(button, owner, kit);
    wasOpen = false;
  });
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || event.target !== button) return;
    event.preventDefault();
    void open(button, owner, kit);
  });
  const place = owner.matches(".figure") ? owner.querySelector(".figure-title") : owner;
  if (owner.matches(".equation")) owner.prepend(button);
  else place?.append(" ", button);
}

async function open(button: HTMLButtonElement, owner: Element, kit: KitData): Promise<void> {
  if (button.ariaExpanded === "true") return;
  try {
    const { openMenu } = await import("./menu.ts");
    openMenu(button, owner, kit);
  } catch (error) {
    say("This could not be loaded. Try again.");
    console.warn("The copy kit could not be loaded:", error);
  }
}

function nameOf(owner: Element, { anchors }: KitData): string {
  const note = owner.closest("[data-note-on]")?.getAttribute("data-note-on");
  if (owner.matches("h1")) return "the problem";
  return anchors[note ?? owner.id]?.name ?? "this formula";
}
