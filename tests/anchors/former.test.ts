import { describe, expect, test } from "vitest";
import { assignTags } from "../../anchors/assign.ts";
import { moveEntries, retireEntries } from "../../anchors/change.ts";
import { formerAnchors, formerPages } from "../../anchors/former.ts";
import { itemsOf } from "../../anchors/items.ts";
import type { Entry } from "../../anchors/ledger.ts";
import { page } from "./course.ts";

const before = await page("content/homework/coins.md", "# Coins\n\n## (a) First\n\n## (b) Second\n");
const entries = assignTags(itemsOf(before), []);
const titles = new Map([
  ["", "Walks"],
  ["homework", "Homework"],
  ["seminar", "Seminar"],
]);
const figures = new Map<string, string>();

const moved = (from: string, to: string, all: readonly Entry[] = entries) => moveEntries(all, from, to) ?? [];

describe("what stood at an address before", () => {
  test("is nothing where nothing moved", () => {
    const site = { pages: [before], titles, figures };
    expect([...formerAnchors(entries, site)]).toEqual([]);
    expect(formerPages(entries, site)).toEqual([]);
  });

  test("is named at its old id, which leads on", async () => {
    const after = await page("content/homework/coins.md", "# Coins\n\n## (a) First\n\n## (c) Second\n");
    const site = { pages: [after], titles, figures };
    expect(formerAnchors(moved("homework/coins#b", "homework/coins#c"), site).get("homework/coins")).toEqual([
      { fragment: "b", isTaken: false, href: "#c", link: "Coins (c): Second" },
    ]);
  });

  test("is named beside what has its id now", async () => {
    const after = await page("content/homework/coins.md", "# Coins\n\n## (a) Second\n\n## (b) First\n");
    const once = moved("homework/coins#a", "homework/coins#b");
    const first = entries.find(({ addresses }) => addresses[0] === "homework/coins#b")?.tag ?? "";
    const twice = moved(first, "homework/coins#a", once);
    const former = formerAnchors(twice, { pages: [after], titles, figures }).get("homework/coins");
    expect(former?.map(({ fragment, isTaken, href }) => [fragment, isTaken, href]).toSorted()).toEqual([
      ["a", true, "#b"],
      ["b", true, "#a"],
    ]);
  });

  test("is explained where it was withdrawn, with what to see instead", async () => {
    const after = await page("content/homework/coins.md", "# Coins\n\n## (a) First\n");
    const retirement = { date: "2026-11-22", reason: "Joined to (a)", see: "homework/coins#a" };
    const retired = retireEntries(entries, "homework/coins#b", retirement) ?? [];
    const tag = retired.find((entry) => entry.retirement)?.tag;
    expect(formerAnchors(retired, { pages: [after], titles, figures }).get("homework/coins")).toEqual([
      {
        fragment: "b",
        isTaken: false,
        href: "#a",
        link: "Coins (a): First",
        withdrawn: "Joined to (a) (2026-11-22)",
        explained: `../../t/${tag}/`,
      },
    ]);
  });
});

describe("a page that is gone", () => {
  const elsewhere = page("content/seminar/coins.md", "# Coins\n\n## (a) First\n\n## (b) Second\n");

  test("leads to where it went, and each of its places to the same place", async () => {
    const site = { pages: [await elsewhere], titles, figures };
    const pages = formerPages(moved("homework/coins", "seminar/coins"), site);
    expect(pages).toMatchObject([{ address: "homework/coins", href: "../../seminar/coins/", link: "Coins" }]);
    expect(pages[0]?.anchors.map(({ fragment, href }) => [fragment, href]).toSorted()).toEqual([
      ["a", "../../seminar/coins/#a"],
      ["b", "../../seminar/coins/#b"],
    ]);
  });

  test("takes its assignment along, where that is gone too", async () => {
    const site = {
      pages: [await elsewhere],
      titles: new Map([
        ["", "Walks"],
        ["seminar", "Seminar"],
      ]),
      figures,
    };
    const pages = formerPages(moved("homework", "seminar"), site);
    expect(pages.map(({ address, href, link }) => [address, href, link])).toEqual([
      ["homework/coins", "../../seminar/coins/", "Coins"],
      ["homework", "../seminar/", "Seminar"],
    ]);
  });

  test("has no page where a present one differs from it only in letter case", async () => {
    const site = {
      pages: [await page("content/homework/Coins.md", "# Coins\n\n## (a) First\n\n## (b) Second\n")],
      titles,
      figures,
    };
    expect(formerPages(moved("homework/coins", "homework/Coins"), site)).toEqual([]);
  });

  test("says why it was withdrawn, and leads to the nearest page that is left", () => {
    const retired =
      retireEntries(entries, "homework/coins", { date: "2026-11-22", reason: "Out of date" }) ?? [];
    expect(formerPages(retired, { pages: [], titles, figures })).toMatchObject([
      { address: "homework/coins", href: "../", link: "Homework", withdrawn: "Out of date (2026-11-22)" },
    ]);
  });
});
