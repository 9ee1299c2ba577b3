import { collectComplaints } from "./complaints.ts";
import { FigureOnPage } from "./live-figure.ts";
import { expect, test } from "./test.ts";

test.use({ siteName: "laboratory" });

test("nothing on the page moves when a figure comes alive", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 300 });
  await page.goto("laboratory/");
  const marks = "ansatz-figure > :not([hidden]), ansatz-figure .panel, ansatz-figure [data-parameter]";
  // in one go: a figure that comes alive meanwhile replaces its panels
  const places = () =>
    page.evaluate(
      (selector) =>
        Array.from(
          document.querySelectorAll(selector),
          (each) => `${each.className} ${each.getBoundingClientRect().y + scrollY}`,
        ),
      marks,
    );
  await page.evaluate(() => document.fonts.ready);
  const before = await places();
  for (const name of ["everything", "slow", "broken"]) await new FigureOnPage(page, name).wake();
  const after = await places();
  expect(before.length).toBeGreaterThan(20);
  expect(after).toEqual(before);
});

test("a choice, a toggle, a slider and a seed set their parameters, and the address keeps them", async ({
  page,
}) => {
  await page.goto("laboratory/");
  const figure = await new FigureOnPage(page, "everything").wake();
  await figure.track("x").press("PageUp");
  await expect.poll(() => figure.field("x").inputValue()).toBe("1.10");
  await figure.parameter("curve").getByRole("combobox").selectOption("cube");
  await expect.poll(() => figure.quantity("power")).toBeCloseTo(1.1 ** 3, 12);
  const first = await figure.quantity("draw");
  await figure.parameter("seed").getByRole("button", { name: "Draw anew" }).click();
  await expect.poll(() => figure.quantity("draw")).not.toBe(first);
  await figure.parameter("shade").getByRole("checkbox").check();
  await expect(figure.grip("x y", 1)).toBeHidden();
  await expect(page).toHaveURL(/everything\.shade=true/);
  const second = await figure.quantity("draw");
  await page.reload();
  await figure.wake();
  expect(await figure.quantity("draw")).toBe(second);
  expect(await figure.quantity("power")).toBeCloseTo(1.1 ** 3, 12);
  await expect(figure.parameter("shade").getByRole("checkbox")).toBeChecked();
  await figure.press("reset");
  await expect.poll(() => figure.quantity("power")).toBe(1);
  await expect.poll(() => figure.quantity("draw")).toBe(first);
});

test("an address that asks for what there is not is answered with what was taken, in words", async ({
  page,
}) => {
  await page.goto(
    "laboratory/?everything.x=99&everything.curve=circle&everything.z=1&everything.low=3&everything.high=1",
  );
  const figure = await new FigureOnPage(page, "everything").wake();
  await expect.poll(() => figure.field("x").inputValue()).toBe("4.00");
  await expect(figure.status).toContainText("x 99 put into its range: 4");
  await expect(figure.status).toContainText("invalid curve “circle” ignored; it must be one of square, cube");
  await expect(figure.status).toContainText("unknown parameter “z” ignored");
  await expect(figure.status).toContainText("so that the values fit together");
});

test("values that would not fit together push each other", async ({ page }) => {
  await page.goto("laboratory/");
  const figure = await new FigureOnPage(page, "everything").wake();
  await figure.track("low").press("End");
  await figure.track("high").press("Home");
  await expect.poll(() => figure.field("low").inputValue()).toBe("0.00");
  await figure.track("low").press("PageUp");
  await expect.poll(() => figure.field("high").inputValue()).toBe("0.10");
});

test("what is typed holds, also when the next click is on the slider", async ({ page }) => {
  await page.goto("laboratory/");
  const figure = await new FigureOnPage(page, "everything").wake();
  await figure.field("x").fill("2.345");
  await expect.poll(() => figure.quantity("power")).toBeCloseTo(2.345 ** 2, 12);
  await figure.track("x").click();
  await expect.poll(() => figure.quantity("power")).toBeLessThan(0.01);
  await figure.field("x").fill("77");
  await figure.field("x").press("Tab");
  await expect.poll(() => figure.quantity("power")).toBe(16);
});

test("a preset, and a link of the prose, set a state", async ({ page }) => {
  await page.goto("laboratory/");
  const figure = await new FigureOnPage(page, "everything").wake();
  await figure.press("preset-far");
  await expect.poll(() => figure.quantity("power")).toBe(27);
  await page.getByRole("link", { name: "Take the cube at x = 2" }).click();
  await expect.poll(() => figure.quantity("power")).toBe(8);
  await expect(figure.status).toHaveText("The figure shows what the link says.");
});

test("a link to the state is copied, and opens the same state", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("laboratory/");
  const figure = await new FigureOnPage(page, "everything").wake();
  await figure.press("preset-far");
  await figure.press("copy");
  await expect(figure.status).toHaveText("Link to this state copied.");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#fig-everything$/);
  await page.goto("about:blank");
  await page.goto(link);
  await figure.wake();
  expect(await figure.quantity("power")).toBe(27);
});

test("a handle moves along both axes by mouse and by keys, in the panel that it belongs to", async ({
  page,
}) => {
  await page.goto("laboratory/");
  const figure = await new FigureOnPage(page, "everything").wake();
  const grip = figure.grip("x y", 1);
  await figure.drag(grip, 40, 30);
  await expect.poll(async () => Number(await figure.field("x").inputValue())).toBeGreaterThan(1.5);
  expect(Number(await figure.field("y").inputValue())).toBeGreaterThan(1.5);
  await grip.press("Home");
  await expect.poll(() => figure.field("x").inputValue()).toBe("-4.00");
  await grip.press("Shift+ArrowUp");
  await expect(grip).toBeFocused();
  await expect(grip).toHaveAttribute("aria-valuetext", /^x = −4\.00, y = \d/);
});

test("a heavy experiment leaves the page's own thread free", async ({ page }) => {
  await page.goto("laboratory/");
  const figure = await new FigureOnPage(page, "slow").wake();
  await page.evaluate(() => {
    const seen = Object.assign(window, { longest: 0 });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: "longtask" });
  });
  await figure.track("n").press("End");
  await expect.poll(() => figure.quantity("root")).toBeCloseTo(3, 9);
  await figure.field("n").fill("4");
  await expect.poll(() => figure.quantity("root")).toBeCloseTo(2, 9);
  const inWorker = await page.evaluate(() => Reflect.get(window, "longest") as number);
  expect(inWorker).toBeLessThan(300);
});

test("an experiment that fails gives the page's own picture back, and the others go on", async ({ page }) => {
  await page.goto("laboratory/");
  const broken = await new FigureOnPage(page, "broken").wake();
  await broken.track("x").press("End");
  await expect(broken.host).toHaveAttribute("data-state", "failed");
  await expect(broken.host).toContainText("The live figure has stopped");
  await expect(broken.host.getByRole("img")).toHaveAttribute("aria-label", "The point is 1.");
  const figure = await new FigureOnPage(page, "everything").wake();
  await figure.track("x").press("Home");
  await expect.poll(() => figure.quantity("power")).toBe(16);
});

test("nothing of tf.js is fetched before a reader acts", async ({ page, site }) => {
  const complaints = collectComplaints(page, site.url);
  const scripts: string[] = [];
  page.on("request", (request) => request.resourceType() === "script" && scripts.push(request.url()));
  await page.goto("laboratory/");
  for (const name of ["everything", "slow", "broken"]) await new FigureOnPage(page, name).wake();
  const before = new Set(scripts);
  const figure = new FigureOnPage(page, "everything");
  await figure.track("x").press("ArrowRight");
  await expect(figure.status).toContainText("There is no GPU here: computed in double precision.");
  await figure.compute("cpu");
  expect(scripts.filter((url) => !before.has(url)).length).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});
