import { collectComplaints } from "./complaints.ts";
import { away, link, openPage, other, previews } from "./previews.ts";
import { expect, test } from "./test.ts";

test.use({ siteName: "previews", reducedMotion: "reduce" });

test.beforeEach(async ({ page, javaScriptEnabled }) => {
  if (javaScriptEnabled) await openPage(page);
});

test("the pointer on a link shows the place in the same page, and nothing is read before", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await openPage(page);
  expect(asked.filter((path) => path.includes("/previews/"))).toEqual([]);
  await link(page, "(1)").hover();
  await expect(previews(page)).toContainText("Problem 1, equation (1)");
  await expect(previews(page).locator(".katex-display")).toBeVisible();
  expect(asked).toContain("/course/previews/homework/coins.js");
});

test("a part shows what it asks, never its hint or its answer", async ({ page }) => {
  await link(page, other).hover();
  await expect(previews(page)).toContainText("Problem 2 (b): Drift");
  await expect(previews(page)).toContainText("How far away is the walk");
  await previews(page).getByRole("link", { name: "problem 1, part (a)" }).hover();
  await expect(previews(page)).toHaveCount(2);
  await expect(previews(page).last()).toContainText("mean number of heads");
  await expect(previews(page).last()).not.toContainText("secret");
});

test("a page shows its beginning, a footnote its words", async ({ page }) => {
  await link(page, "problem 2").hover();
  await expect(previews(page)).toContainText("each step is decided by a coin");
  await link(page, "1").hover();
  await expect(previews(page)).toHaveCount(1);
  await expect(previews(page)).toContainText("also those of dependent variables");
  await expect(previews(page)).not.toContainText("↩");
});

test("it can be entered, stays while the pointer is there, and goes when it leaves", async ({ page }) => {
  await link(page, other).hover();
  await previews(page).hover({ position: { x: 5, y: 5 } });
  await page.waitForTimeout(700);
  await expect(previews(page)).toHaveCount(1);
  await away(page);
  await expect(previews(page)).toHaveCount(0);
});

test("links within it open the next, and Escape closes one after the other", async ({ page }) => {
  await link(page, other).hover();
  await previews(page).getByRole("link", { name: "(1)" }).hover();
  await expect(previews(page)).toHaveCount(2);
  await expect(previews(page).last()).toContainText("Problem 2, equation (1)");
  await page.keyboard.press("Escape");
  await expect(previews(page)).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(previews(page)).toHaveCount(0);
  await page.waitForTimeout(700);
  await expect(previews(page)).toHaveCount(0);
});

test("a pointer that only passes opens nothing", async ({ page }) => {
  await link(page, other).hover();
  await page.waitForTimeout(60);
  await away(page);
  await page.waitForTimeout(900);
  await expect(previews(page)).toHaveCount(0);
});

test("the keyboard opens it by staying on the link, goes on into it, and comes back by Escape", async ({
  page,
}) => {
  await link(page, "(1)").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(link(page, other)).toBeFocused();
  await expect(previews(page)).toContainText("Drift");
  const id = await previews(page).getAttribute("id");
  await expect(link(page, other)).toHaveAttribute("aria-details", id ?? "");
  await page.keyboard.press("Tab");
  await expect(previews(page).getByRole("link", { name: "Problem 2 (b): Drift" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(previews(page)).toHaveCount(2);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(previews(page)).toHaveCount(0);
  await expect(link(page, other)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(link(page, "(1)").nth(0)).not.toBeFocused();
});

test("its heading leads to the place, as the link does", async ({ page }) => {
  await link(page, other).hover();
  await previews(page).getByRole("link", { name: "Problem 2 (b): Drift" }).click();
  await page.waitForURL(/\/course\/walks\/#b$/);
});

test("a press on the link goes there, and nothing stays open; a press elsewhere closes it", async ({
  page,
}) => {
  await link(page, "(1)").hover();
  await expect(previews(page)).toHaveCount(1);
  await link(page, "(1)").click();
  await expect(page).toHaveURL(/#eq:mean$/);
  await expect(previews(page)).toHaveCount(0);
  await away(page);
  await link(page, "(1)").hover();
  await expect(previews(page)).toHaveCount(1);
  await page.mouse.click(3, 300);
  await expect(previews(page)).toHaveCount(0);
});

test("links to other sites, permalinks and places that are not there have none", async ({ page, site }) => {
  const complaints = collectComplaints(page, site.url);
  await page.getByRole("link", { name: "elsewhere" }).hover();
  await page.waitForTimeout(900);
  await page.locator("#b .permalink").hover();
  await page.waitForTimeout(900);
  await expect(previews(page)).toHaveCount(0);
  expect(complaints).toEqual([]);
});
