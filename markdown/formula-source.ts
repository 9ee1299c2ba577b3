import type { Math as Display, InlineMath } from "mdast-util-math";
import type { Parent } from "unist";
import type { VFile } from "vfile";
import { sliceOf } from "./compilation.ts";
import { alignValue } from "./source.ts";

/** A formula with blanks of the same length for labels and references: what stands behind them stays in place. */
export function blankLabels(tex: string): string {
  return tex.replace(
    /\\(?:label|eqref)\s*\{[^{}]*\}/g,
    (command) => `{}${" ".repeat(Math.max(0, command.length - 2))}`,
  );
}

/** Remembers a formula as its author wrote it, since mistakes in it are placed there. */
export function setWritten(node: Display | InlineMath, written: string): void {
  Object.assign(node, { data: { ...node.data, written } });
}

/** Remembers that a fault of a formula is reported, so that what KaTeX then makes of the rest of it is not. */
export function setReported(node: Display | InlineMath): void {
  Object.assign(node, { data: { ...node.data, isReported: true } });
}

/** Whether a fault of a formula is reported that makes KaTeX's complaints about it worthless. */
export function isReported(node: Display | InlineMath): boolean {
  return (node.data as { isReported?: boolean } | undefined)?.isReported === true;
}

/** A formula as its author wrote it, before labels and references were taken out. */
export function writtenTex(node: Display | InlineMath): string {
  const data = node.data as { written?: string } | undefined;
  return data?.written ?? node.value;
}

/** Characters from the start of a formula's node to a character of its value. */
export function offsetIn(
  node: Parent | Display | InlineMath,
  at: number,
  file: VFile,
  value = "value" in node ? node.value : "",
): number {
  return (
    alignValue(
      value,
      sliceOf(node, file).replace(/^\$+/, (fence) => " ".repeat(fence.length)),
    )[at] ?? 0
  );
}
