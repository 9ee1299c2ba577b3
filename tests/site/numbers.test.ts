import { FigureOnPage } from "./live-figure.ts";
import { expect, test } from "./test.ts";

test.use({ siteName: "verified" });

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a number opens a panel with the state, the values in full and the code that computed them", async ({
    page,
  }) => {
    await page.goto("area/");
    await page.getByRole("button", { name: "2.6667" }).click();
    const panel = page.getByRole("group", { name: "How 2.6667 was checked" });
    await expect(panel).toBeVisible();
    await expect(panel).toContainText("x = 2, a = 1");
    await expect(panel).toContainText("2.66666666666666");
    await expect(panel).toContainText("eq:area");
    await expect(panel).toContainText("not recorded for this text and this code");
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
  });
});

test("a panel runs the figure of its page at the number's state, and makes way for it", async ({ page }) => {
  await page.goto("area/");
  const figure = await new FigureOnPage(page, "area").wake();
  await page.getByRole("button", { name: "2.6667" }).click();
  await page.getByRole("link", { name: "Run it here, now" }).click();
  await expect.poll(() => figure.quantity("area")).toBeCloseTo(8 / 3, 10);
  await expect(page.getByRole("group", { name: "How 2.6667 was checked" })).toBeHidden();
});

test("where the figure is on another page, the panel leads to it in the number's state", async ({ page }) => {
  await page.goto("elsewhere/");
  await page.getByRole("button", { name: "64" }).click();
  await page.getByRole("link", { name: "Run it where its figure is" }).click();
  const figure = await new FigureOnPage(page, "area").wake();
  await expect.poll(() => figure.quantity("area")).toBeCloseTo(64, 10);
});

test("a number that asks for it shows the live value beside the quoted one, which stays, and says it", async ({
  page,
}) => {
  await page.goto("area/");
  const figure = await new FigureOnPage(page, "area").wake();
  const live = page.locator(".number-live");
  await expect(live).toBeHidden();
  await figure.field("x").fill("2");
  await expect(live).toBeVisible();
  await expect(live.locator("b")).toHaveText("8.000");
  await expect(live.locator("output")).toHaveText("now 8.000");
  await expect(page.locator("data.quantity", { hasText: "1.0000" })).toBeVisible();
  await figure.press("reset");
  await expect(live).toBeHidden();
});
