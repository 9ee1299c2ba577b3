import { LineCounter } from "yaml";
import type { Place } from "../mistakes/mistake.ts";

/**
 * Text that an author wrote, and where it stands: a whole file, or a Markdown string inside a YAML file.
 * Everything that reports a mistake asks it for the place.
 */
export interface Source {
  /** Path of the file from the course's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** The place in the file of a character of `text`, by its offset. */
  locate(offset: number): Place;
}

/** A whole file as a source. A byte-order mark is not part of the text. */
export function fileSource(path: string, content: string): Source {
  const text = content.startsWith("\uFEFF") ? content.slice(1) : content;
  return { path, text, locate: locator(text) };
}

/** The function from offset to line and column (from 1) in a text. */
export function locator(text: string): (offset: number) => Place {
  const counter = new LineCounter();
  counter.addNewLine(0);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) counter.addNewLine(at + 1);
  return (offset) => {
    const { line, col } = counter.linePos(Math.max(0, Math.min(offset, text.length)));
    return { line, column: col };
  };
}

/**
 * Where each character of a parsed value stands in the source slice that it was parsed from. Parsing only leaves
 * characters out (a backslash of an escape, the indentation of a continued line, the fences of a formula) or turns
 * an entity into its character. Length: `value.length + 1`; the last entry is the end.
 */
export function alignValue(value: string, slice: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const character of value.split("")) {
    const found = slice.indexOf(character, at);
    const entity = /^&(?:#\d+|#x[\da-f]+|\w+);/i.exec(slice.slice(at));
    const isLiteralAmpersand = entity === null || slice[at] === character;
    if (found < 0 && entity === null) offsets.push(at);
    else if (found >= 0 && isLiteralAmpersand) {
      offsets.push(found);
      at = found + 1;
      if (character === "&" && entity !== null && /^&amp;$/i.test(entity[0])) at += entity[0].length - 1;
    } else {
      offsets.push(at);
      at += entity?.[0].length ?? 1;
    }
  }
  offsets.push(at);
  return offsets;
}
