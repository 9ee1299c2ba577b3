import { html } from "parse5";
import { convertSvg } from "./drawing.ts";
import { formulaOf } from "./mathml/formula.ts";
import { roleOf } from "./roles.ts";
import {
  attributeOf,
  type Element,
  findElement,
  hasClass,
  isElement,
  type Node,
  words,
  xmlId,
} from "./xml.ts";

/** What a chapter knows of the book. */
export interface Conversion {
  /** Where a link leads; undefined where a reader cannot go. */
  readonly follow: (href: string) => string | undefined;
  /** The path of a picture in the book; undefined where the site has no such file. */
  readonly picture: (src: string) => string | undefined;
}

/** Attributes of HTML that mean something in a book. */
const kept =
  /^(id|class|lang|dir|title|href|src|alt|colspan|rowspan|scope|headers|start|reversed|value|datetime|cite|aria-(label|labelledby|describedby|hidden)|data-verdict)$/;

/** What a book has no use for, and what KaTeX sets for the eye: the formulas are there as MathML. */
const dropped = ["katex-html", "notes-switch", "live-code", "status", "check-panel", "overlay"];
const droppedNames = new Set(["button", "input", "select", "script", "style", "template", "link", "meta"]);

/** The nodes of a book that stand for a node of the site's page. */
export function convert(node: Node, book: Conversion): Node[] {
  if (!isElement(node)) return "value" in node ? [node] : [];
  if (isTask(node)) return [words(attributeOf(node, "checked") === undefined ? "☐" : "☑")];
  if (hasClass(node, ...dropped) || (droppedNames.has(node.tagName) && !hasClass(node, "number"))) return [];
  if (node.namespaceURI !== html.NS.HTML) return [convertSvg(node)];
  if (hasClass(node, "katex")) return formulaOf(node);
  if (node.tagName === "details" && hasClass(node, "check")) return [checkOf(node)];
  if (hasClass(node, "sign")) return [signOf(node, book)];
  const childNodes = node.childNodes.flatMap((child) => convert(child, book)) as Element["childNodes"];
  if (hasClass(node, "unbroken")) return unbroken(node, childNodes);
  if (node.tagName === "img" && book.picture(attributeOf(node, "src") ?? "") === undefined) {
    return [words(attributeOf(node, "alt") ?? "")];
  }
  return [{ ...node, ...rename(node), childNodes, attrs: [...attributesOf(node, book), ...roleOf(node)] }];
}

/** Is it the box of a task in a list, which nobody can tick? */
function isTask(node: Element): boolean {
  return node.tagName === "input" && attributeOf(node, "disabled") !== undefined;
}

/** Folded text stands open; notes are divisions, for some readers hide an `aside` that is a note. */
function rename(node: Element): { tagName: string; nodeName: string } {
  const { tagName } = node;
  const isGone = tagName === "a" && attributeOf(node, "href") === undefined;
  const isNote = tagName === "aside" && hasClass(node, "note");
  const others = { details: "section", summary: "p", "ansatz-figure": "div", button: "span" };
  const name = isGone
    ? "span"
    : isNote
      ? "div"
      : (Object.entries(others).find(([of]) => of === tagName)?.[1] ?? tagName);
  return { tagName: name, nodeName: name };
}

/** A formula and the comma behind it stay together; between the pieces of a long one a line may end. */
function unbroken(node: Element, childNodes: Element["childNodes"]): Node[] {
  const groups: Element["childNodes"][] = [[]];
  for (const child of childNodes) {
    if ("value" in child && child.value === "\u200b") groups.push([]);
    else groups.at(-1)?.push(child);
  }
  const attrs = [{ name: "class", value: "unbroken" }];
  return groups.flatMap((group, at): Node[] => [
    ...(at === 0 ? [] : [words("\u200b")]),
    { ...node, attrs, childNodes: group },
  ]);
}

function attributesOf(element: Element, book: Conversion): Element["attrs"] {
  return element.attrs.flatMap((attribute) => {
    const { name, value } = attribute;
    // a heading of the site names itself without its buttons, which a book does not have
    if (!kept.test(name) || (name === "aria-label" && /^h[1-6]$/.test(element.tagName))) return [];
    if (name === "id") return [{ ...attribute, value: xmlId(value) }];
    if (name === "href" || name === "src") {
      const found = name === "href" ? book.follow(value) : book.picture(value);
      return found === undefined ? [] : [{ ...attribute, value: found }];
    }
    if (name === "aria-labelledby" || name === "aria-describedby" || name === "headers") {
      return [{ ...attribute, value: value.split(/\s+/).map(xmlId).join(" ") }];
    }
    return [attribute];
  });
}

/** What a check found, in the words that a screen reader is told. */
function checkOf(node: Element): Element {
  const summary = findElement(node, "summary");
  const value = (summary && attributeOf(summary, "aria-label")) ?? "";
  const attrs = [{ name: "class", value: "check-words" }];
  return { ...node, tagName: "p", nodeName: "p", attrs, childNodes: [words(value)] };
}

/** The sign behind a claim: the claim's name, or a star, as a link to the note. */
function signOf(node: Element, book: Conversion): Element {
  const id = attributeOf(node, "href")?.replace(/^#note-/, "") ?? "";
  const name = attributeOf(node, "data-by") === undefined ? id : "*";
  return { ...node, attrs: [...attributesOf(node, book), ...roleOf(node)], childNodes: [words(name)] };
}
