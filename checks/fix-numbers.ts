import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Experiment } from "../lab/experiment.ts";
import type { QuantityLink } from "../markdown/document.ts";
import { checkQuantity } from "./quantity.ts";
import { writeLike } from "./typed-number.ts";

/** What became of one number that is not what its experiment computes. */
export interface NumberFix {
  readonly link: QuantityLink;
  /** The text that was written in its place. */
  readonly text?: string;
  /** Why nothing was written. */
  readonly refusal?: string;
}

/** The corrected text of a number that mismatches; why there is none; or undefined where nothing is to be mended. */
export function fixOf(link: QuantityLink, experiment: Experiment): NumberFix | undefined {
  const { mistake, typed, value } = checkQuantity(link, experiment);
  if (mistake?.rule !== "quantity-mismatch" || typed === undefined) return undefined;
  const text = writeLike(typed, value);
  if (text === undefined) return { link, refusal: "how many digits are meant is not known" };
  const again = checkQuantity({ ...link, text }, experiment).mistake;
  return again === undefined ? { link, text } : { link, refusal: `\`${text}\` would be a mistake too` };
}

/**
 * Writes the corrected numbers into the files below a course's root. Nothing but the text of these links changes, byte
 * for byte; a number that does not stand at its place as it was read is refused.
 */
export async function writeFixes(root: string, fixes: readonly NumberFix[]): Promise<readonly NumberFix[]> {
  const done: NumberFix[] = [];
  for (const [file, own] of Map.groupBy(fixes, ({ link }) => link.file)) {
    const path = join(root, file);
    const bytes = await readFile(path);
    const original = bytes.toString("utf8");
    if (!Buffer.from(original, "utf8").equals(bytes)) {
      done.push(...own.map(({ link }) => ({ link, refusal: "the file is not UTF-8" })));
      continue;
    }
    const { text, outcomes } = applyFixes(original, own);
    if (text !== original) await writeFile(path, text);
    done.push(...outcomes);
  }
  return done;
}

/** A file's text with its numbers corrected, from the last to the first, so that places stay true. */
export function applyFixes(
  original: string,
  fixes: readonly NumberFix[],
): { readonly text: string; readonly outcomes: readonly NumberFix[] } {
  const backwards = [...fixes].sort((a, b) => b.link.line - a.link.line || b.link.column - a.link.column);
  let text = original;
  const outcomes = backwards.map((fix) => {
    if (fix.text === undefined) return fix;
    const at = offsetOf(original, fix.link);
    const written = `[${fix.link.text}](quantity:${fix.link.experiment}/${fix.link.quantity}`;
    if (!original.startsWith(written, at) || !/[?)\s]/.test(original[at + written.length] ?? ""))
      return { link: fix.link, refusal: "the link’s text is not written plainly at its place" };
    text = `${text.slice(0, at + 1)}${fix.text}${text.slice(at + 1 + fix.link.text.length)}`;
    return fix;
  });
  return { text, outcomes: outcomes.reverse() };
}

/** The offset of a line and a column, which count from 1; a byte-order mark is before the first. */
function offsetOf(text: string, { line, column }: QuantityLink): number {
  let start = text.startsWith("\uFEFF") ? 1 : 0;
  for (let passed = 1; passed < line; passed++) start = text.indexOf("\n", start) + 1;
  return start + column - 1;
}
