import type { KitData } from "../../anchors/kit.ts";
import { linkToEdit, linkToForum, linkToReport } from "../../anchors/outside.ts";
import { copyText } from "./clipboard.ts";
import { type Format, formatsOf } from "./formats.ts";
import { say } from "./say.ts";
import { type Target, targetOf } from "./target.ts";

/** Opens the menu of a copy kit's button, with the focus on its first entry. Closed, it is taken away. */
export function openMenu(button: HTMLButtonElement, owner: Element, kit: KitData): void {
  const target = targetOf(owner, kit);
  if (target === undefined) return;
  const menu = document.createElement("div");
  menu.className = "kit-menu";
  menu.popover = "auto";
  menu.append(heading(target), entries(target, kit, menu));
  menu.addEventListener("keydown", (event) => moveFocus(event, menu));
  menu.addEventListener("toggle", (event) => {
    const isOpen = event.newState === "open";
    button.ariaExpanded = String(isOpen);
    if (!isOpen) menu.remove();
  });
  // beside its button, so that the order of the keyboard goes on from there, and a note's sheet stays open around it
  button.after(menu);
  menu.showPopover();
  place(menu, button);
  menu.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
}

function heading({ title, tag }: Target): HTMLElement {
  const line = document.createElement("p");
  line.className = "kit-title";
  line.append(title);
  if (tag !== undefined)
    line.append(
      " ",
      Object.assign(document.createElement("code"), { textContent: tag, title: "Permanent tag" }),
    );
  return line;
}

function entries(target: Target, kit: KitData, menu: HTMLElement): HTMLElement {
  const list = document.createElement("div");
  list.role = "menu";
  list.ariaLabel = `Copy or cite: ${target.title}`;
  for (const format of formatsOf(target, kit)) {
    const entry = document.createElement("button");
    entry.type = "button";
    entry.textContent = format.label;
    entry.addEventListener("click", () => void copy(format, menu));
    list.append(entry);
  }
  for (const [text, href] of outside(target, kit)) {
    const entry = document.createElement("a");
    entry.href = href;
    entry.textContent = text;
    entry.addEventListener("click", () => menu.hidePopover());
    list.append(entry);
  }
  for (const entry of list.children) {
    entry.role = "menuitem";
    (entry as HTMLElement).tabIndex = -1;
  }
  return list;
}

/** Where one can write about the target, as far as the course says. */
function outside(
  { title, link, tag = "", anchor }: Target,
  { repository, forum }: KitData,
): [string, string][] {
  const subject = { tag, title, link };
  const links: [string, string | undefined][] = [
    ["Ask in the forum", forum && linkToForum(forum, subject)],
    ["Report a mistake", repository && linkToReport(repository, subject)],
    ["Edit this part", repository && linkToEdit(repository, anchor.file, anchor.line)],
  ];
  return links.filter((entry): entry is [string, string] => entry[1] !== undefined);
}

async function copy({ copy: what, said }: Format, menu: HTMLElement): Promise<void> {
  if (await copyText(what)) {
    menu.hidePopover();
    say(`${said}.`);
    return;
  }
  const field = document.createElement("textarea");
  field.readOnly = true;
  field.value = what.text;
  field.ariaLabel = "Text to copy";
  menu.querySelector('[role="menu"]')?.replaceWith(field);
  field.focus();
  field.select();
  say("The browser does not let a page copy here. The text is selected: press Ctrl+C, or ⌘C.");
}

function moveFocus(event: KeyboardEvent, menu: HTMLElement): void {
  const items = [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: items.length - 1,
  };
  if (event.key === "Tab" && items.length > 0) menu.hidePopover();
  const index = next[event.key];
  if (index === undefined || items.length === 0) return;
  event.preventDefault();
  items[(index + items.length) % items.length]?.focus();
}

/** Below the button, or above it where there is no room, within the window. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const gap = 4;
  const { left, top, bottom } = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const isBelow = bottom + gap + height <= innerHeight || top - gap - height < 0;
  const y = isBelow ? Math.min(bottom + gap, Math.max(gap, innerHeight - height - gap)) : top - gap - height;
  const x = Math.max(gap, Math.min(left, document.documentElement.clientWidth - width - gap));
  menu.style.translate = `${x}px ${y}px`;
}
