import type { Code, Heading, Paragraph, Parents, RootContent, TableCell } from "mdast";
import type { Node } from "unist";
import { visitParents } from "unist-util-visit-parents";
import type { VFile } from "vfile";
import { sliceOf } from "../compilation.ts";
import { element } from "../element.ts";
import { parseQuotation } from "../parse.ts";
import { checkDisplays } from "../remark-displays.ts";
import type { Attempt, Placed, PlacedClaim, PlacedNote } from "./attempt.ts";
import { type Dress, markPhrasing, touching } from "./mark-ranges.ts";
import { claimMark, claimNote, nameFirstMarks, quotedNote, readClaimText, reply } from "./note-elements.ts";

/**
 * Marks an attempt's claims in a stretch of its text and sets the notes behind the lines that they speak of.
 * `meet` is told of every claim as it is set, with its first sentence, and of every note.
 */
export function markAttempt(
  nodes: readonly RootContent[],
  attempt: Attempt,
  file: VFile,
  meet: (placed: Placed, summary: string) => void,
): Node[] {
  const ranges: Placed[] = [...attempt.claims, ...attempt.notes];
  const dress = dressOf(file, meet);
  const marked = nodes.flatMap((node) => markBlock(node, ranges, dress, file));
  nameFirstMarks(marked);
  return marked;
}

function markBlock(node: RootContent, ranges: readonly Placed[], dress: Dress<Placed>, file: VFile): Node[] {
  const touched = touching(node, ranges);
  if (touched.length === 0) return [node];
  if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell")
    return [markPhrases(node, touched, dress, file)];
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

function markPhrases(
  node: Paragraph | Heading | TableCell,
  ranges: Placed[],
  dress: Dress<Placed>,
  file: VFile,
): Node {
  const { nodes } = markPhrasing(node.children, ranges, (each) => sliceOf(each, file), dress);
  node.children = nodes as Paragraph["children"];
  return node.type === "paragraph" ? withNotes(node) : node;
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
  const marked = claims.reduceRight<Node>((inner, claim) => claimMark(claim, [inner], "div"), node);
  return element("div", { className: ["marked"] }, [
    marked,
    ...ranges.flatMap((range) => dress.follow(range)),
  ]);
}

/** Code is marked by the letter, as text in text. */
function markCode(node: Code, ranges: readonly Placed[], dress: Dress<Placed>, file: VFile): Node {
  const slice = sliceOf(node, file);
  const at = /^(?:```|~~~)/.test(slice) ? slice.indexOf("\n") + 1 : 0;
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
  const pre = element("pre", { tabIndex: 0 }, [element("code", {}, nodes)]);
  return element("div", { className: ["code", "marked"] }, [
    pre,
    ...ranges.flatMap((range) => dress.follow(range)),
  ]);
}

function dressOf(file: VFile, meet: (placed: Placed, summary: string) => void): Dress<Placed> {
  const followed = new Set<Placed>();
  const follow = (range: Placed): Node[] => {
    if (followed.has(range)) return [];
    followed.add(range);
    if (range.kind === "note") {
      meet(range, "");
      return followNote(range, file, meet);
    }
    const words = readClaimText(range, file);
    meet(range, words.summary);
    return claimNote(range, words);
  };
  return {
    wrap: (range, children) =>
      range.kind === "claim"
        ? claimMark(range, children)
        : element("span", { className: ["noted"], dataNote: range.id }, children),
    follow,
  };
}

/** A quoted note: its text with its own claims marked, and the verdicts on them behind it. */
function followNote(note: PlacedNote, file: VFile, meet: (placed: Placed, summary: string) => void): Node[] {
  const tree = parseQuotation(note.text);
  checkDisplays(tree, file);
  const dress: Dress<PlacedClaim> = { wrap: claimMark, follow: () => [] };
  visitParents(tree, "paragraph", (paragraph: Paragraph) => {
    const { nodes } = markPhrasing(paragraph.children, note.claims, (each) => sliceOf(each, file), dress);
    paragraph.children = nodes as Paragraph["children"];
  });
  const replies = note.claims.map((claim) => {
    const words = readClaimText(claim, file);
    meet(claim, words.summary);
    return reply(claim, words);
  });
  return quotedNote(note, tree.children, replies);
}
