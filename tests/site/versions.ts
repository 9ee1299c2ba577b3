import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { Host, makeVersion } from "./deployment.ts";
import type { FigureOnPage } from "./live-figure.ts";
import { expect, test as siteTest } from "./test.ts";

/** Versions of the reference course under a base path, each made when the first test asks for it. */
export interface Versions {
  /** Where tests may lay versions of their own. */
  readonly folder: string;
  /** The site as it was built. */
  readonly built: string;
  /** A version that says so; a large one keeps its pages one by one. */
  made(name: "first" | "second", isLarge?: boolean): Promise<string>;
}

/** Playwright's `test` with versions of a site and a host for them, on which nothing is deployed yet. */
export const test = siteTest.extend<{ host: Host }, { versions: Versions }>({
  versions: [
    async ({ openSite }, use) => {
      const folder = await mkdtemp(join(tmpdir(), "ansatz-versions-"));
      const { dist } = await openSite("based");
      const known = new Map<string, Promise<string>>();
      const made: Versions["made"] = (name, isLarge = false) => {
        const place = join(folder, isLarge ? `${name}-large` : name);
        const version = known.get(place) ?? makeVersion(dist, place, name, isLarge ? 0 : undefined);
        known.set(place, version);
        return version;
      };
      await use({ folder, built: dist, made });
      await rm(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 5 * 60_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing is needed
  host: async ({}, use) => {
    const host = new Host("/course/");
    await use(host);
    await host.switchOff();
  },
  baseURL: async ({ host }, use) => use(host.url),
});

/** Opens a page and waits until the course is kept. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** Asks for a newer version, and waits until it is there or refused. */
export async function update(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
  });
}

/** The versions of the page and of every script that it ran, each once. */
export async function versionsSeen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const build = document.querySelector<HTMLMetaElement>('meta[name="ansatz-build"]')?.content ?? "none";
    return [...new Set([build, ...(globalThis.ansatzRan ?? [])])];
  });
}

/** Names of the caches that hold a version. */
export async function shelves(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await caches.keys()).filter((name) => /^ansatz \S+ \S+$/.test(name)));
}

/** Waits until so many of a course's experiments' files are kept that their status says all. */
export async function experimentsKept(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await expect(async () => {
    await other.goto(
      new URL("offline/", await page.evaluate(() => navigator.serviceWorker.ready.then((r) => r.scope))).href,
    );
    await expect(other.locator(".shelf")).toContainText("So are its experiments.", { timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  await other.close();
}

/** Moves a slider and returns where it then is, also in the address. */
export async function move(page: Page, figure: FigureOnPage): Promise<string> {
  const before = await figure.quantity("forward");
  await figure.track("deviation").focus();
  for (const key of ["PageUp", "ArrowRight"]) await page.keyboard.press(key);
  await expect.poll(() => figure.quantity("forward")).not.toBe(before);
  // the second key may be shown later than the first
  let state = "";
  await expect(async () => {
    state = await figure.field("deviation").inputValue();
    expect(page.url()).toContain(`gaussian-fit.deviation=${state}`);
  }).toPass({ timeout: 20_000 });
  return state;
}

export async function search(page: Page, query: string): Promise<void> {
  await page.locator(".search-button").click();
  await page.locator(".search input").fill(query);
  await expect(page.locator(".search-result").first()).toBeVisible();
  await page.locator(".search-close").click();
}
