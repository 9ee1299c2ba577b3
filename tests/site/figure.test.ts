import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./test.ts";

/** Entropy, variance and mean of the target P, half N(−2, 0.6²) and half N(2, 0.6²); the entropy by quadrature. */
const target = { entropy: 1.600019033253, variance: 4.36, mean: 0 };

/** D(P‖Q) of a normal Q in closed form: −H(P) + ½ log 2πσ² + (v + (m − μ)²)/(2σ²), in nats. */
function forwardDivergence(mean: number, deviation: number): number {
  const square = deviation ** 2;
  const crossEntropy =
    0.5 * Math.log(2 * Math.PI * square) + (target.variance + (target.mean - mean) ** 2) / (2 * square);
  return crossEntropy - target.entropy;
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the figure is a picture with a description, its parameters and a table of its numbers", async ({
    page,
  }) => {
    await page.goto("homework/problem-2/");
    const figure = page.locator("#fig-gaussian-fit");
    const picture = figure.getByRole("img").first();
    await expect(picture).toBeVisible();
    expect(await picture.getAttribute("aria-label")).toContain("a mixture of two Gaussians: mean −2.00");
    await expect(figure.getByRole("row", { name: /^D\s*KL\s*\(P‖Q\)/ })).toContainText("0.555");
    await expect(figure.getByRole("row", { name: /^D\s*KL\s*\(Q‖P\)/ })).toBeVisible();
    await expect(figure.locator(".parameters")).toContainText("2.088");
    await expect(figure.locator("input:visible, button:visible, select:visible")).toHaveCount(0);
  });

  test("the static numbers agree with the closed form", async ({ page }) => {
    await page.goto("homework/problem-2/");
    const shown = await page.locator('#fig-gaussian-fit data[data-quantity="forward"]').getAttribute("value");
    expect(Number(shown)).toBeCloseTo(forwardDivergence(0, 2.088), 10);
  });
});

test.describe("with JavaScript", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("homework/problem-2/");
    const figure = page.locator("#fig-gaussian-fit ansatz-figure");
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toHaveAttribute("data-state", "live");
  });

  test("a page's figure loads nothing of its code before it nears the screen", async ({ page }) => {
    const scripts: string[] = [];
    page.on("request", (request) => request.resourceType() === "script" && scripts.push(request.url()));
    await page.setViewportSize({ width: 1000, height: 300 });
    await page.evaluate(() => scrollTo(0, 0));
    await page.reload();
    await page.evaluate(() => scrollTo(0, 0));
    await expect(page.locator("#fig-gaussian-fit ansatz-figure")).not.toHaveAttribute("data-state");
    expect(scripts.filter((url) => /gaussian-fit|live-figure/.test(url))).toEqual([]);
  });

  test("the keyboard moves the sliders, and the numbers follow the closed form", async ({ page }) => {
    const figure = page.locator("#fig-gaussian-fit ansatz-figure");
    const track = (name: string) => figure.locator(`[data-parameter="${name}"] input[type="range"]`);
    const moves = [
      ["deviation", "ArrowRight"],
      ["deviation", "Shift+ArrowLeft"],
      ["mean", "ArrowRight"],
      ["mean", "PageUp"],
      ["deviation", "End"],
      ["mean", "Home"],
    ] as const;
    const seen = new Set<number>();
    for (const [name, key] of moves) {
      await track(name).press(key);
      await expect(async () => {
        const [mean, deviation] = [await fieldOf(figure, "mean"), await fieldOf(figure, "deviation")];
        const shown = await forwardIn(figure);
        expect(seen.has(shown)).toBe(false);
        expect(Math.abs(shown - forwardDivergence(mean, deviation))).toBeLessThan(1e-10 * (1 + shown));
      }).toPass();
      seen.add(await forwardIn(figure));
    }
    expect(await fieldOf(figure, "deviation")).toBe(5);
    expect(await fieldOf(figure, "mean")).toBe(-6);
  });

  for (const pointer of ["mouse", "finger"] as const) {
    test(`a ${pointer} drags Q, and the numbers follow the closed form`, async ({ page }) => {
      const figure = page.locator("#fig-gaussian-fit ansatz-figure");
      const grip = figure.locator('.picture [data-grip="mean"]').first();
      await grip.scrollIntoViewIfNeeded();
      const before = await fieldOf(figure, "mean");
      for (const across of [70, -130, 25]) {
        await (pointer === "mouse" ? dragByMouse(page, grip, across) : dragByFinger(page, grip, across));
        await expect(async () => {
          const [mean, deviation] = [await fieldOf(figure, "mean"), await fieldOf(figure, "deviation")];
          expect(mean).not.toBe(before);
          const shown = await forwardIn(figure);
          expect(Math.abs(shown - forwardDivergence(mean, deviation))).toBeLessThan(1e-10 * (1 + shown));
        }).toPass();
      }
    });
  }

  test("the state is in the address, and the address restores it", async ({ page }) => {
    const figure = page.locator("#fig-gaussian-fit ansatz-figure");
    await figure.locator('[data-parameter="mean"] input[type="range"]').press("End");
    await expect(page).toHaveURL(/mean/);
    await page.reload();
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toHaveAttribute("data-state", "live");
    expect(await fieldOf(figure, "mean")).toBe(6);
    await figure.getByRole("button", { name: "Reset" }).click();
    await expect(async () => expect(await fieldOf(figure, "mean")).toBe(0)).toPass();
  });
});

async function fieldOf(figure: Locator, name: string): Promise<number> {
  return Number(await figure.locator(`[data-parameter="${name}"] input[type="number"]`).inputValue());
}

async function forwardIn(figure: Locator): Promise<number> {
  return Number(await figure.locator('data[data-quantity="forward"]').getAttribute("value"));
}

async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (box === null) throw new Error("there is nothing to drag");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function dragByMouse(page: Page, grip: Locator, across: number): Promise<void> {
  const { x, y } = await middleOf(grip);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + across, y, { steps: 5 });
  await page.mouse.up();
}

async function dragByFinger(page: Page, grip: Locator, across: number): Promise<void> {
  const { x, y } = await middleOf(grip);
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", at: number) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x: at, y }],
    });
  await touch("touchStart", x);
  for (let step = 1; step <= 5; step++) await touch("touchMove", x + (across * step) / 5);
  await touch("touchEnd", x + across);
}
