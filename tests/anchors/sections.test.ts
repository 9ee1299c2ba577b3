import { describe, expect, test } from "vitest";
import { itemsOf, type TaggedPage } from "../../anchors/items.ts";
import { contentHash, correctionsOf, sectionOf } from "../../anchors/sections.ts";
import { answer, divergences, divergencesPage, page } from "./course.ts";

const text = `# Coins

Lead.

## (a) One

First words.

### (i) Inner

Inner words.

:::correction{date=2026-01-02}
Mended.
:::

## (b) Two

:::correction{date=2026-03-04}
Mended.
:::

:::correction{date=2026-02-03}
Mended too.
:::
`;
const coins = (source = text) => page("content/coins.md", source);

describe("the section of a part", () => {
  test("reaches to the next part of its depth, with the parts inside it", async () => {
    const found = await coins();
    expect(sectionOf(found, "a")).toMatch(/^<h2 id="a"[\s\S]*Inner words[\s\S]*Mended/);
    expect(sectionOf(found, "a")).not.toContain("Two");
    expect(sectionOf(found, "a-i")).not.toContain("First words");
    expect(sectionOf(found, "b")).toContain("Mended too");
    expect(sectionOf(found, "")).toContain("Lead");
  });

  test("knows its corrections, the newest first", async () => {
    const found = await coins();
    expect(["", "a", "a-i", "b"].map((id) => correctionsOf(found, id))).toEqual([
      ["2026-03-04", "2026-02-03", "2026-01-02"],
      ["2026-01-02"],
      ["2026-01-02"],
      ["2026-03-04", "2026-02-03"],
    ]);
  });
});

describe("the hash of a content", () => {
  const hashes = (found: TaggedPage) =>
    Object.fromEntries(itemsOf(found).map((item) => [item.address, contentHash(item, found, { walk: "1" })]));

  test("changes with the words of the part, and with those of no other", async () => {
    const before = hashes(await coins());
    const after = hashes(await coins(text.replace("Inner words", "Other words")));
    const changed = Object.keys(before).filter((address) => before[address] !== after[address]);
    expect(changed).toEqual(["coins", "coins#a", "coins#a-i"]);
  });

  test("does not change when parts around it are renamed or moved", async () => {
    const before = hashes(await coins());
    const after = hashes(await coins(text.replace("## (b) Two", "## (b) The second")));
    expect(after["coins#a"]).toBe(before["coins#a"]);
    expect(after["coins#b"]).not.toBe(before["coins#b"]);
  });

  test("of an equation, a claim and a figure is that of its TeX, its verdict and its code", async () => {
    const before = hashes(await divergencesPage());
    const edited = divergences.replace("D = \\log 2", "D = \\log 3");
    const verdict = { ...answer, "grok.yaml": answer["grok.yaml"].replace("wrong", "imprecise") };
    const after = hashes(await page("content/homework/problem-2/index.md", edited, verdict));
    const at = (id: string) => `homework/problem-2#${id}`;
    for (const id of ["eq:kl", "P2-03"]) expect(after[at(id)]).not.toBe(before[at(id)]);
    expect(after[at("fig-walk")]).toBe(before[at("fig-walk")]);
    const figure = itemsOf(await divergencesPage()).find(({ fragment }) => fragment === "fig-walk");
    if (figure === undefined) throw new Error("no figure");
    expect(contentHash(figure, await divergencesPage(), { walk: "2" })).not.toBe(before[at("fig-walk")]);
  });
});
