import { expect, test } from "vitest";
import { rewritePage } from "../../../publish/folder/page.ts";
import { listedSite } from "../sites.ts";

const site = listedSite([
  "index.html",
  "a/index.html",
  "t/2B4K/index.html",
  "_astro/a.js",
  "_astro/a.css",
  "a.png",
]);
const rewrite = (html: string) => rewritePage(site, "a/index.html", html);
const found = (html: string) =>
  rewrite(html).obstacles.map(({ rule, line, column }) => `${line}:${column} ${rule}`);

test("links name their file", () => {
  expect(rewrite('<p><a class=x href="../?s=1#b">A</a>').text).toBe(
    '<p><a class=x href="../index.html?s=1#b">A</a>',
  );
});

test("what needs no rewriting stays byte for byte", () => {
  const html =
    "<!doctype html><P Class='a' >1 &lt; 2<BR/><a href='#b'>b</a><a href=https://a.example/?a&b>c</a>";
  expect(rewrite(html).text).toBe(html);
});

test("a module script becomes a classic one after the loader", () => {
  const { text, modules } = rewrite('<head></head><body><script type="module" src="/_astro/a.js"></script>');
  expect(text).toBe(
    '<head></head><body><script defer src="../_offline/loader.js"></script>' +
      '<script defer data-entry src="../_astro/a.js"></script>',
  );
  expect(modules).toEqual(["_astro/a.js"]);
});

test("a page without a module has no loader", () => {
  expect(rewrite("<p>A").text).not.toContain("loader");
});

test("styles, pictures and sets of pictures are relative, without what asks for headers", () => {
  const html =
    '<link rel="stylesheet" crossorigin href="/_astro/a.css"><img src=/a.png srcset="/a.png 1x, /a.png 2x">';
  expect(rewrite(html).text).toBe(
    '<link rel="stylesheet"  href="../_astro/a.css"><img src="../a.png" srcset="../a.png 1x, ../a.png 2x">',
  );
});

test("a style attribute and a style element are rewritten too", () => {
  const html = `<style>p{background:url(/a.png)}</style><p style="background:url('/a.png')">`;
  expect(rewrite(html).text).toBe(
    `<style>p{background:url(../a.png)}</style><p style="background:url('../a.png')">`,
  );
});

test("announcements of what will be loaded are left out", () => {
  const html = '<link rel="modulepreload" href="/_astro/a.js"><link rel="manifest" href="/m.json"><p>A';
  expect(rewrite(html).text).toBe("<p>A");
});

test("a redirect leads to the file", () => {
  expect(rewrite('<meta http-equiv="refresh" content="0; url=../t/2B4K/#b">').text).toBe(
    '<meta http-equiv="refresh" content="0; url=../t/2B4K/index.html#b">',
  );
});

test("whatever would not work from disk is reported at its place", () => {
  expect(found('<p>\n<a href="/gone/">A</a>')).toEqual(["2:4 missing-file"]);
  expect(found('<img src="https://a.example/a.png">')).toEqual(["1:6 other-host"]);
  expect(found('<script type="module">import "./a.js"</script>')).toEqual(["1:1 module-script"]);
  expect(found('<script type="importmap">{}</script>')).toEqual(["1:1 module-script"]);
  expect(found('<script type="module" src="https://a.example/a.js"></script>')).toEqual(["1:23 other-host"]);
  expect(found('<script type="module" src="/gone.js"></script>')).toEqual(["1:23 missing-file"]);
  expect(found("<script>\nfetch('/a.json')</script>")).toEqual(["2:1 network-call"]);
  expect(found('<iframe src="../index.html"></iframe>')).toEqual(["1:9 unsupported-element"]);
  expect(found('<svg><use href="/a.svg#b"/></svg>')).toEqual(["1:11 unsupported-element"]);
  expect(found('<astro-island component-url="/_astro/a.js">')).toEqual(["1:15 absolute-address"]);
  expect(found('<base href="/">')).toEqual(["1:7 unsupported-element"]);
});

test("text that looks like an address is text", () => {
  expect(found('<p title="/gone/">fetch("/a")</p><svg><use href="#b"/></svg>')).toEqual([]);
});

test("what is only for served pages is cut out with all that is in it, and its files are left behind", () => {
  const html =
    '<p>A<script src="/sw.js" data-where="served"></script><form data-where="served"><a href="/gone/">x</a></form><nav data-where="served folder">B</nav>';
  const { text, obstacles, servedOnly } = rewrite(html);
  expect(text).toBe('<p>A<nav data-where="served folder">B</nav>');
  expect(obstacles).toEqual([]);
  expect(servedOnly).toEqual([]);
  const listed = listedSite(["a/index.html", "sw.js", "m.json"]);
  const links = '<script src="/sw.js" data-where="served"></script><link href="/m.json" data-where="served">';
  expect(rewritePage(listed, "a/index.html", links).servedOnly).toEqual(["sw.js", "m.json"]);
});

test("the frame says where the root is, and that pages are files", () => {
  expect(rewrite('<html lang="en" data-root="/"><p>A').text).toBe(
    '<html lang="en" data-root="../" data-index="index.html" data-copy="folder"><p>A',
  );
  expect(rewritePage(site, "index.html", '<html data-root="/">').text).toContain('data-root="./"');
});

test("the last line of the footer says what the copy was made of", () => {
  const { text } = rewrite("<body><footer><p>B</p></footer></body>");
  expect(text).toMatch(/<p>B<\/p><p class="copy-note">A copy, made of .*<\/p><\/footer><\/body>$/);
});

test("a picture for link previews is only for where the site is served, unless the page shows it", () => {
  const card = '<meta property="og:image" content="https://a.example/a.png">';
  expect(rewrite(card)).toMatchObject({ servedOnly: ["a.png"], used: [] });
  expect(rewrite(`${card}<img src="/a.png">`)).toMatchObject({ servedOnly: ["a.png"], used: ["a.png"] });
});
