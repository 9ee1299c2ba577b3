import type { Node, Parent } from "unist";
import { EXIT, SKIP, type visit as visitTree } from "unist-util-visit";

export { SKIP };

/**
 * `visit` of unist-util-visit, for what the transforms do with it: nodes of a type, of several or all, on the way in.
 * That one names each of its steps for stack traces, and with some twenty walks over every document the naming took a
 * tenth of a whole build. Visitors are typed as there, and answer as there: nothing, `SKIP`, `EXIT`, the index to go
 * on at, or both.
 */
export const visit = ((tree: Node, ...rest: readonly [Visitor] | readonly [string | string[], Visitor]) => {
  const [types, visitor] = rest.length === 1 ? [undefined, rest[0]] : rest;
  walk(tree, undefined, undefined, typeof types === "string" ? [types] : types, visitor);
}) as unknown as typeof visitTree;

type Action = typeof EXIT | typeof SKIP | true | null | undefined;
type Visitor = (
  node: Node,
  index: number | undefined,
  parent: Parent | undefined,
) => Action | number | readonly [Action, number];

/** Visits a node and what is in it; the result is where its parent goes on, or `EXIT`. */
function walk(
  node: Node,
  index: number | undefined,
  parent: Parent | undefined,
  types: readonly string[] | undefined,
  visitor: Visitor,
): number | typeof EXIT | undefined {
  const isMeant = types === undefined || types.includes(node.type);
  const answer = isMeant ? visitor(node, index, parent) : undefined;
  const [action, next] = Array.isArray(answer)
    ? answer
    : typeof answer === "number"
      ? [true, answer]
      : [answer];
  if (action === EXIT) return EXIT;
  if (action === SKIP || !("children" in node)) return next;
  const within = node as Parent;
  for (let at = 0; at < within.children.length; ) {
    const result = walk(within.children[at] as Node, at, within, types, visitor);
    if (result === EXIT) return EXIT;
    at = result ?? at + 1;
  }
  return next;
}
