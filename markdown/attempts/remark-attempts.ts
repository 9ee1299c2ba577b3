import type { Heading, Root, RootContent } from "mdast";
import type { LeafDirective } from "mdast-util-directive";
import type { Node } from "unist";
import type { VFile } from "vfile";
import type { Verdict } from "../attempt-data.ts";
import { type Compilation, claimAnchor, compilationOf, report } from "../compilation.ts";
import { element, text } from "../element.ts";
import { visit } from "../visit.ts";
import { type Attempt, type Placed, type PlacedClaim, readAttempt } from "./attempt.ts";
import {
  checkAttributes,
  invalidLines,
  reportHiddenLines,
  reportUnmarked,
  reportUnusedAttempts,
} from "./check-attempt.ts";
import { type LineRange, parseLines, selectLines } from "./lines.ts";
import { markAttempt } from "./mark-attempt.ts";
import { scorecard } from "./note-elements.ts";

/**
 * Sets quoted answers into the page, with their claims marked and the notes beside the lines that they speak of.
 *
 * In:  `::attempt{of="grok.md" lines="12-40"}`
 * Out: `<section class="block block-attempt">…<mark class="claim" data-claim="P2-03" data-verdict="wrong">…`
 *
 * Every line of an attempt that a page quotes must stand in it exactly once.
 */
export default function remarkAttempts() {
  return (tree: Root, file: VFile): void => {
    const shown = new Map<string, Shown>();
    const met = new Set<Placed>();
    visit(tree, "leafDirective", (node: LeafDirective, index, parent) => {
      if (node.name !== "attempt" || parent === undefined || index === undefined) return;
      const part = partBefore(tree, node, file);
      parent.children[index] = renderAttempt(node, part, shown, met, file) as RootContent;
    });
    for (const [name, { attempt, lines, node }] of shown) {
      if (attempt === undefined) shown.delete(name);
      else if (!reportHiddenLines(attempt, lines, node, file)) reportUnmarked(attempt, met, file);
    }
    reportUnusedAttempts(shown, file);
  };
}

interface Shown {
  readonly attempt: Attempt | undefined;
  readonly lines: LineRange[];
  readonly node: LeafDirective;
}

function renderAttempt(
  node: LeafDirective,
  part: string | undefined,
  all: Map<string, Shown>,
  met: Set<Placed>,
  file: VFile,
): Node {
  const nothing = element("div", { className: ["block", "block-attempt"] });
  const name = checkAttributes(node, file);
  if (name === undefined) return nothing;
  const isFirst = !all.has(name);
  const { companions } = compilationOf(file).input;
  const shown = all.get(name) ?? { attempt: readAttempt(name, companions, file), lines: [], node };
  all.set(name, shown);
  const { attempt } = shown;
  if (attempt === undefined) return nothing;
  const lines = parseLines(node.attributes?.["lines"] ?? undefined, attempt.source);
  if (lines === undefined) {
    report(file, node, invalidLines(node.attributes?.["lines"] ?? "", attempt));
    return nothing;
  }
  const { nodes, finding } = selectLines(attempt, lines, shown.lines);
  if (finding !== undefined) report(file, node, { rule: "attempt-lines", ...finding });
  shown.lines.push(...lines);
  const verdictsHere: Verdict[] = [];
  const marked = markAttempt(nodes, attempt, file, (placed, summary) => {
    met.add(placed);
    if (placed.kind === "note") return;
    verdictsHere.push(placed.data.verdict);
    meetClaim(placed, summary, attempt, part, file);
  });
  const body = element("div", { className: ["attempt-body"] }, asHeadings(marked, attempt));
  return element(
    "section",
    { className: ["block", "block-attempt"], dataAttempt: name.replace(/\.md$/, "") },
    [header(attempt, isFirst, verdictsHere), body],
  );
}

/** Records a claim where it is set and gives it its permanent id. */
function meetClaim(
  claim: PlacedClaim,
  summary: string,
  attempt: Attempt,
  part: string | undefined,
  file: VFile,
): void {
  const compilation: Compilation = compilationOf(file);
  const { id, by, verdict, quote } = claim.data;
  compilation.claims.push({ id, by, verdict, quote, summary, ...(part === undefined ? {} : { part }) });
  const source = attempt.annotations ?? attempt.source;
  const start = { ...source.locate(claim.offset), offset: claim.offset };
  claimAnchor(file, { type: "claim", position: { start, end: start, source } }, id, `claim \`${id}\``);
}

function header(attempt: Attempt, isFirst: boolean, verdictsHere: readonly Verdict[]): Node {
  const { by, role, asked } = attempt.data;
  const children: Node[] = [
    element("p", { className: ["block-label"] }, [
      text(`${by}’s answer`),
      ...(role === undefined
        ? []
        : [text(" "), element("span", { className: ["block-qualifier"] }, [text(`${role}, quoted`)])]),
    ]),
  ];
  if (isFirst && asked !== undefined) {
    children.push(element("p", { className: ["attempt-asked"] }, [text(`Asked: “${asked}”`)]));
  }
  if (verdictsHere.length > 0) children.push(scorecard(verdictsHere), notesSwitch(verdictsHere));
  return element("header", { className: ["attempt-header"] }, children);
}

/** The switch that shows the notes on correct and unverifiable claims too; it works without JavaScript. */
function notesSwitch(list: readonly Verdict[]): Node {
  const quiet = list.filter((verdict) => verdict === "correct" || verdict === "unverifiable").length;
  if (quiet === 0) return text("");
  return element("label", { className: ["notes-switch"] }, [
    element("input", { type: "checkbox", className: ["show-all-notes"] }),
    text(` Show all ${list.length} notes`),
  ]);
}

/**
 * Headings of the quoted text, and lines that were headings before a transcript lost its formatting. They are set as
 * such, but are no headings of the page.
 */
function asHeadings(nodes: Node[], attempt: Attempt): Node[] {
  const levels = new Map(attempt.data.headings.map(({ text: words, level }) => [words, level]));
  for (const node of nodes) {
    const written = attempt.source.text.slice(node.position?.start.offset, node.position?.end.offset);
    const level = node.type === "heading" ? (node as Heading).depth : levels.get(written);
    if (level === undefined || !["paragraph", "heading"].includes(node.type)) continue;
    const line = node as Node & { data?: { hName?: string; hProperties?: Record<string, unknown> } };
    const classes = [...((line.data?.hProperties?.["className"] as string[]) ?? []), "quoted-heading"];
    line.data = {
      ...(node.type === "heading" ? { hName: "div" } : {}),
      ...line.data,
      hProperties: { ...line.data?.hProperties, className: classes, dataLevel: level },
    };
  }
  return nodes;
}

/** The part that a node of the document stands in: the last part's heading before it. */
function partBefore(tree: Root, node: LeafDirective, file: VFile): string | undefined {
  const line = node.position?.start.line ?? 0;
  const before = compilationOf(file).parts.filter((part) => part.line < line);
  return tree.children.length === 0 ? undefined : before.at(-1)?.id;
}
