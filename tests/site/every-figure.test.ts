import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Manifest, manifestFile } from "../../checks/manifest.ts";
import { collectComplaints } from "./complaints.ts";
import { house } from "./course-folder.ts";
import { forEachFigure, numbersOf } from "./each-figure.ts";
import type { FigureOnPage } from "./live-figure.ts";
import { expect, isFull, test } from "./test.ts";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every figure has its picture, its words and its numbers, light and dark, and is printed whole", async ({
    page,
    site,
  }) => {
    const count = await forEachFigure(page, site, async ({ host }) => {
      const pictures = await host.locator("svg[role=img]").all();
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        for (const picture of pictures) {
          await expect(picture).toBeVisible();
          expect((await picture.getAttribute("aria-label"))?.length).toBeGreaterThan(20);
        }
        expect(await host.getByRole("row").count()).toBeGreaterThan(1);
        for (const number of await numbersOf(host)) expect(Number(number)).not.toBeNaN();
        await expect(host.locator("button:visible, input:visible, select:visible")).toHaveCount(0);
      }
      await page.emulateMedia({ media: "print" });
      for (const picture of pictures) await expect(picture).toBeVisible();
      await expect(host.locator(".parameter:not([hidden]) dd").first()).toHaveText(/\S/);
      await page.emulateMedia({ media: "screen" });
    });
    const folders = (await readdir(join(house, "experiments"))).filter((each) => !each.includes("."));
    expect(count).toBe(folders.length);
  });
});

test("every figure comes alive with the numbers that were printed, and nothing moves", async ({
  page,
  site,
}) => {
  const complaints = collectComplaints(page, site.url);
  const still = new Map<string, { numbers: readonly string[]; height: number | undefined }>();
  const printed = async ({ host }: FigureOnPage, name: string) => {
    await page.evaluate(() => document.fonts.ready);
    const [numbers, box] = [await numbersOf(host), await host.boundingBox()];
    still.set(name, { numbers, height: box?.height });
  };
  const comesAlive = async (figure: FigureOnPage, name: string) => {
    const { numbers = [], height } = still.get(name) ?? {};
    await figure.wake();
    for (const [index, live] of (await numbersOf(figure.host)).entries()) {
      const [shown, before] = [Number(live), Number(numbers[index])];
      // browsers and Node differ in the last digits of exp and log
      if (shown !== before) expect(Math.abs(shown / before - 1), name).toBeLessThan(1e-9);
    }
    expect((await figure.host.boundingBox())?.height, name).toBe(height);
  };
  await forEachFigure(page, site, comesAlive, printed);
  expect(complaints).toEqual([]);
});

const backends = isFull ? ["webgpu", "webgl", "cpu"] : ["webgl", "cpu"];

test(`every result that tf.js computes agrees within its declared tolerances on ${backends.join(" and ")}`, async ({
  page,
  site,
}) => {
  test.setTimeout(8 * 60_000);
  const text = await readFile(join(site.dist, manifestFile), "utf8");
  const { experiments } = JSON.parse(text) as Manifest;
  let accelerated = 0;
  await forEachFigure(page, site, async (figure, name) => {
    if (!experiments[name]?.isAccelerated) return;
    await figure.wake();
    await figure.host.locator(".track:visible").first().press("ArrowRight");
    await expect(figure.status).toContainText("omputed in double");
    for (const backend of backends) {
      await figure.host.getByLabel("Computed by").selectOption(backend);
      await expect(figure.host, name).toHaveAttribute("data-backend", backend, { timeout: 90_000 });
      await expect(figure.status, name).toContainText("it agrees within the declared tolerances");
      expect(await figure.host.getAttribute("data-tensors"), name).toBe("0");
    }
    accelerated += 1;
  });
  expect(accelerated).toBe(Object.values(experiments).filter(({ isAccelerated }) => isAccelerated).length);
  expect(accelerated).toBeGreaterThanOrEqual(3);
});
