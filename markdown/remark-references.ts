import type { Definition, Image, ImageReference, Link, LinkReference, Root } from "mdast";
import { visit } from "./visit.ts";

/**
 * Makes plain links and images of those that are written by reference, so that nothing else has to know both forms.
 *
 * In:  `[the divergence][kl]` … `[kl]: #eq:kl`
 * Out: `[the divergence](#eq:kl)`
 */
export default function remarkReferences() {
  return (tree: Root): void => {
    const definitions = new Map<string, Definition>();
    visit(tree, "definition", (node: Definition) => {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    });
    visit(tree, ["linkReference", "imageReference"], (node, index, parent) => {
      if (parent === undefined || index === undefined) return;
      const reference = node as LinkReference | ImageReference;
      const definition = definitions.get(reference.identifier);
      if (definition !== undefined) parent.children[index] = resolve(reference, definition);
    });
  };
}

function resolve(node: LinkReference | ImageReference, { url, title }: Definition): Link | Image {
  const place = node.position === undefined ? {} : { position: node.position };
  const target = { url, title: title ?? null, ...place };
  return node.type === "linkReference"
    ? { type: "link", ...target, children: node.children }
    : { type: "image", ...target, alt: node.alt ?? "" };
}
