import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { withFile } from "./alone.ts";
import { type DiskPage, until } from "./disk-page.ts";
import { expect, isFull, test } from "./exported.ts";
import { accelerate, moveFigure } from "./moved-figure.ts";
import { openChromium, openFirefox } from "./two-pages.ts";

const problem = "homework/problem-2";

for (const name of ["Chromium", "Firefox"]) {
  test(`in ${name} a problem in one file is set as it is served, runs its figures, and asks for nothing`, async ({
    page,
    openSite,
    firefox,
  }) => {
    test.setTimeout(10 * 60_000);
    const site = await openSite("reference");
    await withFile(site, problem, ["--experiments"], async (file) => {
      const { disk, served, complaints } =
        name === "Firefox" ? await openFirefox(firefox) : await openChromium(page, dirname(file));
      const { href } = pathToFileURL(file);
      await disk.goto(href);
      expect(await disk.evaluate(findLooseEnds)).toEqual([]);
      const set = await boxes(disk);
      const onDisk = await move(disk);
      await tryValues(disk);
      expect(complaints).toEqual([]);
      await served.goto(`${site.url}${problem}/`);
      expect(set.length).toBeGreaterThan(300);
      expect(differences(set, await boxes(served))).toEqual([]);
      expect(onDisk).toEqual(await move(served));
    });
  });

  test(`in ${name} an assignment in one file has its problems, its links lead into it, and figures are pictures`, async ({
    page,
    openSite,
    firefox,
  }) => {
    test.skip(!isFull && name === "Firefox", "not run: only with the full counts");
    test.setTimeout(10 * 60_000);
    const site = await openSite("reference");
    await withFile(site, "homework", [], async (file) => {
      const { disk, complaints } =
        name === "Firefox" ? await openFirefox(firefox) : await openChromium(page, dirname(file));
      await disk.goto(pathToFileURL(file).href);
      expect(await disk.evaluate(findLooseEnds)).toEqual([]);
      const { titles, links, pictures, buttons } = await disk.evaluate(describeAssignment);
      expect(titles.length).toBe(5);
      expect(links).toEqual(["#problem-1", "#problem-2", "#problem-3", "#problem-5"]);
      expect(pictures).toBeGreaterThanOrEqual(9);
      expect(buttons).toBe(0);
      expect(complaints).toEqual([]);
    });
  });
}

test("where the site's address is known, links to what is not in the file lead there", async ({
  page,
  openSite,
}) => {
  test.setTimeout(5 * 60_000);
  const site = await openSite("based");
  await withFile(site, problem, [], async (file) => {
    const { disk, complaints } = await openChromium(page, dirname(file));
    await disk.goto(pathToFileURL(file).href);
    expect(await disk.evaluate(findLooseEnds)).toEqual([]);
    const crumbs = await disk.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>(".breadcrumbs a")].map(({ href }) => href),
    );
    expect(crumbs).toEqual(["https://course.example/course/", "https://course.example/course/homework/"]);
    const note = await disk.evaluate(() => document.querySelector(".copy-note")?.textContent);
    expect(note).toContain(
      "The page that is kept up to date is https://course.example/course/homework/problem-2/; errata appear there.",
    );
    expect(complaints).toEqual([]);
  });
});

test("on paper, each problem of an assignment in one file begins a page, with its numbers and its note", async ({
  page,
  openSite,
}) => {
  test.setTimeout(5 * 60_000);
  const site = await openSite("reference");
  await withFile(site, "homework", [], async (file) => {
    await page.goto(pathToFileURL(file).href);
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".theme-switch")).toBeHidden();
    const numbers = await page
      .locator(".single-part .prose p .number")
      .evaluateAll((all) =>
        all
          .filter((number) => number.closest(".note, .check, [popover]") === null)
          .map((number) => number.checkVisibility({ visibilityProperty: true })),
      );
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers).not.toContain(false);
    await expect(page.locator(".copy-note").first()).toBeVisible();
    const breaks = await page
      .locator(".single-part")
      .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).breakBefore));
    expect(breaks).toEqual(["page", "page", "page", "page"]);
  });
});

async function move(page: DiskPage) {
  const moved = await moveFigure(page, "gaussian-fit");
  return { moved, tensors: await accelerate(page, "gaussian-fit", "cpu") };
}

/** Opens the first check that has something to try, and waits for its fields. */
async function tryValues(page: DiskPage): Promise<void> {
  await page.evaluate(() => document.querySelector<HTMLElement>(".check-try:not([hidden])")?.click());
  await until("fields for values", () =>
    page.evaluate(() => document.querySelectorAll(".trial input").length > 0),
  );
}

/** The beginning of an element's text, its width and its height in pixels. */
type Box = readonly [text: string, width: number, height: number];

/** How wide and high everything is set: a missing glyph would be set in another font. */
async function boxes(page: DiskPage): Promise<readonly Box[]> {
  await page.evaluate(async () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    await document.fonts.ready;
  });
  return page.evaluate(() => {
    const elements = document.querySelectorAll("main :is(h1, h2, h3, p, li, td, th, .katex, .katex-display)");
    return [...elements]
      .filter((element) => element.closest(".neighbours, ansatz-figure") === null)
      .map((element) => {
        const { width, height } = element.getBoundingClientRect();
        return [element.textContent?.slice(0, 20) ?? "", width, height] as const;
      });
  });
}

/** What is set elsewise in one page than in another, by more than what a place on the screen rounds. */
function differences(some: readonly Box[], others: readonly Box[]): string[] {
  if (some.length !== others.length) return [`${some.length} elements against ${others.length}`];
  return some.flatMap(([text, width, height], at) => {
    const [name, wide = 0, high = 0] = others[at] ?? [];
    const isSame = text === name && Math.abs(width - wide) < 0.3 && Math.abs(height - high) < 0.3;
    return isSame ? [] : [`${text} ${width}×${height} against ${name} ${wide}×${high}`];
  });
}

// What follows runs in the page.

/** Addresses that lead to other files, and to places that are not there; ids that are there twice. */
function findLooseEnds(): string[] {
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `twice: ${id}`);
  const links = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].flatMap((link) => {
    const address = link.getAttribute("href") ?? "";
    if (/^https?:/.test(address)) return [];
    return address.startsWith("#") && ids.includes(decodeURIComponent(address.slice(1))) ? [] : [address];
  });
  const references = ["popovertarget", "aria-labelledby", "aria-controls", "for"].flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].flatMap((element) =>
      (element.getAttribute(name) ?? "").split(" ").filter((id) => !ids.includes(id)),
    ),
  );
  const loads = [...document.querySelectorAll("[src], link[href], use[href]")].flatMap((element) => {
    const address = element.getAttribute("src") ?? element.getAttribute("href") ?? "";
    const isKept = /^(data:|#)/.test(address) || element.getAttribute("rel") === "canonical";
    return isKept ? [] : [address];
  });
  return [...twice, ...links, ...references, ...loads];
}

function describeAssignment() {
  const visible = [...document.querySelectorAll("ansatz-figure button")].filter((button) =>
    button.checkVisibility(),
  );
  return {
    titles: [...document.querySelectorAll("h1")].map(({ textContent }) => textContent),
    links: [...document.querySelectorAll(".problem-link")].map((link) => link.getAttribute("href")),
    pictures: document.querySelectorAll("ansatz-figure svg[role=img]").length,
    buttons: visible.length,
  };
}
