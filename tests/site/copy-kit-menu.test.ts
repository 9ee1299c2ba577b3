import { violationsIn, wcag22 } from "./axe.ts";
import { expect, test } from "./test.ts";

test.use({ siteName: "moved", permissions: ["clipboard-read", "clipboard-write"] });

test("the menu is worked by the keyboard alone, and gives the focus back", async ({ page }) => {
  await page.goto("homework/coins/");
  const button = page.getByRole("button", { name: "Copy or cite part (a)" });
  await button.focus();
  await expect(button).toHaveCSS("opacity", "1");
  await page.keyboard.press("Enter");
  const items = page.getByRole("menuitem");
  await expect(items.first()).toBeFocused();
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowUp");
  await expect(items.last()).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await expect(items.nth(1)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(button).toBeFocused();
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("ArrowDown");
  await expect(items.first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Link copied." })).toBeVisible();
  await expect(button).toBeFocused();
});

test("a second press closes the menu, and so does a press elsewhere", async ({ page }) => {
  await page.goto("homework/coins/");
  const button = page.getByRole("button", { name: "Copy or cite part (a)" });
  await button.click();
  await expect(page.getByRole("menu")).toBeVisible();
  await button.click();
  await expect(page.getByRole("menu")).toHaveCount(0);
  await button.click();
  await page.locator("h1").click({ position: { x: 5, y: 5 } });
  await expect(page.getByRole("menu")).toHaveCount(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the buttons are in sight, and the menu's entries are made for a thumb", async ({ page }) => {
    await page.goto("homework/coins/");
    const button = page.getByRole("button", { name: "Copy or cite part (b)" });
    await expect(button).toHaveCSS("opacity", "1");
    await button.tap();
    for (const item of await page.getByRole("menuitem").all()) {
      const box = await item.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 390).toBe(true);
    }
    await page.getByRole("menuitem", { name: "Copy link" }).tap();
    await expect(page.getByRole("status").filter({ hasText: "Link copied." })).toBeVisible();
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the open menu does not violate WCAG 2.2 AA in ${colorScheme} colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("homework/coins/");
    await page.getByRole("button", { name: "Copy or cite part (a)" }).click();
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    expect(await violationsIn(page, (axe) => axe.withTags(wcag22))).toEqual([]);
  });
}

test("on paper there is no kit", async ({ page }) => {
  await page.goto("homework/coins/");
  await expect(page.locator(".kit").first()).toBeAttached();
  await page.emulateMedia({ media: "print" });
  for (const kit of await page.locator(".kit, .kit-said").all()) await expect(kit).toBeHidden();
});
