import type { Code, Paragraph, Parents, RootContent } from "mdast";
import type { Node } from "unist";
import { visitParents } from "unist-util-visit-parents";
import type { VFile } from "vfile";
import { sliceOf } from "../compilation.ts";
import { element } from "../element.ts";
import { parseQuotation } from "../parse.ts";
import type { Attempt, PlacedClaim, PlacedNote } from "./attempt.ts";
import { type Dress, markPhrasing, touching } from "./mark-ranges.ts";
import { claimMark, claimNote, quotedNote, readClaimText, reply } from "./note-elements.ts";

type Placed = PlacedClaim | PlacedNote;

/**
 * Marks an attempt's claims in a stretch of its text and sets the notes behind the lines that they speak of.
 * `meet` is told of every claim as it is set.
 */
export function markAttempt(
  nodes: readonly RootContent[],
  attempt: Attempt,
  file: VFile,
  meet: (claim: PlacedClaim, summary: string) => void,
): Node[] {
  const ranges: Placed[] = [...attempt.claims, ...attempt.notes];
  const dress = dressOf(file, meet);
  return nodes.flatMap((node) => markBlock(node, ranges, dress, file));
}

function markBlock(node: RootContent, ranges: readonly Placed[], dress: Dress<Placed>, file: VFile): Node[] {
  const touched = touching(node, ranges);
  if (touched.length === 0) return [node];
  if (node.type === "paragraph") return [markParagraph(node, touched, dress, file)];
  if (node.type === "code") return [markCode(node, touched, dress, file)];
  if (node.type === "math") return [markWhole(node, touched, dress)];
  if ("children" in node) {
    const parent = node as Parents;
    parent.children = parent.children.flatMap((child) =>
      markBlock(child as RootContent, touched, dress, file),
    ) as typeof parent.children;
  }
  return [node];
}

function markParagraph(node: Paragraph, ranges: Placed[], dress: Dress<Placed>, file: VFile): Node {
  const inText = { ...dress, follow: (range: Placed) => (range.kind === "note" ? [] : dress.follow(range)) };
  const { nodes, ended } = markPhrasing(node.children, ranges, (each) => sliceOf(each, file), inText);
  const notes = ended.filter((range) => range.kind === "note").flatMap((range) => dress.follow(range));
  node.children = [...notes, ...nodes] as Paragraph["children"];
  return withNotes(node);
}

/** A paragraph that holds notes is a `div`: HTML lets no `aside` stand in a `p`. */
function withNotes(node: Paragraph): Node {
  return Object.assign(node, {
    data: { hName: "div", hProperties: { className: ["p"], role: "paragraph" } },
  });
}

/** A display is marked whole, whatever part of it a claim quotes. */
function markWhole(node: Node, ranges: readonly Placed[], dress: Dress<Placed>): Node {
  const claims = ranges.filter((range) => range.kind === "claim");
  const marked = claims.reduceRight<Node>((inner, claim) => claimMark(claim, true, [inner], "div"), node);
  return element("div", { className: ["marked"] }, [
    marked,
    ...ranges.flatMap((range) => dress.follow(range)),
  ]);
}

/** Code is marked by the letter, as text in text. */
function markCode(node: Code, ranges: readonly Placed[], dress: Dress<Placed>, file: VFile): Node {
  const slice = sliceOf(node, file);
  const at = slice.indexOf("\n") + 1;
  const words: Node = {
    type: "text",
    value: node.value,
    ...(node.position
      ? {
          position: {
            ...node.position,
            start: { ...node.position.start, offset: (node.position.start.offset ?? 0) + at },
          },
        }
      : {}),
  } as Node;
  const { nodes } = markPhrasing([words], ranges, () => slice.slice(at), { ...dress, follow: () => [] });
  const pre = element("pre", {}, [element("code", {}, nodes)]);
  return element("div", { className: ["code", "marked"] }, [
    pre,
    ...ranges.flatMap((range) => dress.follow(range)),
  ]);
}

function dressOf(file: VFile, meet: (claim: PlacedClaim, summary: string) => void): Dress<Placed> {
  const follow = (range: Placed): Node[] => {
    if (range.kind === "note") return followNote(range, file, meet);
    const words = readClaimText(range);
    meet(range, words.summary);
    return claimNote(range, words, []);
  };
  return {
    wrap: (range, isFirst, children) =>
      range.kind === "claim"
        ? claimMark(range, isFirst, children)
        : element("span", { className: ["noted"], dataNote: range.id }, children),
    follow,
  };
}

/** A quoted note: its text with its own claims marked, and the verdicts on them behind it. */
function followNote(
  note: PlacedNote,
  file: VFile,
  meet: (claim: PlacedClaim, summary: string) => void,
): Node[] {
  const tree = parseQuotation(note.text);
  const dress: Dress<PlacedClaim> = {
    wrap: (claim, isFirst, nodes) => claimMark(claim, isFirst, nodes),
    follow: () => [],
  };
  visitParents(tree, "paragraph", (paragraph: Paragraph) => {
    const { nodes } = markPhrasing(paragraph.children, note.claims, (each) => sliceOf(each, file), dress);
    paragraph.children = nodes as Paragraph["children"];
  });
  const replies = note.claims.map((claim) => {
    const words = readClaimText(claim);
    meet(claim, words.summary);
    return reply(claim, words);
  });
  return quotedNote(note, tree.children, replies);
}
