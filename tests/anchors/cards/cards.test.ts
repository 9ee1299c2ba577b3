import { describe, expect, test } from "vitest";
import { anchorsOf } from "../../../anchors/anchor-list.ts";
import { describeCard } from "../../../anchors/cards/card.ts";
import { cardOf, retiredCard } from "../../../anchors/cards/cards.ts";
import { centralFormulas } from "../../../anchors/cards/central-formulas.ts";
import type { Entry } from "../../../anchors/ledger.ts";
import { tagPages } from "../../../anchors/tag-pages.ts";
import { divergencesPage, page } from "../course.ts";

const problem = await divergencesPage();
const site = {
  pages: [problem],
  titles: new Map([["", "Deep learning"]]),
  figures: new Map([["walk", "A random walk"]]),
};
const anchors = anchorsOf([], site);
const cardAt = (fragment: string) => {
  const anchor = anchors.find(({ item }) => item.fragment === fragment);
  if (anchor === undefined) throw new Error(`nothing at #${fragment}`);
  return cardOf(anchor, site);
};

describe("the card", () => {
  test("of a problem has its number, its title and its parts", () => {
    expect(cardAt("")).toMatchObject({
      kind: "problem",
      course: "Deep learning",
      eyebrow: "Problem 2",
      title: "Comparing distributions",
      lines: ["(a) One-sided infinity", "(b) Cover or seek"],
      formulas: ["D = \\log 2", "D = 0"],
    });
  });

  test("of a part has the first frame of its figure and the verdicts on its claims", () => {
    expect(cardAt("a")).toMatchObject({ kind: "part", title: "(a) One-sided infinity" });
    expect(cardAt("a").figure).toBeUndefined();
    expect(cardAt("a").verdicts).toEqual([{ verdict: "wrong", count: 1 }]);
    expect(cardAt("b").figure).toEqual({ name: "walk", values: {} });
  });

  test("of a claim is that of its part", () => {
    expect(cardAt("P2-03")).toEqual(cardAt("a"));
  });

  test("of an equation has it and its number", () => {
    expect(cardAt("eq:kl")).toMatchObject({ kind: "equation", formulas: ["D = \\log 2"], number: "1" });
  });

  test("of an experiment has its title and its figure", () => {
    expect(cardAt("fig-walk")).toMatchObject({ title: "A random walk", figure: { name: "walk" } });
  });

  test("of a retired tag says why and what to see instead", () => {
    const retirement = { date: "2026-11-22", reason: "Joined to part (a).", see: "homework/problem-2#a" };
    const entry: Entry = { tag: "7K3F", kind: "part", fingerprint: "0", addresses: ["x#c"], retirement };
    const [retired] = tagPages([entry], site);
    if (retired === undefined) throw new Error("a retired tag has a page");
    expect(retiredCard(retired, site)).toMatchObject({
      kind: "retired",
      title: "This part was withdrawn",
      lines: [expect.stringContaining("Joined to part (a)."), expect.stringContaining("See instead: ")],
    });
  });

  test("in words names what it shows", () => {
    expect(describeCard(cardAt("b"), {})).toBe(
      "Problem 2: Comparing distributions. (b) Cover or seek. With a figure. Deep learning.",
    );
    expect(describeCard(cardAt("eq:kl"), {})).toContain("D = log 2");
  });
});

describe("the formulas of a card", () => {
  test("come in the order numbered, labelled, checked, others, none twice", async () => {
    const text = `# Logs

\`\`\`symbols
t in (0.1, 3)
\`\`\`

## (a) Sums

$$ x $$

$$ \\log t^2 = 2\\log t $$

$$ \\label{eq:label} L $$

$$ \\label{eq:number} N $$

See [](#eq:number).
`;
    const formulas = centralFormulas(await page("content/logs.md", text), "a");
    expect(formulas).toEqual(["N", "L", "\\log t^2 = 2\\log t", "x"]);
  });

  test("are not those of a quoted answer", async () => {
    const quoted = { "grok.md": "---\nby: Grok\n---\n$$ q = 1 $$\n", "grok.yaml": "claims: []\n" };
    const compiled = await page(
      "content/p/index.md",
      '# P\n\n$$ p = 2 $$\n\n::attempt{of="grok.md"}\n',
      quoted,
    );
    expect(centralFormulas(compiled, undefined)).toEqual(["p = 2"]);
  });
});
