import { expect, test } from "vitest";
import { applyEdits } from "../../../publish/edits.ts";
import { parseElements } from "../../../publish/html.ts";
import { idsIn, renameIds, renamingEdits } from "../../../publish/single/ids.ts";

test("only ids that two pages share get the name of their page", () => {
  const renamed = renameIds(
    ["main", "a"],
    [
      { prefix: "p1", ids: ["a", "b", "only"] },
      { prefix: "p2", ids: ["b", "main"] },
    ],
  );
  expect(renamed.map((names) => Object.fromEntries(names))).toEqual([
    { a: "p1-a", b: "p1-b" },
    { b: "p2-b", main: "p2-main" },
  ]);
});

test("a new name is never one that is there", () => {
  const [first] = renameIds(["a", "p-a"], [{ prefix: "p", ids: ["a"] }]);
  expect(first?.get("a")).toBe("p-a-");
});

test("whatever refers to an id follows it", () => {
  const html = `<p id="a" aria-labelledby="b a" style="fill:url(#a)"><button popovertarget="a" title="a"></button><g clip-path="url('#a')"/><label for=a>`;
  const edits = parseElements(html).flatMap((element) => renamingEdits(element, new Map([["a", "p-a"]])));
  expect(applyEdits(html, edits)).toBe(
    `<p id="p-a" aria-labelledby="b p-a" style="fill:url(#p-a)"><button popovertarget="p-a" title="a"></button><g clip-path="url('#p-a')"/><label for="p-a">`,
  );
  expect(idsIn(`${html}<p id='b'><p id=c>`)).toEqual(["a", "b", "c"]);
});
