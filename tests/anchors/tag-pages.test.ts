import { describe, expect, test } from "vitest";
import { assignTags } from "../../anchors/assign.ts";
import { excerpt } from "../../anchors/excerpt.ts";
import { itemsOf } from "../../anchors/items.ts";
import type { Entry } from "../../anchors/ledger.ts";
import { tagPages } from "../../anchors/tag-pages.ts";
import { divergencesPage, page } from "./course.ts";

const problem = await divergencesPage();
const site = {
  pages: [problem],
  titles: new Map([
    ["", "Deep learning"],
    ["homework", "Homework 1"],
  ]),
  figures: new Map([["walk", "A random walk"]]),
};
const entries = assignTags(itemsOf(problem), []);
const pages = tagPages(entries, site);
const byTitle = (title: string) => pages.find((each) => each.title === title);

describe("the page of a tag", () => {
  test("has a title and a description of its own", () => {
    expect(pages.map(({ title, description }) => [title, description]).toSorted()).toEqual([
      [
        "Problem 2 (a): One-sided infinity",
        "Part (a) of “Comparing distributions”. How far one distribution is from another.",
      ],
      [
        "Problem 2 (b): Cover or seek",
        "Part (b) of “Comparing distributions”. How far one distribution is from another.",
      ],
      [
        "Problem 2, claim P2-03, judged wrong",
        "The claim “One such point is enough” is wrong. A point has probability zero.",
      ],
      ["Problem 2, equation (1)", "In “Comparing distributions”: D = log 2"],
      [
        "Problem 2, figure: A random walk",
        "An interactive figure in “Comparing distributions”. How far one distribution is from another.",
      ],
      ["Problem 2: Comparing distributions", "How far one distribution is from another."],
    ]);
  });

  test.each([
    "https://example.org/t/7K3F/",
    "https://example.org/course/t/7K3F/",
    "file:///media/My%20stick/t/7K3F/index.html",
  ])("leads to its item's anchor from %s", (here) => {
    const href = byTitle("Problem 2, equation (1)")?.href ?? "";
    expect(new URL(href, here).href).toBe(here.replace(/t\/.*/, "homework/problem-2/#eq:kl"));
  });

  test("of a problem without number and parts without letter is named by titles", async () => {
    const plain = await page("content/walks.md", "# Walks\n\nLead.\n\n## Coins {#coins}\n");
    const titles = tagPages(assignTags(itemsOf(plain), []), { ...site, pages: [plain] });
    expect(titles.map(({ title }) => title).toSorted()).toEqual(["Walks", "Walks: Coins"]);
  });

  test("is missing for an item that has vanished, which is an error of every build", () => {
    expect(tagPages(entries, { ...site, pages: [] })).toEqual([]);
  });

  test("of a moved tag leads to the new place", () => {
    const moved: Entry = {
      tag: "7K3F",
      kind: "part",
      fingerprint: "0",
      addresses: ["x#a", "homework/problem-2#b"],
    };
    expect(tagPages([moved], site)).toMatchObject([
      { href: "../../homework/problem-2/#b", isRetired: false },
    ]);
  });
});

describe("the page of a retired tag", () => {
  const retired = (address: string, see?: string) => {
    const retirement = {
      date: "2026-11-22",
      reason: "Joined to part (a).",
      ...(see === undefined ? {} : { see }),
    };
    const entry: Entry = { tag: "7K3F", kind: "part", fingerprint: "0", addresses: [address], retirement };
    return tagPages([entry], site);
  };

  test("explains, and leads to the problem that the item was in", () => {
    expect(retired("homework/problem-2#z")).toEqual([
      {
        tag: "7K3F",
        title: "This part was withdrawn",
        description: "Joined to part (a). (2026-11-22)",
        href: "../../homework/problem-2/",
        link: "Problem 2: Comparing distributions",
        isRetired: true,
      },
    ]);
  });

  test("leads to what it names instead", () => {
    expect(retired("gone#z", "homework/problem-2#a")).toMatchObject([
      { href: "../../homework/problem-2/#a" },
    ]);
  });

  test("leads to the nearest page that is left", () => {
    expect(retired("homework/problem-9#z")).toMatchObject([{ href: "../../homework/", link: "Homework 1" }]);
    expect(retired("seminar/essay")).toMatchObject([{ href: "../../", link: "Deep learning" }]);
  });
});

describe("an excerpt", () => {
  test("is cut at a word, on one line, within its length", () => {
    expect(excerpt("a  short\ntext", 20)).toBe("a short text");
    expect(excerpt("a rather longer text", 12)).toBe("a rather …");
    expect(excerpt("a".repeat(30), 12).length).toBeLessThanOrEqual(13);
  });
});
