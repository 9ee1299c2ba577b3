import type { PhrasingContent } from "mdast";
import type { Node } from "unist";
import type { VFile } from "vfile";
import { VFileMessage } from "vfile-message";
import type { Mistake, Severity } from "../mistakes/mistake.ts";
import type { Claim, CompiledDocument, DocumentInput } from "./document.ts";
import type { Source } from "./source.ts";
import { visit } from "./visit.ts";

/** What the transforms of one document hand on to each other. It lives in `file.data.compilation`. */
export interface Compilation {
  readonly input: DocumentInput;
  /** Address of the page without slashes at the ends. */
  readonly address: string;
  title: string;
  titleNodes: PhrasingContent[];
  lead: string;
  readonly parts: Array<CompiledDocument["parts"][number]>;
  readonly headings: Array<CompiledDocument["headings"][number]>;
  readonly claims: Claim[];
  readonly equations: Array<CompiledDocument["equations"][number]>;
  readonly displays: Array<CompiledDocument["displays"][number]>;
  readonly quantities: Array<CompiledDocument["quantities"][number]>;
  readonly figures: Array<CompiledDocument["figures"][number]>;
  readonly settings: Array<CompiledDocument["settings"][number]>;
  readonly links: Array<CompiledDocument["links"][number]>;
  readonly images: Set<string>;
  /** HTML of the formulas, which `segments.ts` sets into the page when all else of it is HTML. */
  readonly formulas: string[];
  /** Ids of the page with the place of each, to find duplicates. */
  readonly anchors: Map<string, string>;
}

declare module "vfile" {
  interface DataMap {
    compilation: Compilation;
  }
}

declare module "unist" {
  interface Position {
    /** The source that the node was parsed from, where it is not the document itself. */
    source?: Source;
  }
}

/** The compilation of a file. Throws if the pipeline did not set one up: a bug. */
export function compilationOf(file: VFile): Compilation {
  const { compilation } = file.data;
  if (compilation === undefined) throw new Error("The Markdown pipeline ran without a compilation");
  return compilation;
}

/** The source that a node was parsed from. */
export function sourceOf(node: Node, file: VFile): Source {
  return node.position?.source ?? compilationOf(file).input.source;
}

/** The text of a node as its author wrote it. */
export function sliceOf(node: Node, file: VFile): string {
  const { start, end } = node.position ?? {};
  return sourceOf(node, file).text.slice(start?.offset ?? 0, end?.offset ?? 0);
}

/** Gives every node of a tree parsed from another source its place there. */
export function setSource(tree: Node, source: Source): void {
  visit(tree, (node) => {
    if (node.position !== undefined) node.position.source = source;
  });
}

/** A mistake before its place is known. */
export interface Finding {
  readonly rule: string;
  readonly what: string;
  readonly hint: string;
  readonly severity?: Severity;
}

/** Reports a mistake at a node, or `within` characters behind its start. */
export function report(file: VFile, node: Node, finding: Finding, within = 0): void {
  const source = sourceOf(node, file);
  reportAt(file, source, (node.position?.start.offset ?? 0) + within, finding);
}

/** Reports a mistake at an offset of a source. */
export function reportAt(file: VFile, source: Source, offset: number, finding: Finding): void {
  const message = new VFileMessage(finding.what, {
    place: { ...source.locate(offset), offset },
    source: "ansatz",
    ruleId: finding.rule,
  });
  message.file = source.path;
  message.note = finding.hint;
  message.fatal = finding.severity !== "warning";
  file.messages.push(message);
}

/** The reported messages of a file as mistakes. Messages of other plugins are not ours to judge and are left out. */
export function mistakesOf(file: VFile): Mistake[] {
  const mistakes = file.messages
    .filter((message) => message.source === "ansatz")
    .map(
      (message): Mistake => ({
        file: message.file ?? file.path,
        line: message.line ?? 1,
        column: message.column ?? 1,
        rule: message.ruleId ?? "unknown",
        what: message.reason,
        hint: message.note ?? "",
        severity: message.fatal === true ? "error" : "warning",
      }),
    );
  return mistakes.filter((mistake) => !isEcho(mistake, mistakes));
}

/** Whether a warning stands where an error does, of which it is a consequence: broken TeX is not checked either. */
function isEcho(mistake: Mistake, mistakes: readonly Mistake[]): boolean {
  if (mistake.severity === "error") return false;
  return mistakes.some(
    ({ severity, file, line, column }) =>
      severity === "error" && file === mistake.file && line === mistake.line && column === mistake.column,
  );
}

const anchorHint = "Give one of the two another id; links lead to ids, so each may stand once in a page.";

/** Claims an id of the page; the second claim of one id is reported where it stands. */
export function claimAnchor(file: VFile, node: Node, id: string, what: string, hint = anchorHint): void {
  const { anchors } = compilationOf(file);
  const first = anchors.get(id);
  const { line } = sourceOf(node, file).locate(node.position?.start.offset ?? 0);
  if (first === undefined) {
    anchors.set(id, `${what} in line ${line}`);
    return;
  }
  report(file, node, {
    rule: "duplicate-id",
    what: `The id \`${id}\` stands twice in this page: it is already the id of the ${first}`,
    hint,
  });
}
