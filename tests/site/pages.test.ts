import type { Page } from "@playwright/test";
import { collectComplaints } from "./complaints.ts";
import { wakeFigures } from "./figures.ts";
import { isSignpost, readPages } from "./page-list.ts";
import { expect, type ServedSite, test } from "./test.ts";

/** What is wrong with a page after it has been read to its end. */
type Look = (page: Page) => Promise<readonly string[]>;

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("no page complains, fails a request or asks another host", async ({ site, page }) => {
      const complaints = collectComplaints(page, site.url);
      const found = await lookAtAll(site, page, async () => complaints.splice(0));
      expect(found).toEqual([]);
    });

    test("no page scrolls sideways on a screen of 320 pixels", async ({ site, page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      const found = await lookAtAll(site, page, async () => {
        const { scrollWidth } = await page.locator("html").evaluate(({ scrollWidth }) => ({ scrollWidth }));
        return scrollWidth > 320 ? [`is ${scrollWidth} pixels wide`] : [];
      });
      expect(found).toEqual([]);
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

/** Reads every page to its end, so that what is lazy loads, and gathers what `look` finds. */
async function lookAtAll({ dist, url }: ServedSite, page: Page, look: Look): Promise<string[]> {
  const found: string[] = [];
  for (const { path, document } of await readPages(dist)) {
    if (isSignpost(document)) continue;
    await page.goto(url + path);
    await wakeFigures(page);
    found.push(...(await look(page)).map((what) => `${path}: ${what}`));
  }
  return found;
}
