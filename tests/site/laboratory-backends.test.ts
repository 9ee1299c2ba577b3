import type { Page } from "@playwright/test";
import { collectComplaints } from "./complaints.ts";
import { FigureOnPage } from "./live-figure.ts";
import { expect, isFull, test } from "./test.ts";

test.use({ siteName: "laboratory" });

async function openFigure(page: Page): Promise<FigureOnPage> {
  await page.goto("laboratory/");
  const figure = await new FigureOnPage(page, "everything").wake();
  await figure.track("x").press("ArrowRight");
  await expect(figure.status).toContainText("computed in double precision");
  return figure;
}

for (const backend of ["webgpu", "webgl", "cpu"]) {
  test(`${backend} computes the same numbers, a landscape and a run, and leaves no tensor`, async ({
    page,
    site,
  }) => {
    const complaints = collectComplaints(page, site.url);
    const figure = await openFigure(page);
    await figure.compute(backend);
    await expect(figure.status).toContainText("computed by");
    await figure.press("preset-far");
    await expect(figure.status).toContainText("it agrees within the declared tolerances");
    await expect
      .poll(async () => Number(await figure.accelerated("power").getAttribute("value")))
      .toBeCloseTo(27, 3);
    expect(await figure.accelerated("draw").getAttribute("value")).toBe(
      String(await figure.quantity("draw")),
    );
    await figure.press("landscape-weighted");
    const landscape = figure.host.locator(".landscape");
    await expect(landscape).toHaveAttribute("data-backend", backend, { timeout: 60_000 });
    await expect(landscape.locator("svg.overlay .here")).toHaveCount(1);
    await figure.press("run-train");
    await expect(figure.player).toContainText("30 steps", { timeout: 60_000 });
    const readTrail = async () => {
      const text = await figure.host.locator(".panel svg").first().textContent();
      return Number(text?.match(/trail ([\d.e+-]+)/)?.[1]);
    };
    await expect.poll(readTrail).toBeCloseTo(3 * 0.8 ** 30, 4);
    await figure.press("reset");
    await expect.poll(() => figure.quantity("power")).toBe(1);
    await expect.poll(() => figure.host.getAttribute("data-tensors")).toBe("0");
    expect(complaints.filter((each) => !/powerPreference|GPU stall|WebGL/i.test(each))).toEqual([]);
  });
}

test("a run is played, paused, stepped and taken back to its start", async ({ page }) => {
  const figure = await openFigure(page);
  const start = await figure.quantity("power");
  await figure.press("run-walk");
  await expect(figure.player).toContainText("200 steps");
  await expect.poll(() => figure.quantity("power")).toBeCloseTo(3.01 ** 2, 10);
  await figure.press("stop");
  await expect.poll(() => figure.quantity("power")).toBe(start);
  await figure.press("run-walk");
  await figure.press("play");
  const paused = (await figure.player.textContent()) ?? "";
  await page.waitForTimeout(200);
  expect(await figure.player.textContent()).toBe(paused);
  await figure.press("step");
  await expect(figure.player).not.toHaveText(paused);
  await figure.track("x").press("Home");
  await expect(figure.player).toBeHidden();
  await expect(figure.host.locator(".panel svg").first()).toContainText("no run");
});

test("a run rests while its figure is off the screen", async ({ page }) => {
  const figure = await openFigure(page);
  await figure.press("run-walk");
  await page.evaluate(() => {
    document.body.style.paddingBottom = "400vh";
    scrollTo(0, document.body.scrollHeight);
  });
  await expect(figure.host).not.toBeInViewport();
  await page.waitForTimeout(100);
  const resting = await figure.player.textContent();
  await page.waitForTimeout(400);
  expect(await figure.player.textContent()).toBe(resting);
  await figure.host.scrollIntoViewIfNeeded();
  await expect(figure.player).toContainText("200 steps");
});

test("a lost GPU is fallen back from in words, and the reader's state stays", async ({ page }) => {
  await page.addInitScript(() => {
    // the worker's device, so that the test can lose it as a driver would
    const Started = Worker;
    Reflect.set(
      window,
      "Worker",
      class extends Started {
        constructor(address: string | URL, options?: WorkerOptions) {
          const hook = `import ${JSON.stringify(new URL(address, location.href).href)};
          const request = GPUAdapter.prototype.requestDevice;
          GPUAdapter.prototype.requestDevice = async function (...given) {
            const device = await request.apply(this, given);
            new BroadcastChannel("lose").onmessage = () => device.destroy();
            return device;
          };`;
          super(URL.createObjectURL(new Blob([hook], { type: "text/javascript" })), {
            ...options,
            type: "module",
          });
        }
      },
    );
  });
  await page.goto("laboratory/");
  const figure = await new FigureOnPage(page, "everything").wake();
  await figure.track("x").press("ArrowRight");
  await expect(figure.status).toContainText("computed in double precision");
  await figure.compute("webgpu");
  await page.evaluate(() => new BroadcastChannel("lose").postMessage("now"));
  await figure.press("preset-far");
  await expect(figure.status).toContainText("in double precision: the GPU was lost", { timeout: 30_000 });
  expect(await figure.quantity("power")).toBe(27);
  await figure.press("preset-start");
  await expect(figure.host).toHaveAttribute("data-state", "live");
  await expect.poll(() => figure.quantity("power")).toBe(1);
});

test("ten thousand changes leave no tensor and no complaint", async ({ page, site }) => {
  test.setTimeout(8 * 60_000);
  const complaints = collectComplaints(page, site.url);
  const figure = await openFigure(page);
  await figure.compute("cpu");
  await figure.press("landscape-weighted");
  const changes = isFull ? 10_000 : 400;
  await figure.track("x").evaluate(async (track: HTMLInputElement, count) => {
    for (let change = 0; change < count; change++) {
      track.value = String((change % 97) / 97);
      track.dispatchEvent(new Event("input"));
      await new Promise(requestAnimationFrame);
    }
  }, changes);
  await figure.press("reset");
  await expect.poll(() => figure.quantity("power")).toBe(1);
  await expect
    .poll(async () => figure.accelerated("power").getAttribute("value"), { timeout: 30_000 })
    .toBe("1");
  await expect(figure.host).toHaveAttribute("data-tensors", "0");
  expect(complaints).toEqual([]);
});

test.describe("for readers who want less motion", () => {
  test.use({ reducedMotion: "reduce" } as object);

  test("a run shows a picture now and then", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const figure = await openFigure(page);
    await figure.press("run-walk");
    await expect(figure.player).toContainText("200 steps");
  });
});
