import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { figuresOf } from "../site/live-figure.ts";
import { withFile } from "./alone.ts";
import type { DiskPage } from "./disk-page.ts";
import { expect, isFull, test } from "./exported.ts";
import { accelerate, moveFigure } from "./moved-figure.ts";
import { openChromium, openFirefox } from "./two-pages.ts";

const assignment = "homework/";

for (const name of ["Chromium", "Firefox"]) {
  test(`in ${name} each experiment of an assignment in one file follows a handle as it does served`, async ({
    page,
    openSite,
    firefox,
  }) => {
    test.skip(!isFull, "not run: only with the full counts");
    test.setTimeout(20 * 60_000);
    const site = await openSite("reference");
    const figures = (await figuresOf(site.dist)).filter(([, path]) => path.startsWith(assignment));
    expect(figures.length).toBeGreaterThanOrEqual(9);
    await withFile(site, "homework", ["--experiments"], async (file) => {
      const { disk, served, complaints } =
        name === "Firefox" ? await openFirefox(firefox) : await openChromium(page, dirname(file));
      await disk.goto(pathToFileURL(file).href);
      const alone: unknown[] = [];
      for (const [figure] of figures) alone.push([figure, await look(disk, figure)]);
      expect(await disk.evaluate(countBrokenFractions)).toBe(0);
      expect(complaints.filter((complaint) => !halfRead.test(complaint))).toEqual([]);
      for (const [at, [figure, path]] of figures.entries()) {
        await served.goto(site.url + path);
        expect(alone[at]).toEqual([figure, await look(served, figure)]);
      }
    });
  });
}

/** Firefox draws a large file while it reads it, and complains of a formula of which it has read a half. */
const halfRead = /Invalid markup: Incorrect number of children for <\w+\/> tag/;

function countBrokenFractions(): number {
  return [...document.querySelectorAll("mfrac, msup, msub")].filter(({ children }) => children.length !== 2)
    .length;
}

/** What a figure shows after its handle was moved, and what tf.js then computes. */
async function look(page: DiskPage, figure: string) {
  return { moved: await moveFigure(page, figure), tensors: await accelerate(page, figure, "cpu") };
}
