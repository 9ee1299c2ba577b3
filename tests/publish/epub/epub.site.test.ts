import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, runExport, test } from "../exported.ts";

/** Where Debian's package puts it; its wrapper script is not needed. */
const jar = "/usr/share/java/epubcheck.jar";

interface Book {
  readonly path: string;
  readonly bytes: Buffer;
  /** Its files by path, in their order. */
  readonly files: ReadonlyMap<string, string>;
}

// the book is made once, and read by all tests one after the other
test.describe.configure({ mode: "serial" });
let folder = "";
let book: Book;

test.beforeAll(async ({ openSite }) => {
  test.setTimeout(5 * 60_000);
  folder = await mkdtemp(join(tmpdir(), "ansatz-epub-"));
  book = await makeBook((await openSite("based")).dist, "first");
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

async function makeBook(dist: string, name: string): Promise<Book> {
  const to = join(folder, name);
  runExport("epub", "--from", dist, "--to", to);
  const path = join(to, "epub/homework.epub");
  const bytes = await readFile(path);
  const files = Object.entries(unzipSync(bytes)).map(
    ([file, content]) => [file, strFromU8(content)] as const,
  );
  return { path, bytes, files: new Map(files) };
}

test("a book begins with its type, uncompressed, and says where its errata appear", () => {
  expect([...book.files.keys()][0]).toBe("mimetype");
  expect(book.bytes.subarray(30, 58).toString("latin1")).toBe("mimetypeapplication/epub+zip");
  expect(book.files.get("book/errata.xhtml")).toContain("https://course.example/course/homework/");
  expect([...book.files.values()].join("")).not.toMatch(/katex-html|file:|var\(--|currentColor"/);
});

test("every chapter is XML with formulas, figures in words and links that lead somewhere, and fits a phone", async ({
  page,
}) => {
  const chapters = [...book.files].filter(([name]) => name.endsWith(".xhtml"));
  await page.setViewportSize({ width: 390, height: 800 });
  const css = book.files.get("book/book.css") ?? "";
  const found = await page.evaluate(describeChapters, { chapters, css });
  expect(found.flatMap(({ broken }) => broken)).toEqual([]);
  expect(found.flatMap(({ silent }) => silent)).toEqual([]);
  expect(found.flatMap(({ wide }) => wide)).toEqual([]);
  const solved = found.filter(({ name }) => name.startsWith("chapter-"));
  expect(solved.length).toBe(4);
  for (const { formulas, notes } of solved) expect([formulas > 250, notes > 10]).toEqual([true, true]);
  expect(lostLinks(found)).toEqual([]);
});

test("epubcheck finds no error and no warning", () => {
  const hasJava = spawnSync("java", ["-version"]).status === 0;
  test.skip(!hasJava || !existsSync(jar), "not run: epubcheck and default-jre-headless are not installed");
  test.setTimeout(5 * 60_000);
  const { status, stdout, stderr } = spawnSync("java", ["-jar", jar, book.path], { encoding: "utf8" });
  expect(stderr + stdout).toContain("Messages: 0 fatals / 0 errors / 0 warnings");
  expect(status).toBe(0);
});

test("a second export gives equal bytes", async ({ openSite }) => {
  test.setTimeout(5 * 60_000);
  const again = await makeBook((await openSite("based")).dist, "second");
  expect(again.bytes.equals(book.bytes)).toBe(true);
});

type Described = ReturnType<typeof describeChapters>;

/** Links within the book to a place that it does not have. */
function lostLinks(chapters: Described): string[] {
  const places = new Set(chapters.flatMap(({ name, ids }) => [name, ...ids.map((id) => `${name}#${id}`)]));
  return chapters.flatMap(({ name, links }) => {
    const inside = links.filter((href) => !/^(https|mailto):/.test(href));
    return inside.map((href) => (href.startsWith("#") ? name + href : href)).filter((to) => !places.has(to));
  });
}

/** What a browser finds in documents of XHTML: mistakes, formulas, what has no words or is too wide, ids and links. */
function describeChapters({ chapters, css }: { chapters: [string, string][]; css: string }) {
  const style = document.head.appendChild(document.createElement("style"));
  style.textContent = css;
  return chapters.map(([path, text]) => {
    const chapter = new DOMParser().parseFromString(text, "application/xhtml+xml");
    const all = <T extends Element>(selector: string) => [...chapter.querySelectorAll<T>(selector)];
    const body = document.importNode(chapter.body ?? chapter.documentElement, true);
    document.body.replaceChildren(...body.childNodes);
    const edge = document.documentElement.clientWidth;
    return {
      name: path.replace("book/", ""),
      broken: all("parsererror").map((error) => `${path}: ${error.textContent}`),
      formulas: all("math[alttext]").length,
      notes: all('a[role="doc-noteref"]').length,
      silent: all("svg.plot:not([aria-label]), img:not([alt]), math:not([alttext])").map(() => path),
      wide: [...document.querySelectorAll("math, svg, img, pre")]
        .filter((element) => element.getBoundingClientRect().right > edge)
        .map((element) => `${path}: ${element.getAttribute("alttext") ?? element.tagName}`),
      ids: all("[id]").map(({ id }) => id),
      links: all("a[href]").map((link) => link.getAttribute("href") ?? ""),
    };
  });
}
