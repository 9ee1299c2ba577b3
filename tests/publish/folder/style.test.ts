import { expect, test } from "vitest";
import { policyOnDisk } from "../../../publish/folder/policy.ts";
import { rewriteStyle } from "../../../publish/folder/style.ts";
import { listedSite } from "../sites.ts";

const site = listedSite([
  ...["a.css", "f.woff2", "f.woff", "f.ttf"].map((name) => `_astro/${name}`),
  "fonts/g 1.woff2",
]);
const rewrite = (css: string) => rewriteStyle(site, "_astro/a.css", css);

test("fonts and imports are relative to the stylesheet, whatever their quotes", () => {
  expect(rewrite("a{src:url(/_astro/f.woff2) format('woff2'),url( \"/fonts/g%201.woff2\" )}").text).toBe(
    "a{src:url(f.woff2) format('woff2'),url( \"../fonts/g%201.woff2\" )}",
  );
  expect(rewrite('@import "/_astro/a.css";').text).toBe('@import "a.css";');
});

test("an address in a comment or a string is none", () => {
  const css = `/* url(/gone) */ a::after{content:"url(/gone)"} b{fill:url(#c);src:url(data:,)}`;
  expect(rewrite(css)).toEqual({ text: css, obstacles: [], used: [], left: [] });
});

test("of a face that is there as WOFF2 the older formats are left out, and what else it lists stays", () => {
  const face = (list: string) => `a{b:c}@font-face{font-family:F;src:${list};font-display:swap}`;
  const { text, left, used } = rewrite(
    face('local(F),url(/_astro/f.woff2)format("woff2"),url(/_astro/f.woff)format("woff"),url(f.ttf)'),
  );
  expect(text).toBe(face('local(F),url(f.woff2)format("woff2")'));
  expect([left, used]).toEqual([["_astro/f.woff", "_astro/f.ttf"], ["_astro/f.woff2"]]);
  for (const list of [
    'url(f.woff) format("woff"), url(f.ttf)',
    "url(data:font/woff2;base64,AA==)format('woff2'),local(G)",
  ]) {
    expect(rewrite(face(list))).toMatchObject({ text: face(list), left: [] });
  }
});

test("a missing font and one of another host are reported", () => {
  const rules = rewrite("a{src:url(gone.woff2),url(//a.example/f)}").obstacles.map(({ rule }) => rule);
  expect(rules).toEqual(["missing-file", "other-host"]);
});

test("the policy of a page from disk allows less, but for workers from blobs", () => {
  const served =
    "default-src 'none'; script-src 'self' 'sha256-x'; connect-src 'self'; worker-src 'self' blob:";
  expect(policyOnDisk(served)).toBe(
    "default-src 'none'; script-src 'self' 'sha256-x'; connect-src 'none'; worker-src blob:",
  );
  expect(policyOnDisk("worker-src 'none';")).toBe("worker-src 'none'");
});
