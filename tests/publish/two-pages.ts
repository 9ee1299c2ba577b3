import type { Page } from "@playwright/test";
import { collectDiskComplaints } from "./crawl.ts";
import type { DiskPage } from "./disk-page.ts";
import { test } from "./exported.ts";
import type { Firefox } from "./firefox.ts";

/** A page for files and one for the same site served, in the same browser, so that both compute alike. */
export interface TwoPages {
  readonly disk: DiskPage;
  readonly served: DiskPage;
  /** Whatever goes wrong on disk, and every request that leaves the folder. */
  readonly complaints: string[];
}

/** In Firefox both are one page: a page behind another is not drawn. The test is not run where there is no Firefox. */
export async function openFirefox(firefox: Firefox | undefined): Promise<TwoPages> {
  test.skip(firefox === undefined, "not run: Firefox is not installed");
  if (firefox === undefined) throw new Error("there is no Firefox");
  const complaints: string[] = [];
  const page = await firefox.openPage(complaints);
  return { disk: page, served: page, complaints };
}

/** The test's own page is off line; the served site gets a page of its own. */
export async function openChromium(page: Page, folder: string): Promise<TwoPages> {
  const complaints = collectDiskComplaints(page, folder);
  const context = await page.context().browser()?.newContext({ viewport: page.viewportSize() });
  if (context === undefined) throw new Error("there is no browser");
  return { disk: page, served: await context.newPage(), complaints };
}
