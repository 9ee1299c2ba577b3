import type { Locator, Page } from "@playwright/test";
import { violationsIn } from "./axe.ts";
import { collectComplaints } from "./complaints.ts";
import { expect, test } from "./test.ts";

test.use({ siteName: "derivations" });

/** The check of the display whose TeX holds some characters. */
function checkOf(page: Page, tex: string): Locator {
  const display = page.locator(".equation", {
    has: page.locator(".katex-display annotation", { hasText: tex }),
  });
  return display.locator("> .check");
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the mark of a checked display opens its steps, by keyboard alone", async ({ page }) => {
    await page.goto("identities/");
    const check = checkOf(page, "(x-y)(x+y)");
    const panel = check.locator(".check-panel");
    await expect(panel).toBeHidden();
    await check.locator("summary").focus();
    await page.keyboard.press("Enter");
    await expect(panel).toBeVisible();
    await expect(panel.locator(".check-steps > li")).toHaveCount(3);
    await expect(panel).toContainText("checked numerically at 24 random points; largest difference");
    await expect(panel.locator(".declarations")).toContainText("lengths");
    await expect(panel.getByRole("button")).toHaveCount(0);
    await page.keyboard.press("Space");
    await expect(panel).toBeHidden();
  });

  test("every mark has a name that says what it stands for", async ({ page }) => {
    await page.goto("identities/");
    const names = await page
      .locator(".check > summary")
      .evaluateAll((all) => all.map((each) => each.ariaLabel));
    expect(new Set(names)).toEqual(
      new Set(["Checked numerically: 1 step", "Checked numerically: 3 steps", "A definition", "Not checked"]),
    );
  });

  test("what is not checked says why", async ({ page }) => {
    await page.goto("identities/");
    const check = page.locator('.check[data-outcome="unchecked"]').first();
    await check.locator("summary").click();
    await expect(check.locator(".check-lead")).toContainText("stand for any two equal functions");
  });

  test("the notation is folded, and unfolds", async ({ page }) => {
    await page.goto("identities/");
    const notation = page.locator(".block-notation");
    await expect(notation.locator(".declarations")).toBeHidden();
    await notation.getByText("Notation").click();
    await expect(notation.locator(".declarations > li")).toHaveCount(4);
  });

  test("a quoted false step shows the values at which it fails", async ({ page }) => {
    await page.goto("quoted/");
    const check = page.locator('.block-attempt .check[data-outcome="false"]');
    await check.locator("summary").click();
    await expect(check.locator(".check-lead")).toContainText(
      /^False: at .* the left side is .*, the right side /,
    );
  });
});

for (const { name, width, colorScheme } of [
  { name: "on a wide screen", width: 1440, colorScheme: "light" },
  { name: "on a phone, at night", width: 390, colorScheme: "dark" },
] as const) {
  test.describe(name, () => {
    test.use({ viewport: { width, height: 844 }, colorScheme });

    test("marks stand beside formulas and panels below, within the page, for a thumb, without violations", async ({
      page,
    }) => {
      await page.goto("identities/");
      for (const check of await page.locator(".check").all()) {
        const summary = check.locator("summary");
        await summary.click();
        const { formula, mark, panel } = await check.evaluate((element) => {
          const boxOf = (each: Element | null | undefined) => each?.getBoundingClientRect() ?? new DOMRect();
          return {
            formula: boxOf(element.parentElement?.querySelector(":scope > .katex-display")),
            mark: boxOf(element.querySelector("summary")),
            panel: boxOf(element.querySelector(".check-panel")),
          };
        });
        expect(Math.abs(mark.y + mark.height / 2 - formula.y - formula.height / 2)).toBeLessThan(8);
        expect(Math.min(mark.width, mark.height)).toBeGreaterThanOrEqual(24);
        expect(mark.x + mark.width).toBeLessThanOrEqual(width);
        expect(panel.y).toBeGreaterThanOrEqual(formula.y + formula.height);
        expect(panel.height).toBeGreaterThan(20);
      }
      for (const button of await page.getByRole("button", { name: "Try your own values" }).all()) {
        await expect(button).toBeVisible();
      }
      await page.getByRole("button", { name: "Try your own values" }).first().click();
      await expect(page.locator(".trial-results")).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await violationsIn(page)).toEqual([]);
    });
  });
}

test.describe("a reader's own values", () => {
  test("load their code on the click, and not before", async ({ page, site }) => {
    const complaints = collectComplaints(page, site.url);
    const scripts: string[] = [];
    page.on("request", (request) => request.resourceType() === "script" && scripts.push(request.url()));
    await page.goto("identities/");
    const check = checkOf(page, "(x+y)^2");
    await check.locator("summary").click();
    const before = scripts.length;
    await check.getByRole("button", { name: "Try your own values" }).click();
    await expect(check.locator(".trial-results")).toBeVisible();
    expect(scripts.slice(before).some((url) => /\/form\./.test(url))).toBe(true);
    expect(scripts.slice(0, before).some((url) => /\/form\./.test(url))).toBe(false);
    expect(complaints).toEqual([]);
  });

  test("are evaluated on both sides as they are typed: (3 + 0.5)² is 12.25", async ({ page }) => {
    const check = await openTrial(page, "identities/", "(x+y)^2");
    const [x, y] = [check.getByRole("spinbutton").nth(0), check.getByRole("spinbutton").nth(1)];
    await expect(x).toBeFocused();
    await x.fill("3");
    await y.fill("0.5");
    await expect(check.locator(".trial-results dd")).toHaveText(["12.25", "12.25", "0"]);
  });

  test("stay in their domains: 9 becomes 3.996 where x lies between 0 and 4", async ({ page }) => {
    const check = await openTrial(page, "identities/", "(x+y)^2");
    const x = check.getByRole("spinbutton").first();
    await x.fill("9");
    await x.press("Tab");
    await expect(x).toHaveValue("3.996");
    await x.fill("");
    await expect(check.locator(".trial-results dd").first()).toHaveText(/\d/);
  });

  test("show by how much a quoted false step is wrong: 2xy, which is 12 at 2 and 3", async ({ page }) => {
    const check = await openTrial(page, "quoted/", "x^2 + y^2");
    await check.getByRole("spinbutton").nth(0).fill("2");
    await check.getByRole("spinbutton").nth(1).fill("3");
    await expect(check.locator(".trial-results dd")).toHaveText(["25", "13", "12"]);
  });

  test("are entries of a vector, whole numbers of an integer", async ({ page }) => {
    const vector = await openTrial(page, "identities/", "\\mathbf{w}^\\top");
    await expect(vector.getByRole("spinbutton")).toHaveCount(3);
    const sum = await openTrial(page, "identities/", "\\sum_{k=1}^n");
    await sum.getByRole("spinbutton").fill("4.4");
    await expect(sum.locator(".trial-results dd").first()).toHaveText("10");
  });
});

test("on paper there is the mark, and neither panel nor button", async ({ page }) => {
  await page.goto("identities/");
  await checkOf(page, "(x+y)^2").locator("summary").click();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".check > summary").first()).toBeVisible();
  for (const panel of await page.locator(".check-panel").all()) await expect(panel).toBeHidden();
});

async function openTrial(page: Page, path: string, tex: string): Promise<Locator> {
  await page.goto(path);
  const check = checkOf(page, tex).first();
  await check.locator("summary").click();
  await check.getByRole("button", { name: "Try your own values" }).click();
  await expect(check.locator(".trial-results")).toBeVisible();
  return check;
}
