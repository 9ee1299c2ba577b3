import { type DiskPage, until } from "../publish/disk-page.ts";
import { startFirefox } from "../publish/firefox.ts";
import { moveFigure } from "../publish/moved-figure.ts";
import { expect, isFull } from "./test.ts";
import { test } from "./versions.ts";

const problem = "homework/problem-2/";

test("in Firefox a page read once opens without the server, its experiment runs, and a newer version comes whole", async ({
  host,
  versions,
}) => {
  test.skip(!isFull, "not run: only with the full counts");
  test.setTimeout(10 * 60_000);
  const firefox = await startFirefox();
  test.skip(firefox === undefined, "not run: Firefox is not installed");
  try {
    const page = await firefox?.openPage([]);
    if (page === undefined) return;
    await host.deploy(await versions.made("first"));
    await page.goto(host.url + problem);
    await moveFigure(page, "gaussian-fit");
    await until("the worker to take over", () => page.evaluate(isControlled));
    await until("what the page has used to be kept", () => page.evaluate(hasKeptScripts));
    await host.switchOff();
    await page.goto(`${host.url}topics/`);
    expect(await page.evaluate(versionsSeen)).toEqual(["first"]);
    await page.goto(host.url + problem);
    const before = await moveFigure(page, "gaussian-fit");
    expect(await page.evaluate(versionsSeen)).toEqual(["first"]);

    await host.deploy(await versions.made("second"));
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update().catch(() => undefined);
    });
    await until("the offer", () => page.evaluate(() => document.querySelector(".newer-version") !== null));
    await page.goto(`${host.url}homework/`);
    expect(await page.evaluate(versionsSeen)).toEqual(["first"]);
    await page.goto(host.url + problem);
    await accept(page);
    expect(await moveFigure(page, "gaussian-fit")).toEqual(before);
    expect(await page.evaluate(versionsSeen)).toEqual(["second"]);
  } finally {
    await firefox?.close();
  }
});

async function accept(page: DiskPage): Promise<void> {
  await until("the offer", () =>
    page.evaluate(() => document.querySelector(".newer-version button") !== null),
  );
  await page.evaluate(() => document.querySelector<HTMLElement>(".newer-version button")?.click());
  const isNew = () => page.evaluate(versionsSeen).then((seen) => seen[0] === "second");
  // while the page is loaded anew, nothing can be asked of it
  await until("the newer version", () => isNew().catch(() => false));
}

// What follows runs in the page, each function by itself.

function isControlled(): boolean {
  return navigator.serviceWorker.controller !== null;
}

async function hasKeptScripts(): Promise<boolean> {
  const entries = performance.getEntriesByType("resource").map(({ name }) => name);
  const kept = await Promise.all(
    entries.filter((name) => /_astro\/.*\.js$/.test(name)).map((name) => caches.match(name)),
  );
  return kept.length > 5 && kept.every((each) => each !== undefined);
}

function versionsSeen(): string[] {
  const build = document.querySelector<HTMLMetaElement>('meta[name="ansatz-build"]')?.content ?? "none";
  return [...new Set([build, ...(globalThis.ansatzRan ?? [])])];
}
