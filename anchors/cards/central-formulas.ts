import type { Display } from "../../markdown/document.ts";
import type { TaggedPage } from "../items.ts";

/** How many formulas are tried before a card goes without. */
const most = 6;

/**
 * The displays that say best what a problem or one of its parts is about, the best first: those with a number, which
 * the author refers to, then those with a label, then what was checked, then the rest, each in the order of the page.
 * Quoted answers are not the author's words and are left out.
 */
export function centralFormulas({ compiled, path }: TaggedPage, part: string | undefined): string[] {
  const isHere = (each: { readonly part?: string }) => part === undefined || each.part === part;
  const equations = compiled.equations.filter(isHere);
  const displays = compiled.displays.filter((display) => display.file === path && isHere(display));
  const ranked = [
    ...equations.filter(({ number }) => number !== undefined),
    ...equations,
    ...displays.filter((display) => display.check?.outcome === "verified"),
    ...displays,
  ];
  return [...new Set(ranked.map(({ tex }) => tex))].slice(0, most);
}

/** How many steps of the author's own displays hold, in the whole page or in one part of it. */
export function countSteps({ compiled, path }: TaggedPage, part: string | undefined): number {
  const displays = compiled.displays.filter(
    (display) => display.file === path && (part === undefined || display.part === part),
  );
  return displays.reduce((sum, display) => sum + countVerified(display), 0);
}

function countVerified({ check }: Display): number {
  return check?.steps.filter(({ outcome }) => outcome === "verified").length ?? 0;
}
