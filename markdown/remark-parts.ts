import GithubSlugger from "github-slugger";
import type { Heading, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Node } from "unist";
import type { VFile } from "vfile";
import { claimAnchor, compilationOf, report } from "./compilation.ts";
import type { Heading as Titled } from "./document.ts";
import { element, text } from "./element.ts";
import { plainText } from "./plain/text.ts";

const explicitId = /\s*\{#([^\s{}]*)\}\s*$/;
/** Ids that the page has of its own, and how those that it makes begin. */
const ownIds = ["main", "footnote-label"];
const ownId = new RegExp(`^(?:${ownIds.join("|")}|(?:fn|fnref|fig|note)-.*)$`);
const letterPrefix = /^\(([a-z]{1,5}|[A-Z]|\d{1,2})\)\s*/;

/**
 * Makes parts of the document's own headings. Headings inside a block are not the document's and are left alone.
 *
 * In:  `## (b) Which plot is which? {#b}`
 * Out: `<h2 id="b" class="part"><span class="part-letter">(b)</span> Which plot is which? <a class="permalink" …>`
 *
 * Without `{#id}` the letter is the id, joined to the id of the part around it (`### (i)` under (a) is `a-i`). A
 * heading with neither gets a slug for the table of contents, and is no part.
 */
export default function remarkParts() {
  return (tree: Root, file: VFile): void => {
    const slugger = new GithubSlugger();
    for (const id of ownIds) slugger.slug(id);
    const enclosing: { depth: number; id: string }[] = [];
    for (const node of tree.children) {
      if (node.type !== "heading") continue;
      while ((enclosing.at(-1)?.depth ?? 0) >= node.depth) enclosing.pop();
      const { id, letter, isPart } = nameHeading(node, enclosing.at(-1)?.id, slugger, file);
      if (isPart) enclosing.push({ depth: node.depth, id });
      const { parts, headings, input } = compilationOf(file);
      const title = plainText(node, input.macros).trim();
      const numbered = letter === undefined ? {} : { letter };
      headings.push({ id, title, depth: node.depth, isPart, ...numbered });
      if (isPart) {
        parts.push({ id, title, depth: node.depth, line: node.position?.start.line ?? 1, ...numbered });
      }
      dress(node, { id, title, isPart, ...numbered });
    }
  };
}

function nameHeading(node: Heading, outer: string | undefined, slugger: GithubSlugger, file: VFile) {
  const explicit = takeId(node, file);
  const letter = takeLetter(node);
  const joined = letter === undefined || outer === undefined ? letter : `${outer}-${letter}`;
  const id = explicit ?? joined;
  if (id !== undefined) {
    claimAnchor(file, node, id, `part “${textOf(node).trim()}”`);
    slugger.occurrences[id] = 0;
    return { id, letter, isPart: true };
  }
  const slug = slugger.slug(textOf(node)) || slugger.slug("section");
  claimAnchor(file, node, slug, `heading “${textOf(node).trim()}”`);
  return { id: slug, letter, isPart: false };
}

/** Takes `{#id}` off the end of a heading. */
function takeId(node: Heading, file: VFile): string | undefined {
  const last = node.children.at(-1);
  if (last?.type !== "text") return undefined;
  const match = explicitId.exec(last.value);
  if (match === null) return undefined;
  last.value = last.value.slice(0, match.index);
  const id = match[1] ?? "";
  if (ownId.test(id)) report(file, node, reservedId(id));
  if (/^[A-Za-z][\w.-]*$/.test(id)) return id;
  report(file, node, {
    rule: "invalid-id",
    what: id === "" ? "An empty id of a heading" : `Invalid id \`${id}\` of a heading`,
    hint: "An id begins with a letter and holds letters, digits, `-`, `_` and `.`: `## (a) Title {#a}`.",
  });
  return undefined;
}

function reservedId(id: string) {
  return {
    rule: "reserved-id",
    what: `The id \`${id}\` belongs to the page itself`,
    hint: "Write another; `main`, `footnote-label` and what begins with `fn-`, `fnref-`, `fig-` or `note-` is taken.",
  };
}

/** Takes `(a)` off the beginning of a heading. */
function takeLetter(node: Heading): string | undefined {
  const first = node.children[0];
  if (first?.type !== "text") return undefined;
  const match = letterPrefix.exec(first.value);
  if (match === null) return undefined;
  first.value = first.value.slice(match[0].length);
  return match[1];
}

/** The link to a heading stands in it, but is no part of its name: a list of headings names their titles alone. */
function dress(node: Heading, { id, title, letter, isPart }: Omit<Titled, "depth">): void {
  const children: Node[] = [];
  if (letter !== undefined) {
    children.push(element("span", { className: ["part-letter"] }, [text(`(${letter})`)]), text(" "));
  }
  const label = letter === undefined ? `Link to “${title}”` : `Link to part (${letter})`;
  const permalink = element("a", { className: ["permalink"], href: `#${id}`, ariaLabel: label }, [text("#")]);
  node.children = [...children, ...node.children, text(" "), permalink] as Heading["children"];
  const name = [letter === undefined ? "" : `(${letter})`, title].join(" ").trim();
  node.data = { hProperties: { id, ...(isPart ? { className: ["part"] } : {}), ariaLabel: name } };
}
