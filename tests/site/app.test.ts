import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { retireApp } from "../../publish/app/build-app.ts";
import { Host, makeVersion } from "./deployment.ts";
import { FigureOnPage } from "./live-figure.ts";
import { expect, test as siteTest } from "./test.ts";

interface Versions {
  readonly first: string;
  readonly second: string;
  readonly folder: string;
}

/** A host with the first of two versions of the reference course, under a base path. */
const test = siteTest.extend<{ host: Host }, { versions: Versions }>({
  versions: [
    async ({ openSite }, use) => {
      const folder = await mkdtemp(join(tmpdir(), "ansatz-versions-"));
      const { dist } = await openSite("based");
      const [first, second] = [join(folder, "first"), join(folder, "second")];
      await makeVersion(dist, first, "first");
      await makeVersion(dist, second, "second");
      await use({ folder, first, second });
      await rm(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 5 * 60_000 },
  ],
  host: async ({ versions }, use) => {
    const host = new Host("/course/");
    await host.deploy(versions.first);
    await use(host);
    await host.switchOff();
  },
  baseURL: async ({ host }, use) => use(host.url),
});
test.use({ serviceWorkers: "allow" });

const problem = "homework/problem-2/";

test("after one visit every kind of page opens without the server, search finds, and a used experiment runs", async ({
  page,
  host,
}) => {
  await visit(page);
  await page.goto(problem);
  await new FigureOnPage(page, "gaussian-fit").wake();
  await experimentsKept(page);
  await host.switchOff();

  for (const path of ["", "homework/", "homework/problem-1/", "topics/", "checks/", "offline/"]) {
    await page.goto(path);
    await expect(page.locator("h1"), path).toBeVisible();
    expect(await versionsSeen(page), path).toEqual(["first"]);
  }
  await page.keyboard.press("/");
  await page.locator(".search input").fill("2b");
  await expect(page.locator(".search-result").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await page.waitForURL(/problem-2\/#b$/);
  await move(page, await new FigureOnPage(page, "gaussian-fit").wake());
  expect(await versionsSeen(page)).toEqual(["first"]);
});

test("an address without its slash and one with `index.html` lead to the page without the server", async ({
  page,
  host,
}) => {
  await visit(page);
  await host.switchOff();
  for (const path of ["homework/problem-1", "homework/problem-1/index.html"]) {
    await page.goto(path);
    await expect(page.locator("h1")).toBeVisible();
    expect(await versionsSeen(page)).toEqual(["first"]);
  }
});

test("what is not kept says without the server that it cannot be reached, and leads back", async ({
  page,
  host,
}) => {
  await visit(page);
  await host.switchOff();
  const response = await page.goto("homework/problem-99/");
  expect(response?.status()).toBe(503);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The server cannot be reached");
  await page.getByRole("link").click();
  await expect(page.locator("h1")).toHaveText(/Deep learning/);
});

test("all experiments are kept on request, with their size named, tf.js and worker included", async ({
  page,
  host,
}) => {
  await visit(page, "offline/");
  const status = page.locator(".shelf [role=status]");
  await expect(status).toHaveText(/^The course is kept on this device \(\d+(\.\d)? MB\)/);
  await page.getByRole("button", { name: /^Keep all experiments too \(\d\.\d MB\)$/ }).click();
  await expect(status).toHaveText(/So are its experiments\.$/);
  await host.switchOff();
  await page.goto(problem);
  const figure = await new FigureOnPage(page, "gaussian-fit").wake();
  await figure.press("landscape-forward");
  const landscape = figure.host.locator(".landscape");
  await expect(landscape.locator("svg").first()).toBeVisible();
  await page.getByLabel("Computed by").first().selectOption("cpu");
  await expect(landscape).toHaveAttribute("data-backend", "cpu", { timeout: 60_000 });
  expect(await versionsSeen(page)).toEqual(["first"]);
});

test("a page stays with its version while a newer one is deployed, and takes it where the reader accepts, in place", async ({
  page,
  host,
  versions,
}) => {
  await visit(page);
  await page.goto(problem);
  await new FigureOnPage(page, "gaussian-fit").wake();
  await experimentsKept(page);
  const other = await page.context().newPage();
  await other.goto(`${host.url}homework/`);

  await host.deploy(versions.second);
  await update(page);
  await expect(page.locator(".newer-version")).toBeVisible();
  await page.goto("topics/");
  expect(await versionsSeen(page)).toEqual(["first"]);
  await page.goto(problem);
  const figure = await new FigureOnPage(page, "gaussian-fit").wake();
  await figure.press("landscape-forward");
  await expect(figure.host.locator(".landscape svg").first()).toBeVisible();
  const state = await move(page, figure);
  await search(page, "2b");
  expect(await versionsSeen(page)).toEqual(["first"]);

  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Show it" }).click()]);
  expect(page.url()).toContain(`gaussian-fit.deviation=${state}`);
  expect(await (await new FigureOnPage(page, "gaussian-fit").wake()).field("deviation").inputValue()).toBe(
    state,
  );
  await search(page, "2b");
  expect(await versionsSeen(page)).toEqual(["second"]);
  await expect(page.locator(".newer-version")).toBeHidden();

  // the other page was not loaded anew, and what it asks for now is still of its own version
  await expect(other.locator(".newer-version")).toBeVisible();
  await search(other, "2b");
  expect(await versionsSeen(other)).toEqual(["first"]);
  await other.getByRole("button", { name: "Show it" }).click();
  await expect.poll(() => versionsSeen(other).catch(() => [])).toEqual(["second"]);

  // with the last page of the first version its shelf goes
  await expect
    .poll(async () => {
      await page.goto("topics/");
      return shelves(page);
    })
    .toHaveLength(1);
});

test("a newer version comes by itself once no page is open any more", async ({ page, host, versions }) => {
  await visit(page);
  await page.goto("topics/");
  await host.deploy(versions.second);
  await update(page);
  await expect(page.locator(".newer-version")).toBeVisible();
  const context = page.context();
  await page.close();
  const next = await context.newPage();
  await expect
    .poll(async () => {
      await next.goto("about:blank");
      await next.waitForTimeout(300);
      await next.goto(`${host.url}topics/`);
      return versionsSeen(next);
    })
    .toEqual(["second"]);
});

for (const [fault, spoil] of [
  ["a file is missing", (folder: string) => rm(join(folder, "homework/problem-3/index.html"))],
  [
    "a file is of another deployment",
    (folder: string) => writeFile(join(folder, "homework/problem-3/index.html"), "<h1>Third</h1>"),
  ],
] as const) {
  test(`where ${fault}, the version before stays`, async ({ page, host, versions }) => {
    const broken = join(versions.folder, `broken-${fault.replaceAll(" ", "-")}`);
    await cp(versions.second, broken, { recursive: true });
    await spoil(broken);
    await visit(page, "offline/");
    await page.reload();
    await host.deploy(broken);
    await update(page);
    await expect(page.locator(".shelf")).toContainText("A newer version could not be kept");
    await page.goto("homework/problem-3/");
    expect(await versionsSeen(page)).toEqual(["first"]);
    await expect(page.locator(".newer-version")).toBeHidden();
    await host.deploy(versions.second);
    await update(page);
    await expect(page.locator(".newer-version")).toBeVisible();
  });
}

test("where there is no room, the version before stays and the page says why", async ({
  page,
  host,
  versions,
}) => {
  await visit(page, "offline/");
  await page.reload();
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(host.url);
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1000 });
  await host.deploy(versions.second);
  await update(page);
  await expect(page.locator(".shelf")).toContainText("there is no room for it");
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await host.switchOff();
  await page.goto("homework/problem-3/");
  expect(await versionsSeen(page)).toEqual(["first"]);
});

test("a reader can have nothing kept, and it stays so", async ({ page, host }) => {
  await visit(page, "offline/");
  await page.getByRole("button", { name: "Keep nothing on this device" }).click();
  await expect(page.locator(".shelf")).toContainText("Nothing is kept on this device.");
  await page.goto("about:blank");
  await page.goto(`${host.url}topics/`);
  await page.waitForLoadState("load");
  expect(await shelves(page)).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test("a site that drops its worker frees the readers of the one before", async ({ page, host, versions }) => {
  const without = join(versions.folder, "without");
  await cp(versions.second, without, { recursive: true });
  await retireApp(without);
  await visit(page);
  await page.goto("topics/");
  expect(await versionsSeen(page)).toEqual(["first"]);
  const start = await readFile(join(without, "_app/start.js"));
  expect(start.length).toBeGreaterThan(0);
  await rm(join(without, "_app/start.js"));
  await host.deploy(without);
  await update(page);
  await expect.poll(() => shelves(page)).toEqual([]);
  await page.goto("homework/");
  expect(await versionsSeen(page)).toEqual(["second"]);
});

/** Opens a page and waits until the course is kept. */
async function visit(page: Page, path = ""): Promise<void> {
  await page.goto(path);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** Waits until the first use of an experiment has kept them all. */
async function experimentsKept(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto("offline/");
    await expect(page.locator(".shelf")).toContainText("So are its experiments.", { timeout: 2000 });
  }).toPass({ timeout: 30_000 });
}

/** Asks for a newer version, and waits until it is there or refused. */
async function update(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
  });
}

/** The versions of the page and of every script that it ran, each once. */
async function versionsSeen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const build = document.querySelector<HTMLMetaElement>('meta[name="ansatz-build"]')?.content ?? "none";
    return [...new Set([build, ...(globalThis.ansatzRan ?? [])])];
  });
}

/** Names of the caches that hold a version. */
async function shelves(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await caches.keys()).filter((name) => /^ansatz \S+ \S+$/.test(name)));
}

/** Moves a slider and returns where it then is, also in the address. */
async function move(page: Page, figure: FigureOnPage): Promise<string> {
  const before = await figure.quantity("forward");
  await figure.track("deviation").focus();
  for (const key of ["PageUp", "ArrowRight"]) await page.keyboard.press(key);
  await expect.poll(() => figure.quantity("forward")).not.toBe(before);
  const state = await figure.field("deviation").inputValue();
  await expect.poll(() => page.url()).toContain(`gaussian-fit.deviation=${state}`);
  return state;
}

async function search(page: Page, query: string): Promise<void> {
  await page.locator(".search-button").click();
  await page.locator(".search input").fill(query);
  await expect(page.locator(".search-result").first()).toBeVisible();
  await page.locator(".search-close").click();
}
