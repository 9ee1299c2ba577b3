import type { RootContent } from "mdast";
import type { Source } from "../source.ts";
import type { Attempt } from "./attempt.ts";

/** Lines of a file, both ends counted, from 1. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** What is wrong with the lines of an attempt, and what to do. */
export interface LinesFinding {
  readonly what: string;
  readonly hint: string;
}

/** Parses `"12-40, 52"`; without a value, the whole source. Undefined where it is no such list. */
export function parseLines(value: string | undefined, source: Source): LineRange[] | undefined {
  const count = source.text.split("\n").length;
  if (value === undefined || value.trim() === "") return [{ from: 1, to: count }];
  const ranges: LineRange[] = [];
  for (const item of value.split(",")) {
    const match = /^\s*(\d+)\s*(?:[-–]\s*(\d+))?\s*$/.exec(item);
    if (match === null) return undefined;
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    if (from < 1 || to < from || to > count) return undefined;
    ranges.push({ from, to });
  }
  return ranges;
}

/** The nodes of an attempt in some lines, and what is wrong with these lines: they cut a node, or repeat one. */
export function selectLines(
  attempt: Attempt,
  lines: readonly LineRange[],
  before: readonly LineRange[],
): { nodes: RootContent[]; finding?: LinesFinding } {
  const nodes: RootContent[] = [];
  for (const node of attempt.tree.children) {
    const [start, end] = [node.position?.start.line ?? 0, node.position?.end.line ?? 0];
    const within = lines.some(({ from, to }) => from <= start && end <= to);
    const touches = lines.some(({ from, to }) => from <= end && start <= to);
    if (touches && !within) {
      return { nodes, finding: cut(attempt, start, end) };
    }
    if (within && before.some(({ from, to }) => from <= end && start <= to)) {
      return { nodes, finding: repeated(attempt, start) };
    }
    if (within) nodes.push(node);
  }
  return nodes.length > 0 ? { nodes } : { nodes, finding: empty(attempt) };
}

function cut({ name }: Attempt, start: number, end: number): LinesFinding {
  return {
    what: `The lines cut a paragraph of \`${name}\` that stands in lines ${start} to ${end}`,
    hint: `Let \`lines\` hold all of ${start}-${end}, or none of it.`,
  };
}

function repeated({ name }: Attempt, line: number): LinesFinding {
  return {
    what: `Line ${line} of \`${name}\` is already shown above`,
    hint: "Each line of a quoted answer stands once in a page: begin `lines` behind it.",
  };
}

function empty({ name, tree }: Attempt): LinesFinding {
  const [first, last] = [tree.children[0]?.position?.start.line, tree.children.at(-1)?.position?.end.line];
  return {
    what: `The lines of \`${name}\` hold no text`,
    hint: first === undefined ? "The file has no text." : `Its text stands in lines ${first} to ${last}.`,
  };
}
