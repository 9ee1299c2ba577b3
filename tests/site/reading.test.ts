import { expect, test } from "./test.ts";

test.describe("in a course of one's own, with nothing but Markdown", () => {
  test.use({ siteName: "plain" });

  test("a file with a heading and dollars makes a page with a title and formulas", async ({ page }) => {
    await page.goto("squares/");
    await expect(page).toHaveTitle("Sums of squares · Worked solutions");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sums of squares");
    await expect(page.locator(".katex")).toHaveCount(3);
    await expect(page.locator(".katex-display")).toHaveCount(1);
  });

  test("the course's page lists it", async ({ page }) => {
    await page.goto("");
    await page.getByRole("link", { name: "Sums of squares" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sums of squares");
  });

  test("arriving at an equation inside a closed hint opens the hint and shows it", async ({ page }) => {
    await page.goto("hints/");
    await expect(page.locator('[id="eq:telescope"]')).toBeHidden();
    await page.goto("hints/#eq:telescope");
    await expect(page.locator('[id="eq:telescope"]')).toBeInViewport();
  });

  test("following a link to an equation inside a closed hint opens the hint and shows it", async ({
    page,
  }) => {
    await page.goto("hints/");
    await page.getByRole("link", { name: "(1)" }).click();
    await expect(page.locator('[id="eq:telescope"]')).toBeInViewport();
  });
});

test.describe("in dark surroundings", () => {
  test.use({ colorScheme: "dark" });

  test("pages are dark until the reader switches, and the choice is remembered", async ({ page }) => {
    await page.goto("");
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const button = page.getByRole("button", { name: "Dark colours" });
    await expect(button).toHaveAttribute("aria-pressed", "true");
    const dark = await paper();
    await button.click();
    await expect(button).toHaveAttribute("aria-pressed", "false");
    const light = await paper();
    expect(light).not.toBe(dark);
    await page.goto("homework/problem-1/");
    expect(await paper()).toBe(light);
    await expect(button).toHaveAttribute("aria-pressed", "false");
  });
});

test("next and previous lead through all problems in order, and problem 4 is skipped", async ({ page }) => {
  await page.goto("homework/problem-1/");
  await expect(page.locator('[rel="prev"]')).toHaveCount(0);
  for (const number of [2, 3, 5]) {
    await page.locator('[rel="next"]').click();
    await expect(page).toHaveURL(new RegExp(`/homework/problem-${number}/$`));
  }
  await expect(page.locator('[rel="next"]')).toHaveCount(0);
  await page.locator('[rel="prev"]').click();
  await expect(page).toHaveURL(/\/homework\/problem-3\/$/);
});

test("problem 4 is listed as absent, with the reason, and leads nowhere", async ({ page }) => {
  await page.goto("homework/");
  const numbers = page.locator(".problem-list > li");
  await expect(numbers.nth(3)).toHaveText("Problem 4 is not in the transcript");
  await expect(numbers.nth(3).getByRole("link")).toHaveCount(0);
  await expect(numbers).toHaveCount(5);
});

test("the table of contents leads to every part of the problem", async ({ page }) => {
  await page.goto("homework/problem-3/");
  const parts = page.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: /^\([a-d]\)/ });
  await expect(parts).toHaveCount(4);
  await parts.nth(2).click();
  await expect(page).toHaveURL(/#c$/);
  await expect(page.locator("h2#c")).toBeInViewport();
});

test("the first stop of the keyboard skips to the text", async ({ page }) => {
  await page.goto("homework/problem-2/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the text" })).toBeFocused();
});
