import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { collectComplaints } from "./complaints.ts";
import { house } from "./course-folder.ts";
import { FigureOnPage, figuresOf } from "./live-figure.ts";
import { expect, isFull, type ServedSite, test } from "./test.ts";

async function numbersOf(host: Locator): Promise<readonly string[]> {
  return host
    .locator("data[data-quantity]")
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("value") ?? ""));
}

/** Calls back for each figure of the course, on its page. */
async function forEachFigure(
  page: Page,
  site: ServedSite,
  look: (figure: FigureOnPage, name: string) => Promise<void>,
): Promise<number> {
  const figures = await figuresOf(site.dist);
  for (const [name, path] of figures) {
    await page.goto(path);
    await test.step(name, () => look(new FigureOnPage(page, name), name));
  }
  return figures.length;
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`every figure has its picture, its words and its numbers (${colorScheme})`, async ({
      page,
      site,
    }) => {
      await page.emulateMedia({ colorScheme });
      const count = await forEachFigure(page, site, async ({ host }) => {
        const pictures = host.locator("svg[role=img]");
        for (const picture of await pictures.all()) {
          await expect(picture).toBeVisible();
          expect((await picture.getAttribute("aria-label"))?.length).toBeGreaterThan(20);
        }
        expect(await host.getByRole("row").count()).toBeGreaterThan(1);
        for (const number of await numbersOf(host)) expect(Number(number)).not.toBeNaN();
        await expect(host.locator("button:visible, input:visible, select:visible")).toHaveCount(0);
      });
      const folders = (await readdir(join(house, "experiments"))).filter((each) => !each.includes("."));
      expect(count).toBe(folders.length);
    });
  }

  test("every figure is printed whole", async ({ page, site }) => {
    await page.emulateMedia({ media: "print" });
    await forEachFigure(page, site, async ({ host }) => {
      for (const picture of await host.locator("svg[role=img]").all()) await expect(picture).toBeVisible();
      await expect(host.locator(".parameter:not([hidden]) dd").first()).toHaveText(/\S/);
    });
  });
});

test("every figure comes alive with the numbers that were printed, and nothing moves", async ({
  page,
  site,
}) => {
  const complaints = collectComplaints(page, site.url);
  await forEachFigure(page, site, async (figure, name) => {
    await page.evaluate(() => document.fonts.ready);
    const [numbers, box] = [await numbersOf(figure.host), await figure.host.boundingBox()];
    await figure.wake();
    for (const [index, live] of (await numbersOf(figure.host)).entries()) {
      const [shown, printed] = [Number(live), Number(numbers[index])];
      // browsers and Node differ in the last digits of exp and log
      if (shown !== printed) expect(Math.abs(shown / printed - 1), name).toBeLessThan(1e-9);
    }
    expect((await figure.host.boundingBox())?.height, name).toBe(box?.height);
  });
  expect(complaints).toEqual([]);
});

test("every control, preset and handle of every figure does something, and reset undoes it", async ({
  page,
  site,
}) => {
  test.setTimeout(8 * 60_000);
  const complaints = collectComplaints(page, site.url);
  await forEachFigure(page, site, async (figure, name) => {
    await figure.wake();
    const start = await stateOf(figure);
    for (const track of await figure.host.locator(".track:visible").all()) {
      await track.press("End");
      await track.press("Home");
      await track.press("Shift+ArrowRight");
    }
    for (const select of await figure.host.locator(".choice:visible").all()) {
      const options = await select
        .locator("option")
        .evaluateAll((all) => all.map((each) => each.getAttribute("value")));
      for (const option of options) await select.selectOption(option);
    }
    for (const box of await figure.host.locator(".toggle:visible").all()) await box.click();
    for (const preset of await figure.host.locator('[data-action^="preset-"]').all()) await preset.click();
    await expect(figure.host, name).toHaveAttribute("data-state", "live");
    await figure.press("reset");
    await expect.poll(() => stateOf(figure), name).toEqual(start);
    for (const grip of await gripsOf(figure)) {
      await grip.press("End");
      await page.waitForTimeout(200);
      if ((await stateOf(figure)).join() === start.join()) await grip.press("Home");
      await expect.poll(() => stateOf(figure), `${name}, by keys`).not.toEqual(start);
      await figure.press("reset");
      await expect.poll(() => stateOf(figure)).toEqual(start);
    }
    await expect(figure.host, name).toHaveAttribute("data-state", "live");
  });
  expect(complaints).toEqual([]);
});

/** The handles that are there at the start; moving one may hide another. */
async function gripsOf({ host }: FigureOnPage): Promise<Locator[]> {
  const all = await host.locator(".picture .grip").all();
  const visible = await Promise.all(all.map((grip) => grip.isVisible()));
  return all.filter((_, index) => visible[index]);
}

/** What a reader has set, and what is computed of it. */
async function stateOf({ host }: FigureOnPage): Promise<readonly string[]> {
  const controls = host.locator(".parameter:not([hidden]) .printed");
  return [
    ...(await controls.evaluateAll((all) => all.map((each) => each.textContent ?? ""))),
    ...(await numbersOf(host)),
  ];
}

test("every handle of every figure follows the mouse", async ({ page, site }) => {
  await forEachFigure(page, site, async (figure, name) => {
    await figure.wake();
    for (const grip of await gripsOf(figure)) {
      const [start, which] = [await stateOf(figure), await grip.getAttribute("data-grip")];
      await grip.scrollIntoViewIfNeeded();
      await figure.drag(grip, 120, 12);
      await page.waitForTimeout(200);
      if ((await stateOf(figure)).join() === start.join()) await figure.drag(grip, -60, -18);
      await expect.poll(() => stateOf(figure), `${name}, ${which}`).not.toEqual(start);
      await figure.press("reset");
    }
  });
});

test("every run of every figure plays, and leads back to its start", async ({ page, site }) => {
  test.setTimeout(8 * 60_000);
  const complaints = collectComplaints(page, site.url);
  await forEachFigure(page, site, async (figure, name) => {
    await figure.wake();
    const start = await stateOf(figure);
    for (const run of await figure.host.locator('[data-action^="run-"]').all()) {
      await run.click();
      const bar = figure.player.locator("progress");
      await expect
        .poll(async () => Number(await bar.getAttribute("value")), { message: name, timeout: 90_000 })
        .toBeGreaterThan(1);
      await figure.press("stop");
      await expect.poll(() => stateOf(figure), name).toEqual(start);
    }
  });
  expect(complaints).toEqual([]);
});

for (const backend of isFull ? ["webgpu", "webgl", "cpu"] : ["webgl", "cpu"]) {
  test(`every result that tf.js computes on ${backend} agrees within its declared tolerances`, async ({
    page,
    site,
  }) => {
    test.setTimeout(8 * 60_000);
    let accelerated = 0;
    await forEachFigure(page, site, async (figure, name) => {
      await figure.wake();
      await figure.host.locator(".track:visible").first().press("ArrowRight");
      const list = figure.host.getByLabel("Computed by");
      const offers = await figure.status
        .getByText("omputed in double")
        .waitFor({ timeout: 5000 })
        .then(
          () => true,
          () => false,
        );
      if (!offers) return;
      await list.selectOption(backend);
      await expect(figure.host, name).toHaveAttribute("data-backend", backend, { timeout: 90_000 });
      await expect(figure.status, name).toContainText("it agrees within the declared tolerances");
      expect(await figure.host.getAttribute("data-tensors"), name).toBe("0");
      accelerated += 1;
    });
    expect(accelerated).toBeGreaterThanOrEqual(3);
  });
}
