import { expect } from "vitest";
import { compileCourse } from "../../course/compile-course.ts";
import { cardOf } from "../../course/course.ts";
import type { Site } from "../../course/pages.ts";
import { temporaryCourse } from "./temporary-course.ts";

const claim = (id: string, verdict: string, quote: string) =>
  `  - {id: ${id}, verdict: ${verdict}, quote: ${quote}, reason: Why.}\n`;

const files = {
  "content/course.yaml": "title: Course\n",
  "content/hw/assignment.yaml": "title: Homework\nabsent:\n  - {number: 2, reason: is lost}\n",
  "content/hw/one/index.md": `---
title: First
number: 1
topics: [KL divergence, Entropy]
---

Lead.

$$ \\label{eq:n} x = 1 $$

By [](#eq:n).

## (a) Part

::attempt{of="grok.md" lines="5"}

## (b) Other

::attempt{of="grok.md" lines="7"}

## Named {#named}
`,
  "content/hw/one/grok.md": "---\nby: Grok\n---\n\nalpha beta\n\ngamma\n",
  "content/hw/one/grok.yaml": `claims:\n${claim("A", "correct", "alpha")}${claim("B", "wrong", "beta")}${claim("C", "wrong", "gamma")}`,
  "content/hw/three.md": "---\nnumber: 3\ntopics: [kl divergence]\n---\n\n# Third\n\nText.\n",
  "content/loose.md": "# Loose\n\nText.\n",
};

/** A course of three problems, two of them in an assignment that says that a third is lost. */
export async function site(): Promise<Site> {
  const course = await compileCourse({ root: await temporaryCourse(files), experiments: new Map() });
  expect(course.mistakes).toEqual([]);
  const problems = course.problems.map(cardOf);
  return {
    course: course.data,
    assignments: course.assignments,
    problems,
    tags: [],
    build: course.build,
    mistakes: [],
  };
}

/** The card at an address. */
export function card({ problems }: Site, address: string) {
  const found = problems.find((each) => each.address === address);
  if (found === undefined) throw new Error(`No page at ${address}`);
  return found;
}
