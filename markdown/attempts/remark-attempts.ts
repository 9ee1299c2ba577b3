import type { Root, RootContent } from "mdast";
import type { LeafDirective } from "mdast-util-directive";
import type { Node } from "unist";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { suggestion } from "../../mistakes/suggest.ts";
import type { Verdict } from "../attempt-data.ts";
import { type Compilation, claimAnchor, compilationOf, report, reportAt, sliceOf } from "../compilation.ts";
import { element, text } from "../element.ts";
import { type Attempt, type PlacedClaim, readAttempt } from "./attempt.ts";
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
    visit(tree, "leafDirective", (node: LeafDirective, index, parent) => {
      if (node.name !== "attempt" || parent === undefined || index === undefined) return;
      const part = partBefore(tree, node, file);
      parent.children[index] = renderAttempt(node, part, shown, file) as RootContent;
    });
    for (const [name, { attempt, lines, node }] of shown) {
      if (attempt !== undefined) reportHiddenLines(attempt, lines, node, file);
      else shown.delete(name);
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
    reportLines(node, file, `Invalid attribute \`lines="${node.attributes?.["lines"]}"\``);
    return nothing;
  }
  const { nodes, finding } = selectLines(attempt, lines, shown.lines);
  if (finding !== undefined) reportLines(node, file, finding);
  shown.lines.push(...lines);
  const verdictsHere: Verdict[] = [];
  const marked = markAttempt(nodes, attempt, file, (claim, summary) => {
    verdictsHere.push(claim.data.verdict);
    meetClaim(claim, summary, attempt, part, file);
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

/** Lines that were headings before the transcript lost its formatting. They are set as such, but are no headings of
 * the page. */
function asHeadings(nodes: Node[], attempt: Attempt): Node[] {
  const levels = new Map(attempt.data.headings.map(({ text: words, level }) => [words, level]));
  for (const node of nodes) {
    if (node.type !== "paragraph") continue;
    const level = levels.get(
      attempt.source.text.slice(node.position?.start.offset, node.position?.end.offset),
    );
    if (level === undefined) continue;
    const paragraph = node as Node & { data?: { hName?: string; hProperties?: Record<string, unknown> } };
    const classes = [...((paragraph.data?.hProperties?.["className"] as string[]) ?? []), "quoted-heading"];
    paragraph.data = {
      ...paragraph.data,
      hProperties: { ...paragraph.data?.hProperties, className: classes, dataLevel: level },
    };
  }
  return nodes;
}

function checkAttributes(node: LeafDirective, file: VFile): string | undefined {
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

function reportLines(node: LeafDirective, file: VFile, what: string): void {
  report(file, node, {
    rule: "attempt-lines",
    what,
    hint: 'Write line numbers of the attempt’s file, as `lines="12-40"` or `lines="12-40, 52-60"`; blank lines bound them.',
  });
}

function reportHiddenLines(
  attempt: Attempt,
  lines: readonly LineRange[],
  node: LeafDirective,
  file: VFile,
): void {
  const hidden = attempt.tree.children.find((child) => {
    const line = child.position?.start.line ?? 0;
    return !lines.some(({ from, to }) => from <= line && line <= to);
  });
  if (hidden === undefined) return;
  const line = hidden.position?.start.line ?? 0;
  const words = sliceOf(hidden, file).split("\n", 1)[0]?.slice(0, 60);
  report(file, node, {
    rule: "attempt-hidden",
    what: `Line ${line} of \`${attempt.name}\` is shown nowhere in this page: \`${words}\``,
    hint: "A quoted answer is shown whole: extend `lines` of one of its `::attempt`s.",
  });
}

function reportUnusedAttempts(shown: ReadonlyMap<string, unknown>, file: VFile): void {
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

/** The part that a node of the document stands in: the last part's heading before it. */
function partBefore(tree: Root, node: LeafDirective, file: VFile): string | undefined {
  const line = node.position?.start.line ?? 0;
  const before = compilationOf(file).parts.filter((part) => part.line < line);
  return tree.children.length === 0 ? undefined : before.at(-1)?.id;
}
