import type { Part } from "../markdown/document.ts";
import type { Item } from "./items.ts";

/** An item's short name within its page: `part (b)`, `equation (1)`, `claim P2-03`. */
export function nameOf({ subject }: Item): string {
  switch (subject.kind) {
    case "problem":
      return "the problem";
    case "part":
      return namePart(subject.part);
    case "equation":
      return nameEquation(subject.equation);
    case "claim":
      return `claim ${subject.claim.id}`;
    case "experiment":
      return `figure ${subject.name}`;
  }
}

/** `(b)`, or with the letters of the parts around it, `(a)(i)`; undefined for a part without a letter. */
export function lettersOf({ id, letter }: Part): string | undefined {
  if (letter === undefined) return undefined;
  const letters = id.endsWith(`-${letter}`) ? id.split("-") : [letter];
  return letters.map((each) => `(${each})`).join("");
}

function namePart(part: Part): string {
  return `part ${lettersOf(part) ?? `“${part.title}”`}`;
}

function nameEquation({ label, number }: { readonly label: string; readonly number?: string }): string {
  return `equation ${number === undefined ? label : `(${number})`}`;
}
