import { expect, test } from "vitest";
import { parseDeclarations, parseSheet, splitTop } from "../../../../publish/single/fonts/rules.ts";

test("rules are read in order, with their conditions, and nested ones are flattened", async () => {
  const { rules } = await parseSheet(
    ".a,.b{font:1em X;.c &{color:red}&:hover{color:blue}}@media print{@supports (a:b){p{font-weight:700}}}",
  );
  const read = rules.map(({ selectors, declarations, isConditional }) => ({
    selectors,
    names: [...declarations.keys()],
    isConditional,
  }));
  expect(read[0]).toEqual({ selectors: [".a", ".b"], names: ["font"], isConditional: false });
  expect(read[1]?.selectors.join()).toContain(".c");
  expect(read.at(-1)).toEqual({ selectors: ["p"], names: ["font-weight"], isConditional: true });
});

test("faces are read, and neither key frames nor page boxes are rules", async () => {
  const { rules, faces } = await parseSheet(
    '@font-face{font-family:"A B";src:url(a;b.woff2)}@keyframes k{from{top:0}to{top:1px}}@page{margin:0;@bottom-right{content:"x"}}b{top:0}',
  );
  expect(faces.map((face) => face.get("src"))).toEqual(["url(a;b.woff2)"]);
  expect(rules.map(({ selectors }) => selectors.join())).toEqual(["b"]);
});

test("braces in strings, comments and brackets close nothing", async () => {
  const { rules } = await parseSheet("/* } */ a::before{content:\"}{\"} b[c='}']{top:0} /* { */ d{top:0}");
  expect(rules.map(({ selectors }) => selectors.join())).toEqual(["a::before", 'b[c="}"]', "d"]);
});

test("of two declarations of a property both may count", () => {
  expect(parseDeclarations("font-family:A;font-family:B;x").get("font-family")).toBe("A, B");
});

test("a mark in brackets or strings splits nothing", () => {
  expect(splitTop('a, :is(b, c), [d="e,f"], "g,h"', ",")).toEqual(["a", ":is(b, c)", '[d="e,f"]', '"g,h"']);
});
