import { join } from "node:path";
import type { Page } from "playwright";
import type { Outcome } from "./outcome.ts";

/** At most so many pictures are taken of one page: what failed a hundred times looks the same. */
const most = 20;

/** Takes a picture of each failure's place in the page, into a folder; without one, none. */
export async function photograph(
  page: Page,
  outcomes: readonly Outcome[],
  folder: string | undefined,
): Promise<Outcome[]> {
  if (folder === undefined) return [...outcomes];
  const pictured: Outcome[] = [];
  let taken = 0;
  for (const outcome of outcomes) {
    const isTaken = outcome.status === "failed" && taken++ < most;
    const name = isTaken ? await take(page, outcome, folder) : undefined;
    pictured.push(name === undefined ? outcome : { ...outcome, screenshot: name });
  }
  return pictured;
}

async function take(page: Page, { route, address }: Outcome, folder: string): Promise<string> {
  const name = `${route}-${address.replace(/[^\w]+/g, "-")}.png`;
  const anchor = address.split("#")[1];
  const place = page.locator(`[id="${anchor ?? ""}"]`);
  if (anchor !== undefined && (await place.count()) > 0) await place.first().scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(folder, name) });
  return name;
}
