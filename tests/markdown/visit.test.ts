import fc from "fast-check";
import type { Node, Parent } from "unist";
import { visit as referenceVisit } from "unist-util-visit";
import { expect, test } from "vitest";
import { visit } from "../../markdown/visit.ts";

type Tree = Node & { name: number; children?: Tree[] };
type Answer = "skip" | false | true | undefined | number | ["skip", number];

const { tree: trees } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record(
    {
      type: fc.constantFrom("text", "link", "math"),
      name: fc.nat(9),
      children: fc.array(tie("tree"), { maxLength: 4 }),
    },
    { requiredKeys: ["type", "name"] },
  ),
}));
const tests = fc.constantFrom(undefined, "link", ["link", "math"]);

/** Index answers go forward only, so that every walk ends. */
function answerOf(name: number, index: number | undefined): Answer {
  const next = (index ?? 0) + 1 + (name % 2);
  const answers: Answer[] = ["skip", true, undefined, undefined, undefined, next, ["skip", next], undefined];
  return name === 9 ? false : answers[name];
}

function trace(walk: typeof visit, tree: Tree, types: string | string[] | undefined): unknown[] {
  const met: unknown[] = [];
  const visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => {
    met.push([node, index, parent]);
    return answerOf((node as Tree).name, index);
  };
  if (types === undefined) walk(tree as Node, visitor);
  else walk(tree as Node, types, visitor);
  return met;
}

test("visit meets the nodes that unist-util-visit meets, in its order, whatever the visitor answers", () => {
  fc.assert(
    fc.property(trees, tests, (tree, types) => {
      expect(trace(visit, tree, types)).toEqual(trace(referenceVisit, tree, types));
    }),
  );
});
