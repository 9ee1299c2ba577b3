import type { Locator, Page } from "@playwright/test";

/** All previews that are open, the first one first. */
export const previews = (page: Page) => page.locator(".preview");
/** A link of a solution. */
export const link = (page: Page, name: string) =>
  page.locator(".block-solution").getByRole("link", { name, exact: true }).first();
/** The words of a reference to another page. */
export const other = "problem 2, part (b)";

/** Moves the pointer where it rests on nothing. */
export const away = (page: Page) => page.mouse.move(1, 1);

/** Opens the page that refers to others, with nothing folded. */
export async function openPage(page: Page): Promise<void> {
  await page.goto("homework/coins/");
  await page.locator("details").evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute("open", "");
  });
  await away(page);
}

/** Brings a link to the middle of the window. */
export const centre = (target: Locator) =>
  target.evaluate((element) => element.scrollIntoView({ block: "center" }));
