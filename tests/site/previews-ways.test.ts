import type { Locator, Page } from "@playwright/test";
import { violationsIn, wcag22 } from "./axe.ts";
import { away, centre, link, openPage, other, previews } from "./previews.ts";
import { expect, test } from "./test.ts";

test.use({ siteName: "previews", reducedMotion: "reduce" });

test.beforeEach(async ({ page, javaScriptEnabled }) => {
  if (javaScriptEnabled) await openPage(page);
});

for (const width of [1280, 390, 320]) {
  test(`at ${width} pixels it is within the window and not on its link, wherever that is`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 560 });
    for (const block of ["start", "center", "end"] as const) {
      await away(page);
      await expect(previews(page)).toHaveCount(0);
      await link(page, other).evaluate((element, at) => element.scrollIntoView({ block: at }), block);
      await link(page, other).hover();
      const box = await previews(page).boundingBox();
      const own = await link(page, other).boundingBox();
      if (box === null || own === null) throw new Error("there is no preview");
      expect(box.x >= 0 && box.x + box.width <= width).toBe(true);
      expect(box.y >= 0 && box.y + box.height <= 560).toBe(true);
      expect(box.y >= own.y + own.height || box.y + box.height <= own.y).toBe(true);
    }
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`open previews do not violate WCAG 2.2 AA in ${colorScheme} colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await link(page, other).hover();
    await previews(page).getByRole("link", { name: "(1)" }).hover();
    await expect(previews(page)).toHaveCount(2);
    expect(await violationsIn(page, (axe) => axe.withTags(wcag22))).toEqual([]);
  });
}

test("on paper there is none", async ({ page }) => {
  await link(page, other).hover();
  await expect(previews(page)).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(previews(page)).toBeHidden();
});

test.describe("by touch", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a long touch shows it and goes nowhere; a touch elsewhere closes it; a tap goes there", async ({
    page,
  }) => {
    await centre(link(page, other));
    const address = page.url();
    await touch(page, link(page, other), 900);
    await expect(previews(page)).toContainText("How far away");
    await page.waitForTimeout(700);
    expect(page.url()).toBe(address);
    await touch(page, previews(page).getByRole("link", { name: "(1)" }), 900);
    await expect(previews(page)).toHaveCount(2);
    await page.touchscreen.tap(4, 4);
    await expect(previews(page)).toHaveCount(0);
    await link(page, other).tap();
    await page.waitForURL(/\/course\/walks\/#b$/);
  });
});

/** Rests a finger on something for so many milliseconds. */
async function touch(page: Page, target: Locator, time: number): Promise<void> {
  const box = await target.boundingBox();
  if (box === null) throw new Error("there is nothing to touch");
  const session = await page.context().newCDPSession(page);
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await page.waitForTimeout(time);
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a reference is a plain link", async ({ page }) => {
    await page.goto("homework/coins/");
    const reference = page.locator('.block-solution a[href$="walks/#b"]').first();
    await expect(reference).toHaveText(other);
    await expect(previews(page)).toHaveCount(0);
  });
});
