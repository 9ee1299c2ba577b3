import { expect, test } from "vitest";
import { parseElements } from "../../../publish/html.ts";
import type { Choice } from "../../../publish/linear/choice.ts";
import { findWithheld } from "../../../publish/linear/withheld.ts";
import { withhold } from "../../../publish/linear/withhold.ts";

const statements: Choice = { solutions: "none", hints: "open" };
const reference = (id: string, n = "") =>
  `<sup><a href="#fn-${id}" id="fnref-${id}${n}" data-footnote-ref>x</a></sup>`;
const footnote = (id: string, text = id) => `<li id="fn-${id}"><p>${text}</p></li>`;
const page = (content: string) => `<html><body><article>${content}</article></body></html>`;
const list = (...notes: readonly string[]) =>
  `<section data-footnotes class="footnotes"><h2>Notes</h2><ol>${notes.join("")}</ol></section>`;

test("a footnote goes with the last text that refers to it, and the others keep their numbers", () => {
  const copy = withhold(
    page(
      `<section class="block-statement">${reference("b")}</section>
       <section class="block-solution">${reference("a")}${reference("b", "-2")}${reference("c")}</section>
       ${list(footnote("a"), footnote("b"), footnote("c"))}`,
    ),
    statements,
  );
  expect(copy).toContain('<li id="fn-b" value="2"><p>b</p></li>');
  expect(copy).not.toMatch(/fn-a|fn-c/);
});

test("a footnote of a footnote that goes, goes too, and without any left so does their heading", () => {
  const copy = withhold(
    page(
      `<section class="block-solution">${reference("a")}</section>
       ${list(footnote("a", `see ${reference("b")}`), footnote("b", `and ${reference("b", "-2")}`))}`,
    ),
    statements,
  );
  expect(copy).not.toMatch(/Notes|fn-/);
});

test("a correction goes, unless it corrects what is told", () => {
  const correction = (id: string) =>
    `<section class="block block-correction" id="${id}"><p>${id}</p></section>`;
  const remark = '<aside class="note note-annotation" id="remark">It is easy.</aside>';
  const text = page(
    `<section class="block-statement">${correction("statement")}</section>${correction("solution")}${remark}`,
  );
  const ids = findWithheld(parseElements(text), statements).map(
    ({ attributes }) => attributes.get("id")?.value,
  );
  expect(ids).toEqual(["solution", "remark"]);
  expect(findWithheld(parseElements(text), { solutions: "full", hints: "none" })).toEqual([]);
});
