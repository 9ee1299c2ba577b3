import type { Page } from "@playwright/test";
import { FigureOnPage } from "./live-figure.ts";
import { expect } from "./test.ts";
import { experimentsKept, move, search, shelves, test, visit } from "./versions.ts";

test.use({ serviceWorkers: "allow" });
test.beforeEach(({ host, versions }) => host.deploy(versions.built));

const problem = "homework/problem-2/";

test("on the first visit already, a figure that was used runs on and again when the server has gone", async ({
  page,
  host,
}) => {
  await page.goto(host.url + problem);
  await new FigureOnPage(page, "gaussian-fit").wake();
  await page.evaluate(controlled);
  await host.switchOff();
  await expect.poll(() => keptScripts(page)).toBe(true);
  await move(page, await new FigureOnPage(page, "gaussian-fit").wake());
  await page.reload();
  await move(page, await new FigureOnPage(page, "gaussian-fit").wake());
});

test("after one visit every kind of page opens without the server, search finds, and a used experiment runs", async ({
  page,
  host,
}) => {
  await visit(page, host.url);
  await page.goto(host.url + problem);
  await new FigureOnPage(page, "gaussian-fit").wake();
  await experimentsKept(page);
  await host.switchOff();
  const open = async (path: string) => {
    const response = await page.goto(host.url + path);
    await expect(page.locator("h1"), path).toBeVisible();
    return response?.status();
  };

  await test.step("every kind of page opens", async () => {
    for (const path of ["", "homework/", "homework/problem-1/", "topics/", "checks/", "offline/"])
      expect(await open(path), path).toBe(200);
    await expect(page.locator(".shelf")).toContainText("The course is kept on this device");
  });
  await test.step("an address without its slash and one with `index.html` lead to the page", async () => {
    for (const path of ["homework/problem-1", "homework/problem-1/index.html"]) {
      expect(await open(path), path).toBe(200);
      await expect(page.locator('[data-page="problem"], main h1').first()).toBeVisible();
    }
  });
  await test.step("what is not kept says that it cannot be reached, and leads back", async () => {
    expect(await open("homework/problem-99/")).toBe(503);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The server cannot be reached");
    await page.getByRole("link").click();
    await expect(page.locator("h1")).toHaveText(/Deep learning/);
  });
  await test.step("search finds, and the experiment runs", async () => {
    await expect(page.locator(".search-button"), "the search is offered").toBeVisible();
    await page.keyboard.press("/");
    await page.locator(".search input").fill("2b");
    await expect(page.locator(".search-result").first()).toBeVisible();
    await page.keyboard.press("Enter");
    await page.waitForURL(/problem-2\/#b$/);
    await move(page, await new FigureOnPage(page, "gaussian-fit").wake());
  });
});

test("without the server a figure says that it is not kept; on request all are, with their size named, tf.js too", async ({
  page,
  host,
  versions,
}) => {
  await visit(page, `${host.url}offline/`);
  await host.switchOff();
  await page.goto(host.url + problem);
  const still = new FigureOnPage(page, "gaussian-fit").host;
  await still.scrollIntoViewIfNeeded();
  await expect(still).toHaveAttribute("data-state", "failed");
  await expect(still.locator(".toolbar")).toContainText("This figure could not be started");
  await host.deploy(versions.built);
  await page.goto(`${host.url}offline/`);
  const status = page.locator(".shelf [role=status]");
  await expect(status).toHaveText(/^The course is kept on this device \(\d+(\.\d)? MB\)/);
  await page.getByRole("button", { name: /^Keep all experiments too \(\d\.\d MB\)$/ }).click();
  await expect(status).toHaveText(/So are its experiments\.$/);
  await host.switchOff();
  await page.goto(host.url + problem);
  const figure = await new FigureOnPage(page, "gaussian-fit").wake();
  await figure.press("landscape-forward");
  const landscape = figure.host.locator(".landscape");
  await expect(landscape.locator("svg").first()).toBeVisible();
  await page.getByLabel("Computed by").first().selectOption("cpu");
  await expect(landscape).toHaveAttribute("data-backend", "cpu", { timeout: 60_000 });
});

test("a reader can have nothing kept, it stays so, and on a word it is kept again", async ({
  page,
  host,
}) => {
  await visit(page, `${host.url}offline/`);
  await page.getByRole("button", { name: "Keep nothing on this device" }).click();
  await expect(page.locator(".shelf")).toContainText("Nothing is kept on this device.");
  // the worker answers until the page is closed
  await search(page, "2b");
  expect(await shelves(page)).toEqual([]);
  await page.goto("about:blank");
  await page.goto(`${host.url}offline/`);
  await expect(page.locator(".shelf")).toContainText("Nothing is kept on this device.");
  expect(await shelves(page)).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  const [keep, keepNothing] = ["Keep the course on this device", "Keep nothing on this device"].map((name) =>
    page.getByRole("button", { name }),
  );
  for (const _ of ["after a new page", "on the same page, while its worker still answers"]) {
    await keep?.click();
    await expect(page.locator(".shelf")).toContainText("The course is kept on this device");
    expect(await shelves(page)).toHaveLength(1);
    await keepNothing?.click();
    await expect(page.locator(".shelf")).toContainText("Nothing is kept on this device.");
  }
});

test("where nothing can be kept, the page says why in words and can be asked again", async ({
  page,
  host,
}) => {
  const said = page.locator(".shelf");
  await page.route("**/offline/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { "Content-Security-Policy": "worker-src 'none'" } });
  });
  await page.goto(`${host.url}offline/`);
  await expect(said).toContainText("The course could not be kept: the browser does not allow it here");
  await page.unroute("**/offline/");
  await page.context().route("**/service-worker.js", (route) => route.fulfill({ status: 404 }));
  await page.reload();
  await expect(said).toContainText("The course could not be kept: what keeps it could not be fetched");
  await page.getByRole("button", { name: "Keep the course on this device" }).click();
  await expect(said).toContainText("Not done: what keeps it could not be fetched");
});

test("browsers take the manifest without a complaint, and the site for one that can be installed", async ({
  page,
  host,
}) => {
  await visit(page, host.url);
  const session = await page.context().newCDPSession(page);
  const { url, errors, manifest } = await session.send("Page.getAppManifest");
  expect(url).toBe(`${host.url}_app/site.webmanifest`);
  expect(errors).toEqual([]);
  expect(manifest).toMatchObject({ startUrl: host.url, scope: host.url });
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // a test's context keeps nothing, as a private window does
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
});

/** Resolves when a worker answers for the page. */
async function controlled(): Promise<void> {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller !== null) return;
  await new Promise((resolve) => serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
}

/** Whether every script that the page has loaded is kept. */
function keptScripts(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const entries = performance.getEntriesByType("resource").map(({ name }) => name);
    const scripts = entries.filter((name) => /_astro\/.*\.js$/.test(name));
    const kept = await Promise.all(scripts.map((name) => caches.match(name)));
    return kept.length > 5 && kept.every((each) => each !== undefined);
  });
}
