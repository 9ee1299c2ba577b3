import { describe, expect, test } from "vitest";
import { anchorsOf } from "../../anchors/anchor-list.ts";
import type { TaggedPage } from "../../anchors/items.ts";
import { bare, withOwnNames } from "../../components/previews/bare.ts";
import { type Excerpt, excerptsOf } from "../../components/previews/excerpts.ts";
import { elementAt, elementWithId, without } from "../../components/previews/markup.ts";
import { divergencesPage, page } from "../anchors/course.ts";

function excerptsIn(tagged: TaggedPage): Record<string, Excerpt> {
  const site = {
    pages: [tagged],
    titles: new Map(),
    figures: new Map([["walk", "A random walk"]]),
    macros: {},
  };
  return excerptsOf(tagged, anchorsOf([], site), {
    nameReference: (address) => `<${address}>`,
    frameOf: ({ name }) => ({
      svg: `<svg id="${name}"><clipPath id="c"></clipPath><g clip-path="url(#c)"></g></svg>`,
      description: "It strays & returns.",
    }),
  });
}

describe("the markup of a compiled page", () => {
  test("an element ends where it is closed, whatever its attributes and its text hold", () => {
    const html = '<p>a</p><div title="a > b"><div>1 <br> <img alt="</div>"></div>2</div><p>b</p>';
    expect(elementAt(html, html.indexOf("<div"))).toBe(html.slice(8, -8));
  });

  test("an element that closes itself ends there", () => {
    const html = '<svg><path d="M0"/><path d="M1"/></svg><p>b</p>';
    expect(elementAt(html, 0)).toBe('<svg><path d="M0"/><path d="M1"/></svg>');
    expect(elementAt(html, 5)).toBe('<path d="M0"/>');
  });

  test("words that read like an id are none", () => {
    expect(elementWithId('<p>id="a" and <b>x</b></p><h2 class="part" id="a">A</h2>', "a")).toBe(
      '<h2 class="part" id="a">A</h2>',
    );
    expect(elementWithId('<h2 id="ab">A</h2>', "a")).toBeUndefined();
  });

  test("taking elements away takes what is in them", () => {
    expect(without("a<i><i>b</i></i>c<i>d</i>e", /<i>/g)).toBe("ace");
  });
});

describe("a piece of a page in another", () => {
  test("has no ids, controls and files, and its links are written from the root", () => {
    const html =
      '<p id="x" data-y="1" data-verdict="wrong">See <a href="#b">b</a>, <a href="../p/?a=1#c">c</a>, ' +
      '<a href="https://elsewhere.example/">d</a> <button type="button">no</button><img src="a.png" alt="a cup"></p>';
    expect(bare(html, "homework/q")).toBe(
      '<p data-verdict="wrong">See <a data-to="homework/q/#b">b</a>, <a data-to="homework/p/?a=1#c">c</a>, ' +
        '<a href="https://elsewhere.example/">d</a> <i>(Picture: a cup)</i></p>',
    );
  });

  test("keeps words of the text that read like attributes", () => {
    expect(bare('<p>write id="x" and href="#b"</p>', "q")).toBe('<p>write id="x" and href="#b"</p>');
  });

  test("has names of its own for what a picture refers to", () => {
    expect(withOwnNames('<g id="c"></g><g clip-path="url(#c)"></g><use href="#c"></use>')).toBe(
      '<g id="preview-c"></g><g clip-path="url(#preview-c)"></g><use href="#preview-c"></use>',
    );
  });
});

describe("excerpts", () => {
  test("there is one for each item of the page, without an id", async () => {
    const excerpts = excerptsIn(await divergencesPage("content/homework/problem-2/index.md"));
    expect(Object.keys(excerpts)).toEqual(
      expect.arrayContaining(["eq:kl", "eq:unused", "P2-03", "fig-walk"]),
    );
    for (const [fragment, { html }] of Object.entries(excerpts))
      if (fragment !== "fig-walk") expect(html).not.toMatch(/ id="/);
  });

  test("a claim shows its words, its verdict and why", async () => {
    const claim = excerptsIn(await divergencesPage("content/homework/problem-2/index.md"))["P2-03"];
    expect(claim?.title).toBe("Problem 2, claim P2-03, judged wrong");
    const words = claim?.html
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    expect(words).toBe("One such point is enough Wrong. A point has probability zero.");
  });

  test("a figure shows its frame and what it is", async () => {
    const figure = excerptsIn(await divergencesPage("content/homework/problem-2/index.md"))["fig-walk"];
    expect(figure?.html).toContain('clip-path="url(#preview-c)"');
    expect(figure?.html).toContain("It strays &amp; returns.");
  });

  test("a part shows the paragraph of the statement with its letter", async () => {
    const text =
      "# T\n\n:::statement\n**(a)** First?\n\n**(b)** Second?\n:::\n\n## (a) One\n\n:::hint\nSecret.\n:::\n\n## (b) Two\n\nText.\n";
    const excerpts = excerptsIn(await page("content/t.md", text));
    expect(excerpts["b"]?.html).toContain("Second?");
    expect(excerpts["a"]?.html).not.toContain("Second?");
  });

  test("without one, a part shows its own statement, or its first words; hints, answers and solutions never", async () => {
    const text =
      "# T\n\nLead.\n\n## (a) One\n\n:::hint\nSecret.\n:::\n\n:::answer\nSecret.\n:::\n\n:::statement\nAsked.\n:::\n\n" +
      "## (b) Two\n\n:::solution\nSecret.\n:::\n\nWords, see [](other.md).\n\n## (c) Three\n\n:::solution\nSecret.\n:::\n";
    const excerpts = excerptsIn(await page("content/t.md", text));
    expect(excerpts[""]?.html).toBe("<p>Lead.</p>");
    expect(excerpts["a"]?.html).toContain("Asked.");
    expect(excerpts["b"]?.html).toBe('<p>Words, see <a data-to="other/">&lt;other></a>.</p>');
    expect(excerpts["c"]).toEqual({ title: "T (c): Three", html: "" });
    expect(JSON.stringify(excerpts)).not.toContain("Secret");
  });
});
