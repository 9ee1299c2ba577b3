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
 * characters out (a backslash of an escape, the beginning of a continued line, the fences of a formula) or turns an
 * entity into its character. Length: `value.length + 1`; the last entry is the end.
 */
export function alignValue(value: string, slice: string): number[] {
  const entities = [...slice.matchAll(entityPattern)].filter(({ index }) => !isEscaped(slice, index));
  const offsets: number[] = [];
  let at = 0;
  let next = 0;
  for (const character of value.split("")) {
    while ((entities[next]?.index ?? slice.length) < at) next++;
    const entity = entities[next];
    const direct = findBehindGap(slice, character, at);
    const isEntity = entity !== undefined && entity.index <= direct && standsFor(entity[0], character);
    if (isEntity && isGap(slice.slice(at, entity.index))) {
      offsets.push(entity.index);
      at = entity.index + entity[0].length;
    } else {
      offsets.push(direct < slice.length ? direct : at);
      if (direct < slice.length) at = direct + 1;
    }
  }
  offsets.push(at);
  return offsets;
}

const entityPattern = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/gi;

/** The next place of a character, if nothing stands before it that parsing keeps; else the end. */
function findBehindGap(slice: string, character: string, at: number): number {
  const found = slice.indexOf(character, at);
  return found >= 0 && isGap(slice.slice(at, found)) ? found : slice.length;
}

/** Characters that parsing leaves out; a few of any kind make room for the escapes of YAML (`\u0041`). */
function isGap(text: string): boolean {
  return text.length <= 8 || /^[\\\s>$`]*$/.test(text);
}

function isEscaped(slice: string, at: number): boolean {
  return (/\\*$/.exec(slice.slice(0, at))?.[0].length ?? 0) % 2 === 1;
}

/** Whether an entity may be a character's. A name is taken for any character but `&`, which may stand for itself. */
function standsFor(entity: string, character: string): boolean {
  const [, decimal, hexadecimal] = /^&#(?:(\d+)|x([\da-f]+));$/i.exec(entity) ?? [];
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code).startsWith(character);
  return character === "&" ? /^&amp;$/i.test(entity) : true;
}
