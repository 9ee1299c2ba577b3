import { expect, test } from "vitest";
import { applyEdits } from "../../../publish/edits.ts";
import { parseElements } from "../../../publish/html.ts";
import { lostLinkEdits } from "../../../publish/linear/links.ts";
import { listedSite } from "../sites.ts";

const site = listedSite(["hw/p1/index.html", "hw/p2/index.html"]);
const remaining = new Map([
  ["hw/p1/index.html", new Set(["a"])],
  ["hw/p2/index.html", new Set<string>()],
]);
const follow = (text: string, live?: string) =>
  applyEdits(text, lostLinkEdits(parseElements(text), "hw/p1/index.html", remaining, { site, live }));

test("a link to what was left out leads to the live page, or is words", () => {
  expect(follow('<a href="../p2/#eq:kl">x</a>', "https://c.example/x/")).toBe(
    '<a href="https://c.example/x/hw/p2/#eq:kl">x</a>',
  );
  expect(follow('<a href="#eq:kl">x</a>')).toBe("<a data-left-out>x</a>");
});

test("all other links stay", () => {
  const text = '<a href="#a">x</a><a href="../p2/">y</a><a href="https://elsewhere.example/#b">z</a>';
  expect(follow(text, "https://c.example/")).toBe(text);
});
