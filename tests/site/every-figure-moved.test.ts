import { collectComplaints } from "./complaints.ts";
import { forEachFigure, gripsOf, isMoved, stateOf } from "./each-figure.ts";
import { expect, test } from "./test.ts";

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
      if (!(await isMoved(figure, start))) await grip.press("Home");
      await expect.poll(() => stateOf(figure), `${name}, by keys`).not.toEqual(start);
      await figure.press("reset");
      await expect.poll(() => stateOf(figure)).toEqual(start);
    }
    await expect(figure.host, name).toHaveAttribute("data-state", "live");
  });
  expect(complaints).toEqual([]);
});

test("every handle of every figure follows the mouse", async ({ page, site }) => {
  await forEachFigure(page, site, async (figure, name) => {
    await figure.wake();
    for (const grip of await gripsOf(figure)) {
      const [start, which] = [await stateOf(figure), await grip.getAttribute("data-grip")];
      await grip.scrollIntoViewIfNeeded();
      await figure.drag(grip, 120, 12);
      if (!(await isMoved(figure, start))) await figure.drag(grip, -60, -18);
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
