import type { TaggedPage } from "../../anchors/items.ts";
import { addressOf } from "../../markdown/address.ts";
import { compileDocument } from "../../markdown/index.ts";
import { fileSource } from "../../markdown/source.ts";

/** A compiled page of a course; its companions are given by their names. */
export async function page(
  path: string,
  text: string,
  companions: Readonly<Record<string, string>> = {},
): Promise<TaggedPage> {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const beside = Object.entries(companions).map(
    ([name, content]) => [name, fileSource(`${folder}${name}`, content)] as const,
  );
  const compiled = await compileDocument({
    source: fileSource(path, text),
    companions: new Map(beside),
    images: new Set(),
    macros: {},
    experiments: new Map([["walk", { parameters: [], quantities: [] }]]),
  });
  return { address: addressOf(path) ?? path, path, compiled };
}

/** A problem of two parts with an item of every kind. */
export const divergences = `---
title: Comparing distributions
number: "2"
description: How far one distribution is from another.
---

## (a) One-sided infinity

$$ \\label{eq:kl} D = \\log 2 $$

By [](#eq:kl) it is finite.

::attempt{of="grok.md" lines="4-4"}

## (b) Cover or seek

$$ \\label{eq:unused} D = 0 $$

::experiment{name="walk"}
`;

/** A quoted answer and the verdict on it. */
export const answer = {
  "grok.md": "---\nby: Grok\n---\nOne such point is enough.\n",
  "grok.yaml": `claims:
  - id: P2-03
    verdict: wrong
    quote: "One such point is enough"
    reason: A point has probability zero.
    correction: It takes positive probability.
`,
};

/** The page of \`divergences\`. */
export function divergencesPage(path = "content/homework/problem-2/index.md"): Promise<TaggedPage> {
  return page(path, divergences, answer);
}
