import type { Node, Parent } from "unist";
import { alignValue } from "../source.ts";
import type { Range } from "./attempt.ts";

/** How marked stretches are dressed: the element around each piece, and what follows the last piece. */
export interface Dress<R extends Range> {
  wrap(range: R, children: Node[]): Node;
  follow(range: R): Node[];
}

interface Piece<R> {
  readonly node: Node;
  readonly ranges: readonly R[];
  /** Ranges that ended inside the node, for a node that is marked within. */
  readonly inside: readonly R[];
}

/**
 * Marks stretches of phrasing: text is split at their ends; a formula, a code span or an image that a stretch
 * touches is marked whole; stretches may overlap, and then their marks nest.
 *
 *     text      a b c d e f        pieces  [a b] [c d] [e f]
 *     first       ‹———›            marks   a ‹b ‹c› d› ‹…
 *     second        ‹—————›
 */
export function markPhrasing<R extends Range>(
  nodes: readonly Node[],
  ranges: readonly R[],
  slice: (node: Node) => string,
  dress: Dress<R>,
): { nodes: Node[]; ended: R[] } {
  const pieces = nodes.flatMap((node) => split(node, ranges, slice, dress));
  const ended: R[] = [];
  const out: Node[] = [];
  let index = 0;
  while (index < pieces.length) {
    const end = endOfRun(pieces, index);
    const run = pieces.slice(index, end);
    out.push(...nest(run, dress));
    const last = endOf(run.at(-1)?.node);
    for (const range of ranges) {
      const touched = run.some((piece) => piece.ranges.includes(range) || piece.inside.includes(range));
      if (!touched || range.end > last || ended.includes(range)) continue;
      ended.push(range);
      out.push(...dress.follow(range));
    }
    index = end;
  }
  return { nodes: out, ended };
}

/** The ranges that touch a node. */
export function touching<R extends Range>(node: Node, ranges: readonly R[]): R[] {
  const start = node.position?.start.offset ?? 0;
  return ranges.filter((range) => range.start < endOf(node) && range.end > start);
}

/** Nests marks around a run of pieces that all carry some mark, the longest outside. */
function nest<R extends Range>(pieces: readonly Piece<R>[], dress: Dress<R>): Node[] {
  const out: Node[] = [];
  let index = 0;
  while (index < pieces.length) {
    const piece = pieces[index] as Piece<R>;
    const [outer] = piece.ranges;
    if (outer === undefined) {
      out.push(piece.node);
      index++;
      continue;
    }
    let end = index;
    while (pieces[end]?.ranges.includes(outer)) end++;
    const inner = pieces
      .slice(index, end)
      .map((each) => ({ ...each, ranges: each.ranges.filter((range) => range !== outer) }));
    out.push(dress.wrap(outer, nest(inner, dress)));
    index = end;
  }
  return out;
}

/** A run is a stretch of pieces in which each shares a range with the one before; an unmarked piece is its own. */
function endOfRun<R>(pieces: readonly Piece<R>[], start: number): number {
  let end = start + 1;
  while (end < pieces.length && pieces[end - 1]?.ranges.some((range) => pieces[end]?.ranges.includes(range)))
    end++;
  return end;
}

function split<R extends Range>(
  node: Node,
  ranges: readonly R[],
  slice: (node: Node) => string,
  dress: Dress<R>,
): Piece<R>[] {
  const touched = order(touching(node, ranges));
  if (touched.length === 0) return [{ node, ranges: [], inside: [] }];
  if (node.type === "text") return splitText(node as Node & { value: string }, touched, slice(node));
  if (!("children" in node)) return [{ node, ranges: touched, inside: [] }];
  const whole = touched.filter((range) => covers(range, node));
  const partial = touched.filter((range) => !covers(range, node));
  if (partial.length === 0) return [{ node, ranges: whole, inside: [] }];
  const parent = node as Parent;
  const inner = markPhrasing(parent.children, partial, slice, { ...dress, follow: () => [] });
  parent.children = inner.nodes;
  return [{ node, ranges: whole, inside: partial }];
}

function splitText<R extends Range>(node: Node & { value: string }, ranges: R[], slice: string): Piece<R>[] {
  const start = node.position?.start.offset ?? 0;
  const offsets = alignValue(node.value, slice).map((offset) => offset + start);
  const cuts = new Set([0, node.value.length]);
  for (const range of ranges) {
    for (const cut of [range.start, range.end]) {
      const at = offsets.findIndex((offset) => offset >= cut);
      if (at > 0) cuts.add(at);
    }
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? node.value.length;
    const [first, last] = [offsets[from] ?? 0, offsets[to] ?? 0];
    const piece = {
      type: "text",
      value: node.value.slice(from, to),
      position: positionOf(node, first, last),
    };
    const covering = ranges.filter((range) => range.start < last && range.end > first);
    return { node: piece as Node, ranges: covering, inside: [] };
  });
}

function positionOf(node: Node, start: number, end: number): Node["position"] {
  if (node.position === undefined) return undefined;
  const { source } = node.position;
  const point = (offset: number) => ({ line: 0, column: 0, ...source?.locate(offset), offset });
  return { start: point(start), end: point(end), ...(source ? { source } : {}) };
}

function order<R extends Range>(ranges: R[]): R[] {
  return ranges.sort((a, b) => a.start - b.start || b.end - a.end);
}

function covers(range: Range, node: Node): boolean {
  return range.start <= (node.position?.start.offset ?? 0) && range.end >= endOf(node);
}

function endOf(node: Node | undefined): number {
  return node?.position?.end.offset ?? 0;
}
