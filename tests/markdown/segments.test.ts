import { expect, test } from "vitest";
import { cutSegments, setFormulas } from "../../markdown/segments.ts";
import { compileText, htmlOf } from "./compile-text.ts";

test("a page is cut at its holes", () => {
  const hole = { kind: "reference", address: "a", fragment: "" } as const;
  const marker = `<!--ansatz-hole "${encodeURIComponent(JSON.stringify(hole))}"-->`;
  expect(cutSegments(`<p>a</p>${marker}<p>b</p>`)).toEqual(["<p>a</p>", hole, "<p>b</p>"]);
});

test("formulas are set into their places", () => {
  expect(setFormulas('a<!--ansatz-formula "1"-->b<!--ansatz-formula "0"-->', ["$&", "y"])).toBe("ayb$&");
});

const markers = ["<!--ansatz-hole %7B%7D-->", '<!--ansatz-hole "%7B%7D"-->', '<!--ansatz-formula "0"-->'];

test.each(markers)("%s in an author's attributes is no marker", async (marker) => {
  const compiled = await compileText(`# T\n\n![a ${marker}](x.svg '${marker}') and $y$\n`, { "x.svg": "" });
  expect(compiled.mistakes).toEqual([]);
  expect(compiled.segments).toHaveLength(1);
  expect(htmlOf(compiled).match(/class="katex"/g)).toHaveLength(1);
});
