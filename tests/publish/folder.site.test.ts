import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { collectDiskComplaints, crawl } from "./crawl.ts";
import { expect, isFull, test } from "./exported.ts";

for (const name of ["reference", "based"] as const) {
  test(`every page and every link of the ${name} site works from disk, and nothing else is asked for`, async ({
    page,
    folderOf,
  }) => {
    test.setTimeout((isFull ? 15 : 3) * 60_000);
    const folder = await folderOf(name);
    const complaints = collectDiskComplaints(page, folder);
    const sample = { texts: Number.POSITIVE_INFINITY, signposts: isFull ? Number.POSITIVE_INFINITY : 5 };
    const { opened, faults } = await crawl(page, folder, sample);
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
    expect(opened).toBeGreaterThan(20);
  });
}

test("a figure is live from disk: a key moves its slider and its numbers follow", async ({
  page,
  folderOf,
}) => {
  const complaints = await openFigure(page, await folderOf("reference"));
  const deviation = page.locator("#fig-gaussian-fit [data-parameter=deviation]");
  const forward = page.locator('#fig-gaussian-fit data[data-quantity="forward"]');
  const before = Number(await forward.getAttribute("value"));
  await deviation.locator("input.track").focus();
  for (const key of ["Home", "PageUp", "PageUp", "ArrowRight"]) await page.keyboard.press(key);
  await expect.poll(async () => Number(await forward.getAttribute("value"))).not.toBe(before);
  const [μ, σ] = [await readParameter(page, "mean"), await readParameter(page, "deviation")];
  expect(Number(await forward.getAttribute("value"))).toBeCloseTo(forwardDivergence(μ, σ), 6);
  expect(complaints).toEqual([]);
});

test("a state in the address is shown from disk, and a changed state comes back into the address", async ({
  page,
  folderOf,
}) => {
  const complaints = await openFigure(
    page,
    await folderOf("reference"),
    "?gaussian-fit.deviation=0.6#fig-gaussian-fit",
  );
  expect(await readParameter(page, "deviation")).toBe(0.6);
  await page.locator("#fig-gaussian-fit [data-parameter=deviation] input.track").focus();
  await page.keyboard.press("PageUp");
  await expect.poll(() => readParameter(page, "deviation")).toBeGreaterThan(0.6);
  const moved = await readParameter(page, "deviation");
  await expect.poll(() => page.url()).toContain(`gaussian-fit.deviation=${moved}#`);
  await page.reload();
  await liveFigure(page);
  expect(await readParameter(page, "deviation")).toBe(moved);
  expect(complaints).toEqual([]);
});

test("the worker answers from disk: the landscape is drawn, also by tf.js", async ({ page, folderOf }) => {
  const complaints = await openFigure(page, await folderOf("reference"));
  const landscape = page.locator("#fig-gaussian-fit .landscape");
  await page.locator('#fig-gaussian-fit button[data-action="landscape-forward"]').click();
  await expect(landscape.locator("svg").first()).toBeVisible({ timeout: 60_000 });
  await page.getByLabel("Computed by").selectOption("webgl");
  await expect(landscape).toHaveAttribute("data-backend", "webgl", { timeout: 60_000 });
  expect(complaints).toEqual([]);
});

test("the theme switch and a folded place work from disk", async ({ page, folderOf }) => {
  const folder = await folderOf("reference");
  const complaints = collectDiskComplaints(page, folder);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(pathToFileURL(join(folder, "homework/problem-2/index.html")).href);
  await page.locator(".theme-switch").click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  // Chromium writes what a page stores a moment later; a page that is loaded before that does not know it
  await expect(async () => {
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark", { timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await page.evaluate(() => {
    document.querySelector("details:not([open]) p")?.setAttribute("id", "folded");
    location.hash = "folded";
  });
  await expect(page.locator("#folded")).toBeVisible();
  expect(complaints).toEqual([]);
});

/** Opens problem 2 and waits for its figure; what goes wrong is collected. */
async function openFigure(page: Page, folder: string, tail = ""): Promise<string[]> {
  const complaints = collectDiskComplaints(page, folder);
  await page.goto(pathToFileURL(join(folder, "homework/problem-2/index.html")).href + tail);
  await liveFigure(page);
  return complaints;
}

async function liveFigure(page: Page): Promise<void> {
  const figure = page.locator('ansatz-figure[data-experiment="gaussian-fit"]').first();
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute("data-state", "live");
}

async function readParameter(page: Page, parameter: string): Promise<number> {
  const field = page.locator(`#fig-gaussian-fit [data-parameter=${parameter}] input[type=number]`);
  return Number(await field.inputValue());
}

/** D(P‖Q) in nats of the symmetric mixture ½N(−2, 0.6²) + ½N(2, 0.6²) from N(μ, σ²), by H(P) and the moments of P. */
function forwardDivergence(mean: number, deviation: number): number {
  const entropy = 1.600019033253;
  const variance = 4.36;
  const spread = (variance + mean ** 2) / (2 * deviation ** 2);
  return -entropy + 0.5 * Math.log(2 * Math.PI * deviation ** 2) + spread;
}
