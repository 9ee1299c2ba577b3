import type { Page } from "@playwright/test";
import { violationsIn } from "./axe.ts";
import { collectComplaints } from "./complaints.ts";
import { expect, test } from "./test.ts";

const dialog = (page: Page) => page.locator("dialog.search");
const field = (page: Page) => dialog(page).getByRole("combobox");
const options = (page: Page) => dialog(page).getByRole("option");
const selected = (page: Page) => dialog(page).locator('[aria-selected="true"]');

async function search(page: Page, query: string): Promise<void> {
  await page.keyboard.press("/");
  await field(page).fill(query);
  await expect(dialog(page).getByRole("status")).toHaveText(/result|Nothing/);
}

test.beforeEach(async ({ page, javaScriptEnabled }) => {
  await page.goto("homework/");
  if (javaScriptEnabled) await expect(page.locator(".search-button")).toBeVisible();
});

test("the index is not read before the search is opened", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.reload();
  await expect(page.locator(".search-button")).toBeVisible();
  expect(asked).not.toContain("/search-index.js");
  await search(page, "2b");
  expect(asked).toContain("/search-index.js");
});

test("`/` opens it, and writes a slash where the reader is writing", async ({ page }) => {
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("a/b");
  await expect(field(page)).toHaveValue("a/b");
});

test("arrows choose among the results, from the last to the first and back, and Enter goes there", async ({
  page,
}) => {
  await search(page, "cover or seek");
  const count = await options(page).count();
  await expect(options(page).first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await expect(options(page).nth(count - 1)).toHaveAttribute("aria-selected", "true");
  await expect(field(page)).toHaveAttribute("aria-activedescendant", `search-result-${count - 1}`);
  await page.keyboard.press("ArrowDown");
  await expect(selected(page)).toHaveCount(1);
  await page.keyboard.press("Enter");
  await page.waitForURL(/homework\/problem-2\/#b$/);
});

test("Escape closes it and gives the focus back", async ({ page }) => {
  await page.locator(".search-button").focus();
  await page.keyboard.press("Enter");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator(".search-button")).toBeFocused();
});

test("a short form and a bare tag lead straight to their place", async ({ page }) => {
  await search(page, "hw 2b");
  await page.keyboard.press("Enter");
  await page.waitForURL(/homework\/problem-2\/#b$/);
  await expect(page.locator(".search-button")).toBeVisible();
  await search(page, "49wj");
  await page.keyboard.press("Enter");
  await page.waitForURL(/homework\/problem-3\/#d$/);
});

test("a result on the same page closes the search and shows the place", async ({ page }) => {
  await page.goto("homework/problem-3/");
  await expect(page.locator(".search-button")).toBeVisible();
  await search(page, "3d");
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator("#d")).toBeInViewport();
});

test("a result has its place, its context with the match marked, and its formula typeset", async ({
  page,
}) => {
  await search(page, "eq moments");
  await expect(options(page).first()).toContainText("Problem 2 (b), equation (4)");
  await expect(options(page).first().locator(".katex .mord").first()).toBeVisible();
  await search(page, "reparameterization trick");
  await expect(options(page).locator("mark").first()).toHaveText(/reparameteri[sz]ation/i);
});

test("nothing found is said, and so is an index that cannot be read, which is asked for again", async ({
  page,
}) => {
  let isBroken = true;
  await page.route("**/search-index.js", (route) => (isBroken ? route.abort() : route.continue()));
  await page.keyboard.press("/");
  await expect(dialog(page).getByRole("status")).toContainText("could not be read");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  isBroken = false;
  await search(page, "qqzzx");
  await expect(dialog(page).getByRole("status")).toHaveText("Nothing found");
});

test("markup in a query is text", async ({ page }) => {
  await search(page, '<img src=x onerror="document.title=1">');
  await expect(dialog(page).locator("img")).toHaveCount(0);
});

for (const [name, use] of Object.entries({
  "on a wide screen": { viewport: { width: 1440, height: 900 }, colorScheme: "light" },
  "on a phone, dark": { viewport: { width: 390, height: 844 }, colorScheme: "dark", hasTouch: true },
} as const)) {
  test.describe(name, () => {
    test.use(use);

    test("it violates no rule of WCAG 2.2 AA, stays within the screen and opens by its button", async ({
      page,
      site,
    }) => {
      const complaints = collectComplaints(page, site.url);
      const button = page.locator(".search-button");
      await ("hasTouch" in use ? button.tap() : button.click());
      await field(page).fill("kl divergence");
      await expect(options(page).first()).toBeVisible();
      await expect(options(page).locator(".katex").first()).toBeVisible();
      expect(await violationsIn(page, (axe) => axe.include("dialog.search"))).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(use.viewport.width);
      await options(page).nth(1)[("hasTouch" in use ? "tap" : "click") as "click"]();
      await expect(dialog(page)).toBeHidden();
      expect(complaints).toEqual([]);
    });
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("there is no control for it", async ({ page }) => {
    await expect(page.locator(".search-button")).toBeHidden();
  });
});

test.describe("below a base path", () => {
  test.use({ siteName: "based" });

  test("its index is found and its results lead to their places", async ({ page }) => {
    await search(page, "2b");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/course\/homework\/problem-2\/#b$/);
  });
});
