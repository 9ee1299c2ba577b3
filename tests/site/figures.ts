import { expect, type Page } from "@playwright/test";

/** Scrolls to each figure and waits until it has become live; without JavaScript it is there already. */
export async function wakeFigures(page: Page): Promise<void> {
  const hasScript = await page.evaluate(() => matchMedia("(scripting: enabled)").matches);
  for (const figure of await page.locator("css:light=ansatz-figure").all()) {
    await figure.scrollIntoViewIfNeeded();
    if (hasScript) await expect(figure).toHaveAttribute("data-state", "live");
  }
}
