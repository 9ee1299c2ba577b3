import { cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { retireApp } from "../../publish/app/build-app.ts";
import { FigureOnPage } from "./live-figure.ts";
import { expect } from "./test.ts";
import { experimentsKept, move, search, shelves, test, update, versionsSeen, visit } from "./versions.ts";

test.use({ serviceWorkers: "allow" });
test.beforeEach(async ({ host, versions }) => host.deploy(await versions.made("first")));

const problem = "homework/problem-2/";

test("a page stays with its version while a newer one is deployed, and takes it where the reader accepts, in place", async ({
  page,
  host,
  versions,
}) => {
  await visit(page, host.url);
  await page.goto(host.url + problem);
  await new FigureOnPage(page, "gaussian-fit").wake();
  await experimentsKept(page);
  const other = await page.context().newPage();
  await other.goto(`${host.url}homework/`);

  await host.deploy(await versions.made("second"));
  await update(page);
  await expect(page.locator(".newer-version")).toBeVisible();
  await page.goto(`${host.url}topics/`);
  expect(await versionsSeen(page)).toEqual(["first"]);
  await page.goto(host.url + problem);
  const figure = await new FigureOnPage(page, "gaussian-fit").wake();
  await figure.press("landscape-forward");
  await expect(figure.host.locator(".landscape svg").first()).toBeVisible();
  const state = await move(page, figure);
  await search(page, "2b");
  expect(await versionsSeen(page)).toEqual(["first"]);

  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Show it" }).click()]);
  expect(page.url()).toContain(`gaussian-fit.deviation=${state}`);
  const again = await new FigureOnPage(page, "gaussian-fit").wake();
  expect(await again.field("deviation").inputValue()).toBe(state);
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
      await page.goto(`${host.url}topics/`);
      return shelves(page);
    })
    .toHaveLength(1);
});

test("a page that was loaded before there was a worker is taken over by a newer one, and gets nothing of its version", async ({
  page,
  host,
  versions,
}) => {
  await host.deploy(await versions.made("first"), "service-worker.js");
  await page.goto(`${host.url}topics/`);
  await page.waitForLoadState("load");
  await host.deploy(await versions.made("second"));
  // what the page did when it was loaded, and found no worker
  await page.addScriptTag({ url: `${host.url}_app/start.js` });
  await expect(page.locator(".newer-version")).toBeVisible();
  const answer = (path: string) =>
    page.evaluate(async (address) => (await fetch(address).catch(() => undefined))?.ok, path);
  expect([await answer("../search-index.js"), await answer("../previews/homework/problem-2.js")]).toEqual([
    undefined,
    undefined,
  ]);
  expect(await versionsSeen(page)).toEqual(["first"]);
  await page.getByRole("button", { name: "Show it" }).click();
  await expect.poll(() => versionsSeen(page).catch(() => [])).toEqual(["second"]);
});

test("of a large course the pages that were opened are kept, all on request, and what only the server has is not mixed in", async ({
  page,
  host,
  versions,
}) => {
  await host.deploy(await versions.made("first", true));
  await visit(page, `${host.url}offline/`);
  const shelf = page.locator(".shelf");
  await expect(shelf).toContainText("The pages that you have opened are kept on this device");
  await page.goto(host.url + problem);
  await host.switchOff();
  const statusOf = async (path: string) => (await page.goto(host.url + path))?.status();
  expect([await statusOf(problem), await statusOf("homework/"), await statusOf("topics/")]).toEqual([
    200, 200, 503,
  ]);

  await host.deploy(await versions.made("second", true));
  await page.goto(`${host.url}homework/problem-3/`);
  await search(page, "2b");
  expect(await versionsSeen(page)).toEqual(["second"]);
  await page.goto(host.url + problem);
  expect(await versionsSeen(page)).toEqual(["first"]);
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Show it" }).click()]);
  expect(await versionsSeen(page)).toEqual(["second"]);

  await page.goto(`${host.url}offline/`);
  await page.getByRole("button", { name: /^Keep the whole course \(\d+ MB\)$/ }).click();
  await expect(shelf).toContainText(/The course is kept on this device \(\d+ MB\)/);
  await host.switchOff();
  expect([await statusOf(problem), await statusOf("topics/")]).toEqual([200, 200]);
});

test("a newer version comes by itself once no page is open any more", async ({ page, host, versions }) => {
  await visit(page, host.url);
  await page.goto(`${host.url}topics/`);
  await host.deploy(await versions.made("second"));
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

test("where a file is missing, where one is of another deployment, and where there is no room, the version before stays", async ({
  page,
  host,
  versions,
}) => {
  const second = await versions.made("second");
  await visit(page, `${host.url}offline/`);
  const shelf = page.locator(".shelf");
  const refused = async (why: string, reason: RegExp) => {
    await test.step(why, async () => {
      await page.goto(`${host.url}offline/`);
      await expect(shelf).toContainText("The course is kept on this device");
      await update(page);
      await expect(shelf).toContainText(reason);
      await page.goto(`${host.url}homework/problem-3/`);
      expect(await versionsSeen(page)).toEqual(["first"]);
      await expect(page.locator(".newer-version")).toBeHidden();
    });
  };

  const mixed = join(versions.folder, "mixed");
  await cp(second, mixed, { recursive: true });
  await writeFile(join(mixed, "homework/problem-3/index.html"), "<h1>Third</h1>");
  await host.deploy(mixed);
  await refused(
    "a file is of another deployment",
    /A newer version could not be kept: .*problem-3\/ cannot be had as it was built\. This one stays/,
  );
  await host.deploy(second, "homework/problem-3/index.html");
  await refused(
    "a file is missing",
    /A newer version could not be kept: .*problem-3\/ cannot be had as it was built\. This one stays/,
  );
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(host.url);
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1000 });
  await host.deploy(second);
  await refused("there is no room", /A newer version could not be kept: there is no room for it/);
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await update(page);
  await expect(page.locator(".newer-version")).toBeVisible();
});

test("a site that drops its worker frees the readers of the one before", async ({ page, host, versions }) => {
  const without = join(versions.folder, "without");
  await cp(await versions.made("second"), without, { recursive: true });
  await retireApp(without);
  await visit(page, host.url);
  await page.goto(`${host.url}topics/`);
  expect(await versionsSeen(page)).toEqual(["first"]);
  await rm(join(without, "_app/start.js"));
  await host.deploy(without);
  await update(page);
  await expect.poll(() => shelves(page)).toEqual([]);
  await page.goto(`${host.url}homework/`);
  expect(await versionsSeen(page)).toEqual(["second"]);
});
