import type { LeafDirective } from "mdast-util-directive";
import type { VFile } from "vfile";
import { suggestion } from "../../mistakes/suggest.ts";
import { compilationOf, report, reportAt, sliceOf } from "../compilation.ts";
import type { Attempt, Placed } from "./attempt.ts";
import type { LineRange } from "./lines.ts";

/** The name of the attempt that a directive asks for; undefined where there is no such file. */
export function checkAttributes(node: LeafDirective, file: VFile): string | undefined {
  const known = ["of", "lines"];
  for (const name of Object.keys(node.attributes ?? {})) {
    if (known.includes(name)) continue;
    report(file, node, {
      rule: "unknown-attribute",
      what: `Unknown attribute \`${name}\` of \`::attempt\``,
      hint: suggestion(name, known),
    });
  }
  const of = node.attributes?.["of"] ?? "";
  const { companions } = compilationOf(file).input;
  if (companions.has(of) && of.endsWith(".md")) return of;
  const files = [...companions.keys()].filter((name) => name.endsWith(".md"));
  report(file, node, {
    rule: of === "" ? "missing-attribute" : "unknown-attempt",
    what: of === "" ? "Missing attribute `of` of `::attempt`" : `Unknown attempt \`${of}\``,
    hint: `Name a Markdown file that stands beside this one: \`::attempt{of="grok.md"}\`. ${files.length === 0 ? "There is none." : suggestion(of, files)}`,
  });
  return undefined;
}

/** Lines that are no list of numbers within the file. */
export function invalidLines(lines: string, { name, source }: Attempt) {
  return {
    rule: "attempt-lines",
    what: `Invalid attribute \`lines="${lines}"\` of \`::attempt\``,
    hint: `Write line numbers of \`${name}\`, from 1 to ${source.text.trimEnd().split("\n").length}: \`lines="12-40"\` or \`lines="12-40, 52-60"\`.`,
  };
}

/** Reports the first line of an attempt that its page does not show; true where there is one. */
export function reportHiddenLines(
  attempt: Attempt,
  lines: readonly LineRange[],
  node: LeafDirective,
  file: VFile,
): boolean {
  const hidden = attempt.tree.children.find((child) => {
    const line = child.position?.start.line ?? 0;
    return !lines.some(({ from, to }) => from <= line && line <= to);
  });
  if (hidden === undefined) return false;
  const line = hidden.position?.start.line ?? 0;
  const words = sliceOf(hidden, file).split("\n", 1)[0]?.slice(0, 60);
  report(file, node, {
    rule: "attempt-hidden",
    what: `Line ${line} of \`${attempt.name}\` is shown nowhere in this page: \`${words}\``,
    hint: "A quoted answer is shown whole: extend `lines` of one of its `::attempt`s.",
  });
  return true;
}

/** Claims and notes that could not be set, because their quotes hold nothing that the page shows. */
export function reportUnmarked(attempt: Attempt, met: ReadonlySet<Placed>, file: VFile): void {
  const all = [...attempt.claims, ...attempt.notes, ...attempt.notes.flatMap(({ claims }) => claims)];
  for (const placed of all.filter((each) => !met.has(each))) {
    const quote = placed.kind === "claim" ? placed.data.quote : placed.data.at;
    reportAt(file, attempt.annotations ?? attempt.source, placed.offset, {
      rule: "quote-without-text",
      what: `A quote holds nothing that could be marked: \`${quote}\``,
      hint: "Quote words or a formula; marks of lists, tables and headings are no text, and no quote ends with a space.",
    });
  }
}

/** Reports quoted answers that stand beside a problem which does not show them. */
export function reportUnusedAttempts(shown: ReadonlyMap<string, unknown>, file: VFile): void {
  const { companions, source } = compilationOf(file).input;
  for (const [name, companion] of companions) {
    if (!name.endsWith(".md") || shown.has(name)) continue;
    if (source.text.includes(name)) continue;
    reportAt(file, companion, 0, {
      rule: "unused-attempt",
      what: `The file stands beside a problem that does not show it`,
      hint: `Write \`::attempt{of="${name}"}\` in ${source.path}, or move the file.`,
    });
  }
}
