import { describe, expect, test } from "vitest";
import { anchorsOf } from "../../anchors/anchor-list.ts";
import { assignTags } from "../../anchors/assign.ts";
import { itemsOf } from "../../anchors/items.ts";
import { plainTex } from "../../markdown/plain/tex.ts";
import { buildIndex } from "../../search/build-index.ts";
import { collectEntries } from "../../search/collect-entries.ts";
import type { Entry } from "../../search/entry.ts";
import { passagesOf } from "../../search/passages.ts";
import { openSearch } from "../../search/search.ts";
import { divergencesPage, page } from "../anchors/course.ts";

const problem = await divergencesPage("content/homework/problem-2/index.md");
const walks = await page(
  "content/walks.md",
  "# Random walks\n\nA walk of n steps ends about $\\sqrt{n}$ away.\n\n## Coins {#coins}\n\nThrow a coin.\n",
);
const tags = assignTags(itemsOf(problem), []);
const site = { pages: [problem, walks], titles: new Map(), figures: new Map([["walk", "A random walk"]]) };
const source = {
  anchors: anchorsOf(tags, site),
  assignments: [{ address: "homework", title: "Homework", number: "1", text: "All of it." }],
  topics: [{ address: "topics/entropy", title: "entropy", problems: ["Comparing distributions"] }],
  experiments: new Map(),
  plain: (tex: string) => plainTex(tex, {}),
  nameReference: (address: string) => `the page ${address}`,
};
const entries = collectEntries(source);
const search = openSearch(JSON.parse(JSON.stringify(buildIndex(entries, ["9X9X"]))));
const first = (query: string) => search(query)[0]?.entry;

describe("a search", () => {
  test("finds every kind of place", () => {
    const kinds = new Set(entries.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual([
      "assignment",
      "claim",
      "equation",
      "figure",
      "part",
      "passage",
      "problem",
      "topic",
    ]);
    for (const [id, { kind, title, text }] of entries.entries()) {
      const found = search(title === "" ? text : title).map(({ entry }) =>
        entries.findIndex((each) => each.href === entry.href && each.kind === entry.kind),
      );
      expect(found, `${kind} ${id}`).toContain(
        entries.findIndex((each) => each.href === entries[id]?.href && each.kind === kind),
      );
    }
  });

  test.each([
    ["comparing distributions", "homework/problem-2/"],
    ["compering distribusions", "homework/problem-2/"],
    ["one-sided", "homework/problem-2/#a"],
    ["cover", "homework/problem-2/#b"],
    ["eq kl", "homework/problem-2/#eq:kl"],
    ["D = \\log 2", "homework/problem-2/#eq:kl"],
    ["logarithm of 2", "homework/problem-2/#eq:kl"],
    ["P2-03", "homework/problem-2/#P2-03"],
    ["such point is enough", "homework/problem-2/#P2-03"],
    ["walk", "homework/problem-2/#fig-walk"],
    ["entropy", "topics/entropy/"],
    ["Homework", "homework/"],
    ["throw a coin", "walks/#coins"],
    ["2b", "homework/problem-2/#b"],
    ["hw 1 2a", "homework/problem-2/#a"],
    ["problem 2", "homework/problem-2/"],
  ])("for “%s” finds %s first", (query, href) => {
    expect(first(query)?.href).toBe(href);
  });

  test("for a tag in any case finds its place first", () => {
    for (const { tag, addresses } of tags) {
      expect(first(tag.toLowerCase())?.href.replace(/\/(?=#|$)/, "")).toBe(addresses[0]);
    }
  });

  test("for a retired tag leads to the page that explains", () => {
    expect(first("9x9x")).toMatchObject({ href: "t/9X9X/", title: "Withdrawn" });
  });

  test("that finds no place with all the words finds those with some", () => {
    expect(first("coin zebra")?.href).toBe("walks/#coins");
  });

  test.each(["", " ", "the", "?!", "<script>", "\\", "(".repeat(2000), "a".repeat(5000), "\u0000\uD800"])(
    "for “%.9s” does not fail",
    (query) => {
      expect(Array.isArray(search(query))).toBe(true);
    },
  );

  test("is made of equal data for equal courses", () => {
    expect(JSON.stringify(buildIndex(collectEntries(source)))).toBe(JSON.stringify(buildIndex(entries)));
  });

  test("shows of passages below one heading the best only", () => {
    const passage = (text: string): Entry => ({
      kind: "passage",
      href: "p/#a",
      place: "P",
      title: "Heading",
      text,
    });
    const twice = openSearch(buildIndex([passage("apples"), passage("apples and pears")]));
    expect(twice("apples")).toHaveLength(1);
  });
});

describe("the passages of a page", () => {
  test("have formulas as text, the heading above them and the nearest place that a link can lead to", async () => {
    const text =
      "# T\n\nLead with $x^2$.\n\n## (a) Part\n\nIn it.\n\n### Below\n\n$$ \\label{eq:e} y=1 $$\n\nSee [](#eq:e), then *this*.\n";
    const { compiled } = await page("content/t.md", text);
    expect(passagesOf(compiled, source)).toMatchObject([
      { fragment: "", heading: "", text: "Lead with x².", tex: ["x^2"] },
      { fragment: "a", heading: "(a) Part", text: "In it." },
      { fragment: "eq:e", heading: "Below", text: "y = 1 See (1), then this." },
    ]);
  });

  test("are not interrupted by SVG, comments and elements without an end", () => {
    const segments = ['<p>One<br>two <svg><path d="M0 0"/></svg><!-- a > b -->&amp;&#x3C; three</p>'];
    expect(passagesOf({ segments }, source)).toMatchObject([{ text: "One two &< three" }]);
  });
});
