import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeDocument } from "../../../publish/pdf/document.ts";
import { joinParts } from "../../../publish/pdf/join.ts";
import { printParts } from "../../../publish/pdf/print.ts";
import { expect, isFull, runExport, test } from "../exported.ts";
import { title, writePaperSite } from "./paper-site.ts";
import { popplerComplains, type ReadPdf, readPdf, squeeze, textOf } from "./read-pdf.ts";

let folder = "";
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ansatz-pdf-"));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

/** Prints a built site, and reads one of its documents. */
async function print(dist: string, name: string, ...options: readonly string[]) {
  const to = join(folder, `export-${options.length}`);
  const said = runExport("pdf", ...options, "--from", dist, "--to", to);
  const path = join(to, `pdf/${name}.pdf`);
  const bytes = await readFile(path);
  return { said, path, bytes, pdf: await readPdf(bytes) };
}

/** The problems' pages as the contents give them, and as their titles stand on them. */
function contentsOf({ runs }: ReadPdf, titles: readonly string[]) {
  const said = runs.flatMap(({ text, page, to }) => (page === 0 && to > 160 ? text.trim() : ""));
  const pages = titles.map(
    (title) => runs.findLast(({ text, page }) => page > 0 && squeeze(text) === squeeze(title))?.page ?? -1,
  );
  return { said: said.filter((text) => /^\d+$/.test(text)), pages: pages.map((page) => String(page + 1)) };
}

const outside = ({ addresses }: ReadPdf) => [...new Set(addresses)];
const hidden = /file:|printout\.invalid|localhost|HeadlessChrome|Linux|\/tmp\/|CreationDate/;

test("a problem in print has outline, tags, formulas in words, and links that arrive", async ({
  openSite,
}) => {
  const { dist } = await openSite("previews");
  const { pdf, bytes, path, said } = await print(dist, "homework");
  expect(said).toContain("the site's configuration names no `site`");
  expect(pdf.title).toBe("Homework · Walks and coins");
  expect(pdf.outline).toEqual(["Homework", "Coins", "  (a) The mean", "  (b) The variance"]);
  const { said: numbers, pages } = contentsOf(pdf, ["Coins"]);
  expect(numbers).toEqual(pages);
  expect(pdf.isTagged).toBe(true);
  for (const role of ["H1", "H2", "P", "L", "Link", "Formula"]) expect(pdf.roles).toContain(role);
  expect(pdf.alternatives).toContainEqual(["Formula", "m = np"]);
  expect(outside(pdf)).toEqual(["https://elsewhere.example/"]);
  expect(pdf.arrivals.length).toBeGreaterThan(4);
  expect(pdf.arrivals).not.toContain(undefined);
  expect(bytes.toString("latin1")).not.toMatch(hidden);
  expect(popplerComplains(path) ?? "").toBe("");
  for (const words of [
    "The secret of the hint",
    "The secret of the answer.",
    "also those of dependent variables",
  ]) {
    expect(textOf(pdf)).toContain(squeeze(words));
  }
});

test("statements in print hold nothing of answers, solutions and their footnotes", async ({ openSite }) => {
  const { dist } = await openSite("previews");
  const { pdf } = await print(
    dist,
    "homework-statements-without-hints",
    "--solutions",
    "none",
    "--hints",
    "none",
  );
  expect(textOf(pdf)).toContain(squeeze("What is the mean number of heads?"));
  expect(textOf(pdf)).toContain(
    squeeze("Left out of this copy: answers, solutions and the answers under review, hints."),
  );
  expect(textOf(pdf)).not.toMatch(/secret|dependent|drift|lessthan/);
  expect(pdf.outline).toEqual(["Homework", "Coins"]);
  expect(pdf.alternatives.map(([, text]) => text).sort()).toEqual(["n", "p"]);
});

test("what is wider or longer than paper is set smaller or cut between lines, and nothing is lost", async () => {
  await writePaperSite(join(folder, "dist"));
  const { pdf } = await print(join(folder, "dist"), "set");
  const body = pdf.runs.filter(
    ({ text }) => text.trim() !== "" && text !== "σ" && !text.startsWith("Problem 1:"),
  );
  const beyond = body.filter(({ from, to }) => from < 30 || to > 170);
  expect(beyond).toEqual([]);
  for (const words of ["row 59", "12.34513", "line_119", "It is as wide as it is long."]) {
    expect(textOf(pdf)).toContain(squeeze(words));
  }
  const names = pdf.runs.filter(({ text }) => text === "name").map(({ page }) => page);
  expect(new Set(names).size, "each page of a long table has its head").toBeGreaterThan(1);
  expect(pdf.outline).toEqual([title, title, "  (a) What Q sees", "    The way"]);
});

test("every page but the first says what it belongs to, whatever signs that has", async () => {
  await writePaperSite(join(folder, "dist"));
  const { pdf } = await print(join(folder, "dist"), "set");
  for (let page = 0; page < pdf.pages; page++) {
    const text = squeeze(pdf.runs.flatMap((run) => (run.page === page ? run.text : [])).join(""));
    expect(text.includes(squeeze(`Problem 1: ${title}`)), `page ${page + 1}`).toBe(page > 0);
  }
  const nothing = await readPdf(await readFile(join(folder, "export-0/pdf/void.pdf")));
  expect(nothing.pages).toBe(1);
  expect(textOf(nothing)).toContain("Nothing");
});

test("the same pages give the same bytes, wherever they lie and whenever they are printed", async () => {
  await writePaperSite(join(folder, "dist"));
  await writePaperSite(join(folder, "else where/dist"));
  const one = await print(join(folder, "dist"), "set");
  const two = await print(join(folder, "else where/dist"), "set-without-hints", "--hints", "none");
  const three = await print(join(folder, "else where/dist"), "set", "--hints", "open");
  expect(one.bytes.equals(three.bytes)).toBe(true);
  expect(one.bytes.equals(two.bytes)).toBe(false);
});

test("links lead into other parts whatever signs their places have, and those to nothing do nothing", async ({
  browser,
}) => {
  const ids = ["eq:rate", "Größe", "100%", "a b", "x(y)", "q/r", "n#m", "\\back", "it's"];
  const links = ids.map((id) => `<p><a href="#${encodeURIComponent(id)}">to ${id}</a></p>`).join("");
  const lost = '<p><a href="#5%zz">bad</a> <a href="#">top</a> <a href="#nowhere">none</a></p>';
  const empty =
    '<h2></h2><h2><img alt="A picture" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"></h2>';
  const places = ids.map((id) => `<h2 id="${id}">${id}</h2>`).join("");
  const page = (content: string) => `<!doctype html><html lang="en"><main>${content}</main></html>`;
  const parts = await printParts(browser, [
    page(`<h1>One</h1>${links}${lost}`),
    page(`${places}${links}${empty}`),
  ]);
  const pdf = await readPdf(writeDocument(joinParts(parts)));
  expect(pdf.arrivals).toEqual([...ids, ...ids].map(() => 1));
  expect(pdf.addresses).toEqual([]);
  expect(pdf.outline).toEqual(["One", ...ids.map((id) => `  ${id}`), "  A picture"]);
});

test.describe("the reference course", () => {
  test.skip(!isFull, "not run: only with the full counts");

  test("in print has the outline of its pages, live addresses, and figures in words", async ({
    openSite,
    page,
  }) => {
    test.setTimeout(10 * 60_000);
    const site = await openSite("based");
    const { pdf, bytes, path } = await print(site.dist, "homework");
    await page.context().setOffline(false);
    await page.goto(`${site.url}homework/problem-2/`);
    const headings = await page.locator("article :is(h2, h3):not(:has(.katex))").evaluateAll((all) =>
      all.map((each) =>
        (each.textContent ?? "")
          .replace(/\s*#\s*$/, "")
          .replaceAll(/\s+/g, " ")
          .trim(),
      ),
    );
    expect(headings.length).toBeGreaterThan(15);
    const outline = pdf.outline.map((entry) => entry.trim());
    expect(headings.filter((heading) => !outline.includes(heading))).toEqual([]);
    const problems = [
      "Debugging transformers",
      "Comparing distributions",
      "Variational information bottleneck",
    ];
    const { said: numbers, pages } = contentsOf(pdf, [
      ...problems,
      "Meta-learning for learning 1D functions",
    ]);
    expect(numbers).toEqual(pages);
    expect(new Set(pages).size).toBe(4);
    expect(outline).toContain("Reverse: slope and width, as Q itself sees them");
    expect(outline.filter((entry) => /^\([a-z]\)\S/.test(entry))).toEqual([]);
    expect(outside(pdf).filter((address) => !address.startsWith("https://"))).toEqual([]);
    expect(outside(pdf).filter((address) => address.includes("/course/t/")).length).toBeGreaterThanOrEqual(9);
    expect(pdf.arrivals.length).toBeGreaterThan(100);
    expect(pdf.arrivals).not.toContain(undefined);
    const figures = pdf.alternatives.filter(([role]) => role === "Figure").map(([, text]) => text);
    expect(figures.some((text) => text.startsWith("P is uniform on [0.00, 1.00]."))).toBe(true);
    expect(pdf.alternatives.filter(([role]) => role === "Formula").length).toBeGreaterThan(1500);
    expect(pdf.runs.filter(({ text, to }) => text.trim() !== "" && to > 197)).toEqual([]);
    expect(textOf(pdf)).toContain(squeeze("A single point has probability zero under a density"));
    expect(textOf(pdf)).toContain("errataappearthere");
    expect(bytes.toString("latin1")).not.toMatch(hidden);
    expect(popplerComplains(path) ?? "").toBe("");
  });

  test("as statements holds none of its solutions' sentences", async ({ openSite, page }) => {
    test.setTimeout(10 * 60_000);
    const site = await openSite("reference");
    await page.context().setOffline(false);
    await page.goto(`${site.url}homework/problem-2/`);
    const sentences = await page
      .locator(":is(.block-solution, .block-answer .block-body, .attempt-body) :is(p, li):not(:has(.katex))")
      .evaluateAll((all) => all.map((each) => each.textContent ?? ""));
    const secrets = sentences.map(squeeze).filter(({ length }) => length > 40);
    expect(secrets.length).toBeGreaterThan(5);
    const { pdf } = await print(site.dist, "homework-statements", "--solutions", "none");
    expect(secrets.filter((secret) => textOf(pdf).includes(secret))).toEqual([]);
    expect(pdf.alternatives.filter(([role]) => role === "Figure")).toEqual([]);
    expect(pdf.outline.join()).not.toContain("The running example");
  });
});
