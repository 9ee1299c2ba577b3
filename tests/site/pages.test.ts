import { collectComplaints } from "./complaints.ts";
import { wakeFigures } from "./figures.ts";
import { isSignpost, readPages } from "./page-list.ts";
import { expect, test } from "./test.ts";

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("no page complains, fails a request, asks another host, or scrolls sideways on a screen of 320 pixels", async ({
      site,
      page,
    }) => {
      const complaints = collectComplaints(page, site.url);
      const pages = (await readPages(site.dist)).filter(({ document }) => !isSignpost(document));
      for (const { path } of pages) {
        await page.setViewportSize({ width: 320, height: 640 });
        await page.goto(site.url + path);
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 640 });
          await wakeFigures(page);
          const { scrollWidth } = await page.locator("html").evaluate(({ scrollWidth }) => ({ scrollWidth }));
          if (scrollWidth > width)
            complaints.push(`it is ${scrollWidth} pixels wide on a screen of ${width}`);
        }
        expect.soft(complaints.splice(0), path).toEqual([]);
      }
    });
  });
}

test("every page has exactly one h1 and a title", async ({ site }) => {
  for (const { path, document } of await readPages(site.dist)) {
    expect(document.querySelectorAll("h1").length, path).toBe(1);
    expect(document.title.trim(), path).not.toBe("");
  }
});

test("every page names its language by a valid tag", async ({ site }) => {
  for (const { path, document } of await readPages(site.dist)) {
    const language = document.documentElement.getAttribute("lang") ?? "";
    expect(() => Intl.getCanonicalLocales(language), path).not.toThrow();
    expect(language, path).not.toBe("");
  }
});

test("no id stands twice in a page", async ({ site }) => {
  for (const { path, document } of await readPages(site.dist)) {
    const ids = Array.from(document.querySelectorAll("[id]"), ({ id }) => id);
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      path,
    ).toEqual([]);
  }
});

test("an address without a page shows the page that says so", async ({ page }) => {
  const response = await page.goto("homework/problem-99/");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such page");
  await page.getByRole("main").getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("There is no such page");
});
