import { expect, test } from "vitest";
import { readBuiltSite } from "../../../publish/built-site.ts";
import { readCourseMap } from "../../../publish/course-map.ts";
import { type BookFiles, renderBook } from "../../../publish/epub/book.ts";
import { readProvenance } from "../../../publish/provenance.ts";
import { writeSite } from "../sites.ts";

const title = "R&amp;D: &quot;1 &lt; 2&quot; 🎲\u0007";

function page(kind: string, heading: string, main: string): string {
  return `<!doctype html><html lang="de" data-root="/"><head><meta property="og:title" content="${heading}"><meta property="og:site_name" content="${title}"><meta name="ansatz-page" content="${kind}"><meta name="ansatz-build" content="b1"><meta name="ansatz-commit" content="c1"><meta name="ansatz-commit-time" content="2026-11-22T19:58:03Z"><meta name="author" content="A &amp; B"></head><body><main>${main}</main></body></html>`;
}

async function bookOf(problems: Readonly<Record<string, string>>): Promise<BookFiles> {
  const links = Object.keys(problems).map((name) => `<a href="/homework/${name}/">${name}</a>`);
  const files = Object.entries(problems).map(([name, main]) => [
    `homework/${name}/index.html`,
    page("problem", name, main),
  ]);
  const folder = await writeSite({
    "index.html": page("course", title, ""),
    "homework/index.html": page("assignment", title, `<h1>${title}</h1>${links.join("")}`),
    ...Object.fromEntries(files),
  });
  const site = await readBuiltSite(folder);
  const [map, provenance] = [await readCourseMap(site), await readProvenance(site)];
  const assignment = map.get("homework");
  if (assignment === undefined) throw new Error("no assignment");
  const request = {
    site,
    map,
    provenance,
    to: "",
    name: "",
    only: [],
    options: {},
    made: new Map(),
    say: () => {},
  };
  return renderBook(request, assignment, { solutions: "full", hints: "open" });
}

const textOf = (book: BookFiles, path: string) => String(book.get(`book/${path}`));

test("a title says in the book what it says on the page, without what XML cannot hold", async () => {
  const book = await bookOf({});
  expect(textOf(book, "title.xhtml")).toContain('<h1>R&amp;D: "1 &lt; 2" 🎲</h1>');
  expect(textOf(book, "package.opf")).toContain('<dc:title>R&amp;D: "1 &lt; 2" 🎲</dc:title>');
});

test("an assignment without problems is a book of its title and its errata", async () => {
  const book = await bookOf({});
  const files = [...book.keys()].filter((path) => path.endsWith(".xhtml"));
  expect(files).toEqual(["book/nav.xhtml", "book/title.xhtml", "book/errata.xhtml"]);
  expect(textOf(book, "nav.xhtml")).not.toContain("bodymatter");
});

test("the contents list parts, answers under review and solutions, formulas as words", async () => {
  const math = "<mi>a</mi><mfrac><mi>b</mi><mn>2</mn></mfrac>";
  const katex = `<span class="katex"><math><semantics><mrow>${math}</mrow></semantics></math></span>`;
  const solution = '<section class="block block-solution"><p class="block-label">Solution</p></section>';
  const nav = textOf(await bookOf({ one: `<h2 id="a">(a) Of ${katex}</h2>${solution}` }), "nav.xhtml");
  expect(nav).toContain(
    '<li><a href="chapter-1.xhtml">one</a><ol><li><a href="chapter-1.xhtml#a">(a) Of a(b/2)</a><ol><li><a href="chapter-1.xhtml#block-1">Solution</a></li></ol></li></ol></li>',
  );
});

test("the book says what it is: language, authors once, edition, and only features that it has", async () => {
  const opf = textOf(await bookOf({ one: "<p>1</p>", two: "<p>2</p>" }), "package.opf");
  expect(opf).toContain("<dc:language>de</dc:language>");
  expect(opf.match(/<dc:creator>A &amp; B<\/dc:creator>/g)).toHaveLength(1);
  expect(opf).toContain('<meta property="dcterms:modified">2026-11-22T19:58:03Z</meta>');
  expect(opf).not.toMatch(/>MathML<|>visual<|>alternativeText<|conformsTo/);
  expect(opf).toContain('properties="cover-image"');
});
