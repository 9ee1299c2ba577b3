import type { Page } from "@playwright/test";
import { violationsIn, wcag22 } from "./axe.ts";
import { isSignpost, readPages } from "./page-list.ts";
import { expect, isFull, test } from "./test.ts";
import { thinFormulas } from "./thin-formulas.ts";

const settings = [
  { name: "on a wide screen, light", colorScheme: "light", viewport: { width: 1440, height: 900 } },
  { name: "on a wide screen, dark", colorScheme: "dark", viewport: { width: 1440, height: 900 } },
  { name: "on a phone, light", colorScheme: "light", viewport: { width: 390, height: 844 } },
  { name: "on a phone, dark", colorScheme: "dark", viewport: { width: 390, height: 844 } },
] as const;

for (const [turn, { name, ...use }] of settings.entries()) {
  test.describe(name, () => {
    test.use(use);

    test("no page violates WCAG 2.2 AA", async ({ site, page }) => {
      test.setTimeout(15 * 60_000);
      const violations: string[] = [];
      for (const path of await pathsOf(site.dist, turn)) {
        await page.goto(path);
        violations.push(...(await violationsOf(page)).map((what) => `${path}: ${what}`));
      }
      expect(violations).toEqual([]);
    });
  });
}

test("no page violates WCAG 2.2 AA with all its notes shown and all that folds open", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("homework/problem-5/");
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    for (const box of document.querySelectorAll<HTMLInputElement>(".show-all-notes")) box.checked = true;
  });
  expect(await violationsOf(page)).toEqual([]);
});

/**
 * The pages for one setting. A sample takes the course's first page in every setting, and deals the problems and the
 * other pages out among the four.
 */
async function pathsOf(dist: string, turn: number): Promise<string[]> {
  const pages = (await readPages(dist)).filter(({ document }) => !isSignpost(document));
  const paths = pages.map(({ path }) => path);
  const problems = paths.filter((path) => path.includes("problem-"));
  const others = paths.filter((path) => !problems.includes(path));
  if (isFull) return paths;
  const dealt = [...problems, ...others].filter((_path, index) => index % settings.length === turn);
  return ["", ...dealt];
}

/** Formulas are judged by their colours; in full also as they are, sign by sign. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const whole = isFull ? await violationsIn(page, (axe) => axe.withTags(wcag22)) : [];
  await thinFormulas(page);
  return [...whole, ...(await violationsIn(page, (axe) => axe.withTags(wcag22)))];
}
