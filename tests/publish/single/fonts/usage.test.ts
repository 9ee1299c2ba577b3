import { parse } from "parse5";
import { expect, test } from "vitest";
import { parseFace, shareCharacters } from "../../../../publish/single/fonts/faces.ts";
import { parseSheet } from "../../../../publish/single/fonts/rules.ts";
import { findUses } from "../../../../publish/single/fonts/usage.ts";

/** What each face of a stylesheet has to show of a page, without the digits and the space that all may show. */
async function shares(css: string, html: string): Promise<string[]> {
  const sheet = await parseSheet(css);
  const found = shareCharacters(sheet.faces.map(parseFace), findUses([parse(html)], sheet));
  return found.map((share) =>
    [...share]
      .filter((character) => !/[\d\s]/.test(character))
      .sort()
      .join(""),
  );
}

const face = (family: string, more = "") => `@font-face{font-family:${family};src:url(a.woff2);${more}}`;
const four = ["", "font-weight:700;", "font-style:italic;", "font-weight:700;font-style:italic;"]
  .map((more) => face("A", more))
  .join("");

test("family, weight and style are told apart, and inherited", async () => {
  const css = `${four}body{font-family:A}`;
  const html = "<p>r<b>b<i>x</i></b><em>i</em><h1>h</h1></p>";
  expect(await shares(css, html)).toEqual(["Rr", "BHbh", "Ii", "Xx"]);
});

test("the nearest weight is taken, and any style where there is no other", async () => {
  const css = `${face("A", "font-weight:400;")}${face("A", "font-weight:600;")}.a{font:italic 800 1em A}`;
  expect(await shares(css, "<p class=a>a")).toEqual(["", "Aa"]);
});

test("a range of weights is one face", async () => {
  const css = `${face("A", "font-weight:200 900;")}*{font-family:A}.x{font-weight:620}`;
  expect(await shares(css, "<p>a<i class=x>b</i>")).toEqual(["ABab"]);
});

test("each face shows the characters of its range", async () => {
  const css = `${face("A", "unicode-range:U+0-FF;")}${face("A", "unicode-range:U+370-3FF,U+1F??;")}p{font-family:A}`;
  expect(await shares(css, "<p>aσ→ἀ")).toEqual(
    ["Aa", "Σσἀ".split("").sort().join("")].map((s) => expect.stringContaining(s.slice(0, 1))),
  );
});

test("a fallback shows it too, for the first face may lack it", async () => {
  const css = `${face("A")}${face("B")}p{font-family:"A",B,serif}`;
  expect(await shares(css, "<p>q")).toEqual(["Qq", "Qq"]);
});

test("custom properties are followed, also with a fallback", async () => {
  const css = `${face("A")}${face("B")}:root{--f:A,serif}p{font:400 var(--size,1rem)/1.4 var(--f)}q{font-family:var(--g,B)}`;
  expect(await shares(css, "<p>a</p><q>b</q>")).toEqual(["Aa", "Bb"]);
});

test("a rule that may not count leaves what was before it possible", async () => {
  const css = `${face("A")}${face("B")}p{font-family:A}@media print{p{font-family:B}}p:hover{font-weight:700}`;
  expect(await shares(css, "<p>a")).toEqual(["Aa", "Aa"]);
});

test("characters of stylesheets are shown, and attributes of SVG choose a font", async () => {
  const css = `${face("A")}p{font-family:A}p::before{content:"\\2192" counter(n) "§"}`;
  expect(await shares(css, '<p>a</p><svg><text font-family="A">t</text></svg>')).toEqual(["ATat§→"]);
});

test("MathML behind a formula, scripts and styles show nothing", async () => {
  const css = `${face("A")}*{font-family:A}`;
  const html = "<style>z{}</style><p>a<span><math><mi>x</mi></math></span><script>y</script>";
  expect(await shares(css, html)).toEqual(["Aa"]);
});
