import { posix } from "node:path";
import type { Link, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Node } from "unist";
import type { VFile } from "vfile";
import { addressOf, decodeLink, relativeLink } from "./address.ts";
import { compilationOf, report, sourceOf } from "./compilation.ts";
import { element, hole, text } from "./element.ts";
import { checkExperimentName, checkQuery, parseExperimentUrl } from "./experiment-url.ts";
import { quantityLink } from "./quantity-link.ts";
import { visit } from "./visit.ts";

/**
 * Resolves links. Ours are resolved here, before anything could take their schemes for unsafe ones:
 *
 * `[](#eq:kl)`, `[part (b)](#b)`          → a place in this page; an empty text is filled in
 * `[](../problem-2/index.md#b)`           → a place in another page of the course; the route fills in an empty text
 * `[0.693](quantity:name/quantity?p=1)`   → a number that the build recomputes
 * `[drag σ](experiment:name?deviation=2)` → sets the figure's state
 * `https:`, `http:`, `mailto:`            → as they are; any other scheme is a mistake
 */
export default function remarkLinks() {
  return (tree: Root, file: VFile): void => {
    visit(tree, "link", (node: Link, index, parent) => {
      if (parent === undefined || index === undefined) return;
      parent.children[index] = resolve(node, parent.children[index + 1], file) as RootContent;
    });
  };
}

function resolve(node: Link, next: Node | undefined, file: VFile): Node {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(node.url)?.[1]?.toLowerCase();
  if (scheme === "quantity") return quantityLink(node, next, file);
  if (scheme === "experiment") return experimentLink(node, file);
  if (scheme === "https" || scheme === "http" || scheme === "mailto") return external(node);
  if (scheme !== undefined || node.url.startsWith("//")) return refuse(node, file);
  if (node.url.startsWith("#")) return localLink(node, file);
  return courseLink(node, file);
}

function external(node: Link): Node {
  return element("a", { href: node.url, rel: ["noopener", "noreferrer"] }, node.children);
}

function refuse(node: Link, file: VFile): Node {
  report(file, node, {
    rule: "unsafe-link",
    what: `A link to \`${node.url.slice(0, 60)}\`, whose scheme is not allowed`,
    hint: "Allowed: https, http, mailto, quantity, experiment, `#id` and paths to files of the course.",
  });
  return element("span", {}, node.children);
}

/** A link within the page. Its existence is checked when all ids are known. */
function localLink(node: Link, file: VFile): Node {
  const fragment = decodeLink(node.url.slice(1));
  const { equations, parts, address } = compilationOf(file);
  remember(node, address, fragment, file);
  if (textOf(node) !== "") return element("a", { href: `#${fragment}` }, node.children);
  const equation = equations.find((each) => each.label === fragment);
  const part = parts.find((each) => each.id === fragment);
  const words = equation?.number
    ? `(${equation.number})`
    : part?.letter
      ? `part (${part.letter})`
      : part?.title;
  return element("a", { href: `#${fragment}` }, [text(words ?? fragment)]);
}

function courseLink(node: Link, file: VFile): Node {
  const [path = "", fragment = ""] = node.url.split("#", 2);
  const { path: from } = compilationOf(file).input.source;
  const target = posix.normalize(posix.join(posix.dirname(from), decodeLink(path)));
  const address = addressOf(target);
  if (address === undefined) {
    report(file, node, {
      rule: "unknown-page",
      what: `A link to \`${node.url}\`, which is no page of the course`,
      hint: "Link to a Markdown file under `content/` by its path from this file, as `../problem-2/index.md#b`.",
    });
    return element("span", {}, node.children);
  }
  remember(node, address, decodeLink(fragment), file);
  const href = relativeLink(compilationOf(file).address, address, decodeLink(fragment));
  const isEmpty = textOf(node) === "";
  const words = isEmpty
    ? [hole({ kind: "reference", address, fragment: decodeLink(fragment) })]
    : node.children;
  return element("a", { href }, words);
}

function remember(node: Link, address: string, fragment: string, file: VFile): void {
  const source = sourceOf(node, file);
  const { line, column } = source.locate(node.position?.start.offset ?? 0);
  compilationOf(file).links.push({ address, fragment, file: source.path, line, column, written: node.url });
}

function experimentLink(node: Link, file: VFile): Node {
  const { experiment, query } = parseExperimentUrl(node.url);
  const { experiments } = compilationOf(file).input;
  const isKnown =
    checkExperimentName(node, experiment, file) &&
    checkQuery(node, query, experiments.get(experiment)?.parameters ?? [], file);
  if (!isKnown) return element("span", {}, node.children);
  const source = sourceOf(node, file);
  const { line, column } = source.locate(node.position?.start.offset ?? 0);
  compilationOf(file).settings.push({ name: experiment, values: query, file: source.path, line, column });
  const properties = {
    href: `#fig-${experiment}`,
    dataExperiment: experiment,
    dataState: JSON.stringify(query),
  };
  return element("a", { ...properties, className: ["set-figure"] }, node.children);
}
