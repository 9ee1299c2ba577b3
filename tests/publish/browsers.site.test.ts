import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { figuresOf } from "../site/live-figure.ts";
import { crawl } from "./crawl.ts";
import { type DiskPage, until } from "./disk-page.ts";
import { expect, isFull, test } from "./exported.ts";
import { accelerate, moveFigure, type Shown } from "./moved-figure.ts";
import { openChromium, openFirefox } from "./two-pages.ts";

/** Figures of the sample: one with handles, one that computes in the worker, one without handles. */
const sampled = ["gaussian-fit", "information-bottleneck", "initial-loss"];

test("Firefox opens every page from disk, follows every link, and asks for nothing else", async ({
  firefox,
  folderOf,
}) => {
  test.setTimeout(10 * 60_000);
  const { disk, complaints } = await openFirefox(firefox);
  const all = Number.POSITIVE_INFINITY;
  const sample = isFull ? { texts: all, signposts: all } : { texts: 10, signposts: 2 };
  const { opened, faults } = await crawl(disk, await folderOf("reference"), sample);
  expect(faults).toEqual([]);
  expect(complaints).toEqual([]);
  expect(opened).toBeGreaterThanOrEqual(10);
});

for (const name of ["Chromium", "Firefox"]) {
  test(`in ${name} each experiment follows a handle from disk as it does served, tf.js included`, async ({
    page,
    openSite,
    folderOf,
    firefox,
  }) => {
    test.setTimeout(20 * 60_000);
    const [folder, site] = [await folderOf("reference"), await openSite("reference")];
    const { disk, served, complaints } =
      name === "Firefox" ? await openFirefox(firefox) : await openChromium(page, folder);
    const figures = (await figuresOf(site.dist)).filter(([figure]) => isFull || sampled.includes(figure));
    expect(figures.length).toBeGreaterThanOrEqual(sampled.length);
    const found: string[] = [];
    let accelerated = 0;
    for (const [figure, path] of figures) {
      const file = pathToFileURL(join(folder, path, "index.html")).href;
      complaints.length = 0;
      const onDisk = await look(disk, file, figure);
      found.push(...complaints.map((complaint) => `${figure}: ${complaint}`));
      expect(onDisk, figure).toEqual(await look(served, site.url + path, figure));
      if (onDisk.tensors !== undefined) accelerated += 1;
    }
    expect(found).toEqual([]);
    expect(accelerated).toBeGreaterThanOrEqual(isFull ? 3 : 1);
  });
}

for (const name of ["Chromium", "Firefox"]) {
  test(`in ${name} a search from disk has hits, and the first leads to its place`, async ({
    page,
    folderOf,
    firefox,
  }) => {
    const folder = await folderOf("reference");
    const { disk, complaints } =
      name === "Firefox" ? await openFirefox(firefox) : await openChromium(page, folder);
    const { href } = pathToFileURL(join(folder, "checks/index.html"));
    await disk.goto(href);
    await disk.keyboard.press("/");
    await until("the search to open", () =>
      disk.evaluate(() => document.activeElement?.matches("dialog.search input") ?? false),
    );
    await disk.keyboard.type("divergence");
    await until("hits", () =>
      disk.evaluate(() => document.querySelector(".search-results a[href]") !== null),
    );
    await disk.keyboard.press("Enter");
    await until("the first hit's page", async () => disk.url() !== href);
    expect(disk.url()).toMatch(/^file:.*\/index\.html(#|$)/);
    await until("its text", () => disk.evaluate(() => document.querySelector("main h1") !== null));
    expect(complaints).toEqual([]);
  });
}

/** What a figure shows after its handle was moved, and what tf.js then computes. */
async function look(page: DiskPage, address: string, figure: string) {
  await page.goto(address);
  const moved: Shown = await moveFigure(page, figure);
  return { moved, tensors: await accelerate(page, figure, "cpu") };
}
