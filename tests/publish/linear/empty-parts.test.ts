import { expect, test } from "vitest";
import { withoutEmptyParts } from "../../../publish/linear/empty-parts.ts";

const page = (content: string) => `<html><body><article>${content}</article></body></html>`;

test("a heading goes with the last of what stood below it", () => {
  expect(
    withoutEmptyParts(page('<p>A</p><h2 id="a">(a)</h2> <h2>(b)</h2><p>B</p><h2>(c)</h2><div> </div>')),
  ).toBe(page("<p>A</p> <h2>(b)</h2><p>B</p><div> </div>"));
});

test("a heading with another below it stays if that one does", () => {
  const kept = "<h2>(a)</h2><h3>One</h3><p>A</p>";
  expect(withoutEmptyParts(page(`${kept}<h2>(b)</h2><h3>Two</h3>`))).toBe(page(kept));
});

test("a picture is something, and so is a formula", () => {
  const text = page('<h2>(a)</h2><img src="a.png" alt=""><h2>(b)</h2><svg></svg>');
  expect(withoutEmptyParts(text)).toBe(text);
});
