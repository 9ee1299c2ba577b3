import type { KitAnchor, KitData } from "../../anchors/kit.ts";
import { plainFormula } from "../../markdown/plain/formula.ts";
import { linkTo } from "./address.ts";

/** What is copied from: an item, or a display inside one. */
export interface Target {
  readonly link: string;
  readonly title: string;
  readonly tag: string | undefined;
  readonly anchor: KitAnchor;
  readonly formula?: Formula;
  /** Lines that say what the item shows now: a figure's numbers. */
  readonly lines: readonly string[];
}

/** A display in the three forms in which it can be copied. */
export interface Formula {
  readonly tex: string;
  readonly plain: string;
  /** MathML, which word processors and mail programs take for a formula. */
  readonly mathml: string;
}

/** What an element's copy kit copies; undefined where nothing around it has an address. */
export function targetOf(element: Element, kit: KitData): Target | undefined {
  const id = idOf(element, kit);
  const anchor = kit.anchors[id];
  if (anchor === undefined) return undefined;
  const formula = element.classList.contains("equation") ? formulaOf(element, kit) : undefined;
  const isInside = formula !== undefined && element.id !== id;
  return {
    link: linkTo(id, anchor, kit),
    title: isInside ? `A formula of ${anchor.title}` : anchor.title,
    tag: anchor.tag,
    anchor,
    ...(formula === undefined ? {} : { formula }),
    lines: linesOf(element),
  };
}

/** The id of the element, if it is an item's, else that of the part around it. */
function idOf(element: Element, { anchors }: KitData): string {
  const own = element.closest("[data-note-on]")?.getAttribute("data-note-on") ?? element.id;
  if (own !== "" && own in anchors) return own;
  const parts = [...document.querySelectorAll(".part[id]")];
  const before = parts.filter(
    (part) => part.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return before.at(-1)?.id ?? "";
}

function formulaOf(element: Element, { macros }: KitData): Formula | undefined {
  const math = element.querySelector("math");
  const written = math?.querySelector("annotation")?.textContent;
  if (math === null || typeof written !== "string") return undefined;
  const tex = [...definitions(written, macros), written.trim()].join("\n");
  return { tex, plain: plainFormula(math), mathml: math.outerHTML };
}

/** Definitions of the course's macros that a formula uses, so that it can be set elsewhere. */
function definitions(tex: string, macros: KitData["macros"]): string[] {
  const used = new Set<string>();
  const find = (text: string): void => {
    for (const [name] of text.matchAll(/\\[A-Za-z]+/g)) {
      const shown = Object.hasOwn(macros, name) ? macros[name] : undefined;
      if (shown === undefined || used.has(name)) continue;
      used.add(name);
      find(shown);
    }
  };
  find(tex);
  return [...used].map((name) => {
    const shown = macros[name] ?? "";
    const count = Math.max(0, ...[...shown.matchAll(/#(\d)/g)].map((match) => Number(match[1])));
    return `\\providecommand{${name}}${count === 0 ? "" : `[${count}]`}{${shown}}`;
  });
}

/** The numbers of a figure as it is now. */
function linesOf(element: Element): string[] {
  const rows = element.querySelectorAll(".quantities tr");
  return [...rows].map((row) => {
    const label = row.querySelector("th")?.cloneNode(true) as HTMLElement | undefined;
    label?.querySelector(".meaning")?.remove();
    const value = (row.querySelector("td")?.textContent ?? "").replace(/\s+/g, " ").trim();
    return `${label?.textContent?.trim()} = ${value}`;
  });
}
