import domino from "domino";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { expect, test } from "vitest";
import { compileSelector } from "../../../../publish/single/fonts/selector.ts";

const page = `<main id="m"><p class="a b" title="1">A<em>B</em></p><p class="c"><em class="a">C</em></p>
  <ul><li>1</li><li class="a">2<span><b title="2">D</b></span></li></ul></main>`;

/** All elements that a selector could match, by their order in the page. */
function matched(selector: string): number[] {
  const { couldMatch } = compileSelector(selector);
  return elementsOf(parse(page)).flatMap((element, index) => (couldMatch(element) ? [index] : []));
}

function elementsOf(node: DefaultTreeAdapterTypes.Node): DefaultTreeAdapterTypes.Element[] {
  const children = "childNodes" in node ? node.childNodes : [];
  return [...("tagName" in node ? [node] : []), ...children.flatMap(elementsOf)];
}

/** The same by a selector engine. */
function selected(selector: string): number[] {
  const document = domino.createDocument(page);
  const all = Array.from(document.querySelectorAll("*"));
  const found = Array.from(document.querySelectorAll(selector), (element) => all.indexOf(element));
  return found.sort((a, b) => a - b);
}

const plain = [
  ...["p", "*", ".a", "p.a", ".a.b", "#m", "#m em", "p > em", "main > em", "main em", "ul > li > span > b"],
  ...["[title]", '[title="2"]', "b[title='1']", "main>p>.a", "li b", "html body main p em.a"],
];

test.each(plain)("%s matches what a selector engine selects", (selector) => {
  expect(matched(selector)).toEqual(selected(selector));
});

const more = [
  "li + li",
  "p ~ ul b",
  "li:first-child",
  "p:not(.c)",
  "em:nth-child(2n + 1)",
  "li:not(:first-child) b",
];

test.each(more)("%s matches at least what a selector engine selects", (selector) => {
  expect(matched(selector)).toEqual(expect.arrayContaining(selected(selector)));
});

test("any selector of a list may match", () => {
  expect(matched(":is(em, li > span) ")).toEqual([...selected("em"), ...selected("li > span")]);
  expect(matched("p :where(.a)")).toEqual(selected("p .a"));
});

test("a selector of a state matches whatever may come into it", () => {
  expect(matched("b[open]")).toEqual(selected("b"));
  expect(matched('b[data-state="live"]')).toEqual(selected("b"));
  expect(compileSelector("b[open]").isConditional).toBe(true);
});

test("states and elements of their own count as possible", () => {
  expect(matched("b:hover")).toEqual(selected("b"));
  expect(matched("b::before")).toEqual(selected("b"));
  expect(compileSelector("b:hover").isConditional).toBe(true);
  expect(compileSelector(":root b").isConditional).toBe(false);
});
